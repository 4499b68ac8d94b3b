"""Разговорные слова.

Что ищет: разговорные слова и сокращения переписки («щас», «короче», «плиз», «косяк»).
Почему мешает: такое обращение труднее понять и передать дальше.
Как исправить: написать обычное слово: «сейчас», «пожалуйста», «ошибка».
"""

from collections.abc import Iterator

from companion.reading import Reading
from companion.rules.examples import bad, good
from companion.rules.removal import removal
from companion.rules.rule import Change, Finding, Hit, Remedy, Spared, rule
from companion.text.inflection import in_form_of
from companion.text.matching import Found

_LISTS = ("informal.chat", "informal.words", "informal.filler")
_EMOTIONAL = ("emotions.insult", "emotions.accusation", "emotions.drama", "emotions.exaggeration")


@rule("style.informal", field="description", severity="hint")
def informal(reading: Reading) -> Finding:
    for found in _longest(reading):
        spared = _spared(reading, found)
        if spared:
            yield Spared(found.span, spared)
            continue
        words = reading.description.view.text[found.span.start : found.span.end]
        yield Hit(found.span, f"«{words}» звучит разговорно", _remedies(reading, found))
    return "разговорных слов из списков не видно"


def _longest(reading: Reading) -> Iterator[Found]:
    """What stands in the lists, without what overlaps an earlier or longer one."""
    end = 0
    for found in sorted(reading.description.found(*_LISTS), key=lambda found: (found.span.start, -found.span.end)):
        if found.span.start >= end:
            end = found.span.end
            yield found


def _spared(reading: Reading, found: Found) -> str | None:
    if reading.description.in_quotation(found.span):
        return "это чужие слова в кавычках"
    if any(found.span.overlaps(other.span) for other in reading.description.found(*_EMOTIONAL)):
        return "об этом уже сказано как об эмоции"
    return None


def _remedies(reading: Reading, found: Found) -> tuple[Remedy, ...]:
    if found.listed == "informal.filler":
        return removal(reading, found.span, clause=False)
    written = reading.description.view.text[found.span.start : found.span.end]
    instead = _official(reading, found)
    if instead is None:
        return ()
    text = instead[:1].upper() + instead[1:] if written[:1].isupper() else instead
    return (Remedy(f"Заменить на «{text}»", (Change("description", found.span, text),)),)


def _official(reading: Reading, found: Found) -> str | None:
    """The first replacement that can be put into the form of what stands there."""
    wanted, _, choices = found.source.partition(" → ")
    words = reading.description.words[found.first : found.last]
    for choice in filter(None, choices.split("|")):
        formed = [_formed(part, word.lower, model) for part, word, model in zip(choice.split(), words, wanted.split())]
        if None not in formed:
            return " ".join(formed)
    return None


def _formed(part: str, word: str, model: str) -> str | None:
    if not part.startswith("="):
        return part
    lemmas = frozenset(choice[1:] for choice in model.split("|") if choice.startswith("="))
    return in_form_of(word, lemmas, part[1:])


BAD = [
    bad("[Щас] не открывается отчёт за 12.11.2026.", fixed="Сейчас не открывается отчёт за 12.11.2026."),
    bad("Из-за вашего [косяка] поставка 2000061286750 отменена."),
    bad("Проверьте заказ 57195475-0050, [плиз].", fixed="Проверьте заказ 57195475-0050, пожалуйста."),
    bad("Нужна [инфа] по заказу 57195475-0050.", fixed="Нужна информация по заказу 57195475-0050."),
    bad("[Короче], прошу вернуть 500 ₽.", fixed="Прошу вернуть 500 ₽."),
]
GOOD = [
    good("Сейчас отчёт не открывается."),
    good("Покупатель написал: «щас верну»."),
    good("Прошу исправить ошибку в карточке."),
    good("Нужна информация по заказу 57195475-0050."),
    good("Спасибо за помощь."),
]
NEAR_MISS = [
    good("Рукав короче на 2 см."),
    good("Дверной косяк пришёл с трещиной."),
    good("Норма хранения превышена."),
]
