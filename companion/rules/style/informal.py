"""Разговорные слова.

Что ищет: разговорные слова и сокращения переписки («щас», «короче», «плиз», «косяк»).
Почему мешает: такое обращение труднее понять и передать дальше.
Как исправить: написать обычное слово: «сейчас», «пожалуйста», «ошибка».
"""

from collections.abc import Iterator

from companion.positions import Span
from companion.reading import Reading
from companion.rules.examples import bad, good
from companion.rules.rule import Change, Finding, Hit, Remedy, Spared, rule
from companion.text.inflection import replacement
from companion.text.matching import Found

_LISTS = tuple(f"informal.{name}" for name in ("chat", "short", "sounds", "words", "verbs", "trade", "address", "filler"))
_EMOTIONAL = ("emotions.insult", "emotions.accusation", "emotions.drama", "emotions.exaggeration")
_PARTS_OF_NAMES = "@/\\_"


@rule("style.informal", field="description", severity="hint")
def informal(reading: Reading) -> Finding:
    for found in _longest(reading):
        spared = _spared(reading, found)
        if spared:
            yield Spared(found.span, spared)
            continue
        words = reading.description.view.text[found.span.start : found.span.end]
        yield Hit(found.span, f"«{words}» звучит разговорно", tuple(_remedies(reading, found)))
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
        return "об этих словах говорит другое замечание"
    if _named(reading, found.span):
        return "это похоже на имя, файл или адрес"
    if found.listed == "informal.short" and _unit(reading, found):
        return "это похоже на единицу или код"
    if found.listed == "informal.address" and not _set_off(reading, found.span):
        return "это не обращение к собеседнику"
    return None


def _named(reading: Reading, span: Span) -> bool:
    """A capital inside a sentence («магазин Комп»), a part of a file's name or of an address."""
    text = reading.description.view.text
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 2]
    if before and before in _PARTS_OF_NAMES or after[:1] and after[0] in _PARTS_OF_NAMES:
        return True
    if after[:1] == "." and after[1:].isalnum():
        return True
    word = text[span.start : span.end].split()[0]
    return word[:1].isupper() and word[1:].islower() and not _begins(reading, span)


def _begins(reading: Reading, span: Span) -> bool:
    """True when no word of its sentence stands before it."""
    before = reading.description.view.text[reading.description.sentence_at(span.start).start : span.start]
    return not any(char.isalnum() for char in before) or before.rstrip()[-1:] in ".!?"


def _unit(reading: Reading, found: Found) -> bool:
    """«50 мб», «5 чел», «кнопка ОК»."""
    written = reading.description.view.text[found.span.start : found.span.end]
    before = reading.description.words[found.first - 1].lower if found.first else ""
    return before[:1].isdigit() or written.isupper()


def _set_off(reading: Reading, span: Span) -> bool:
    """True for «Ребята, …» and «…, ребята!»: words of address stand between marks or ends."""
    text = reading.description.view.text
    sentence = reading.description.sentence_at(span.start)
    before = text[sentence.start : span.start].rstrip()[-1:]
    after = text[span.end : sentence.end].lstrip()[:1]
    return (not before or not before.isalnum()) and (not after or not after.isalnum()) and (before + after) != ""


def _remedies(reading: Reading, found: Found) -> Iterator[Remedy]:
    written = reading.description.view.text[found.span.start : found.span.end]
    if found.listed == "informal.filler":
        yield from _without(reading, found.span)
        return
    instead = replacement(found, reading.description.words)
    if instead is not None:
        text = instead[:1].upper() + instead[1:] if written[:1].isupper() else instead
        yield Remedy(f"Заменить на «{text}»", (Change("description", found.span, text),))


def _without(reading: Reading, span: Span) -> Iterator[Remedy]:
    """Takes out a word that says nothing; what then begins the sentence begins with a capital as before."""
    text = reading.description.view.text
    start, end = span
    sentence = reading.description.sentence_at(start)
    before, after = text[sentence.start : start].rstrip(" "), text[end : sentence.end].lstrip(" ")
    if not before:
        kept = after.lstrip(", -.")
        end = sentence.end - len(kept)
        if not kept[:1].isalnum():
            return
        left = kept[0].upper() if text[start].isupper() else kept[0]
        yield Remedy("Убрать", (Change("description", Span(start, end + 1), left),))
    elif after[:1] not in (",", ":") or not after:
        start = sentence.start + len(before.rstrip(", -") if not after[:1].isalnum() else before)
        yield Remedy("Убрать", (Change("description", Span(start, end), ""),))


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
