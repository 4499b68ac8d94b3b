"""Событие в будущем.

Что ищет: о событии сказано как о прошедшем, а его дата ещё не наступила.
Почему мешает: поддержка не найдёт операцию в этот день и попросит уточнить.
Как исправить: сверить день, месяц и год.
"""

from companion.positions import Span
from companion.reading import Reading
from companion.rules.examples import bad, good
from companion.rules.rule import Finding, Hit, Spared, rule
from companion.text.dates import ExactDate


@rule("date.future", field="description", severity="warning")
def future_date(reading: Reading) -> Finding:
    for found in reading.dates.exact:
        spared = _spared(reading, found)
        if spared:
            yield Spared(found.span, spared)
            continue
        written = reading.description.view.text[found.span.start : found.span.end]
        yield Hit(found.span, f"{written} ещё не наступило: проверьте дату")
    return "дат в описании нет"


def _spared(reading: Reading, found: ExactDate) -> str | None:
    if not found.full_year:
        return "год не назван, такой день уже был"
    if found.value <= reading.now.date():
        return "этот день уже наступил"
    if found.planned:
        return "это срок или план"
    return _not_past(reading, found.span)


def _not_past(reading: Reading, day: Span) -> str | None:
    """None when the clause of a day tells an event, and nothing in its sentence speaks of a plan; else why not."""
    text = reading.description
    sentence = next((span for span in text.sentences if day.inside(span)), None)
    if sentence is None or any(plan.span.inside(sentence) for plan in text.found("dates.planned")):
        return "в предложении говорится о плане"
    clause = _clause(text.view.lower, day, sentence)
    changed = text.found("dates.rescheduled")
    told = any(
        event.span.inside(clause) and not any(event.span.overlaps(other.span) for other in changed)
        for event in (*reading.about.events, *text.found("dates.happened"))
    )
    return None if told else "рядом не сказано, что это уже произошло"


def _clause(lower: str, day: Span, sentence: Span) -> Span:
    """The part of the sentence between marks that holds the day."""
    marks = (",", ";", ":", " - ", "(", "\n")
    start = max(lower.rfind(mark, sentence.start, day.start) for mark in marks)
    ends = [end for mark in (*marks, ")") if (end := lower.find(mark, day.end, sentence.end)) >= 0]
    return Span(max(start, sentence.start), min(ends, default=sentence.end))


BAD = [
    bad("[12.12.2026] не зачислен платёж за заказ 57195475-0050."),
    bad("Поставку сдали [30.12.2026], статус не изменился."),
    bad("Списание произошло [5 декабря 2026] года, прошу пояснить."),
    bad("Покупатель получил заказ [24.11.2026] и вернул его без упаковки."),
    bad("[01.02.2027] заблокировали карточку товара."),
    bad("Прошу проверить: [12.12.26] удержали 500 ₽."),
]
GOOD = [
    good("12.11.2026 не зачислен платёж за заказ 57195475-0050."),
    good("Прошу ответить до 30.11.2026, иначе груз не отгрузили вовремя."),
    good("Поставка назначена на 12.12.2026, пропуск не пришёл."),
    good("Планируем отгрузку 12.12.2026, слот не открыт."),
    good("Новые тарифы действуют с 01.12.2026."),
    good("Платёж за 12 декабря не зачислен."),
    good("Сегодня, 23.11.2026, отменили заказ."),
]
NEAR_MISS = [
    good("Прошу ответить до 30.11."),
    good("Забронировали слот на 01.12.2026, водителя не пустили."),
    good("Сертификат действует до 31.12.2027, но его отклонили."),
    good("Получили письмо, что 12.12.2026 склад закроют."),
    good("Перенесли поставку 12.12.2026 без согласия."),
    good("Отчёт за ноябрь не сформирован, обещали его 01.12.2026."),
]
KNOWN_GAPS = [
    # A participle with its noun tells the past as well as a verb.
    bad("Заказ отменён [15.12.2026]."),
]
