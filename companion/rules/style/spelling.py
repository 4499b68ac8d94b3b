"""Частая ошибка в слове.

Что ищет: ошибки из закрытого перечня («вообщем», «извеняюсь», «в течении 3 дней», «учавствует»). Остальное не проверяет.
Почему мешает: ошибка отвлекает от сути, а слово с ошибкой поиск поддержки может не найти.
Как исправить: заменить слово на правильное.
"""

from companion.positions import Span
from companion.reading import Reading
from companion.rules.examples import bad, good
from companion.rules.rule import Change, Finding, Hit, Remedy, Spared, rule
from companion.text.spelling import misspellings


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
    return None


BAD = [
    bad("[Вообщем], платёж за 12.11.2026 не зачислен.", fixed="В общем, платёж за 12.11.2026 не зачислен."),
]
GOOD = [
    good("В общем, платёж за 12.11.2026 не зачислен."),
]
NEAR_MISS = [
    good("Покупатель написал: «вообщем, верните деньги»."),
]
