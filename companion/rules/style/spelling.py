"""Частая ошибка в слове.

Что ищет: ошибки из закрытого перечня («вообщем», «извеняюсь», «в течении 3 дней», «учавствует»). Остальное не проверяет.
Почему мешает: ошибка отвлекает от сути, а слово с ошибкой поиск поддержки может не найти.
Как исправить: заменить слово на правильное.
"""

import re

from companion.positions import Span
from companion.reading import Reading
from companion.rules.examples import bad, good
from companion.rules.rule import Change, Finding, Hit, Remedy, Spared, rule
from companion.text.spelling import misspellings

_ADDRESS = re.compile(r"://|www\.|@|_|\\|\.[a-z][a-z0-9]{1,4}(?![^\W_])")
"""What only an address or the name of a file has: «скрыншот.png»."""
_BEGINS = '.!?…:;-\n«"(•*)'


@rule("style.spelling", field="description", severity="hint")
def spelling(reading: Reading) -> Finding:
    for found in misspellings(reading.description):
        spared = _spared(reading, found.span)
        if spared:
            yield Spared(found.span, spared)
            continue
        remedy = Remedy(f"Заменить на «{found.right}»", (Change("description", found.span, found.right),), "safe")
        yield Hit(found.span, f"Пишется «{found.right}»", (remedy,))
    return "ошибок из перечня нет"


def _spared(reading: Reading, span: Span) -> str | None:
    if reading.description.in_quotation(span):
        return "это чужие слова в кавычках"
    if any(span.overlaps(identifier.span) for identifier in reading.identifiers):
        return "стоит в номере"
    text = reading.description.view.text
    if _ADDRESS.search(_token(text, span)):
        return "стоит в адресе или имени файла"
    if _is_name(text, span):
        return "похоже на имя или название"
    return None


def _token(text: str, span: Span) -> str:
    """What stands between the spaces around."""
    before = text[max(0, span.start - 100) : span.start]
    after = text[span.end : span.end + 100]
    return re.split(r"\s", before)[-1] + text[span.start : span.end] + re.split(r"\s", after)[0]


def _is_name(text: str, span: Span) -> bool:
    """«Поставщик Абрамов и Расказов»: a capital inside a sentence."""
    word = text[span.start : span.end]
    before = text[: span.start].rstrip(" ")
    return (
        bool(before)
        and before[-1] not in _BEGINS
        and before[-1].isalnum()
        and word[:1].isupper()
        and word[1:].islower()
    )


BAD = [
    bad("[Вообщем], платёж за 12.11.2026 не зачислен.", fixed="В общем, платёж за 12.11.2026 не зачислен."),
]
GOOD = [
    good("В общем, платёж за 12.11.2026 не зачислен."),
]
NEAR_MISS = [
    good("Покупатель написал: «вообщем, верните деньги»."),
]
