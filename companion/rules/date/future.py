"""Событие в будущем.

Что ищет: о событии сказано как о прошедшем, а его дата ещё не наступила.
Почему мешает: поддержка не найдёт операцию в этот день и попросит уточнить.
Как исправить: сверить день, месяц и год.
"""

from companion.positions import Span
from companion.reading import Reading
from companion.rules.examples import bad, good
from companion.rules.rule import Finding, Hit, Spared, rule
from companion.text.clauses import clause_around
from companion.text.dates import ExactDate
from companion.text.lemmas import tense
from companion.text.written import FieldText

_PAST = ("happened", "attribute")


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
    if found.period and any(day.value <= reading.now.date() for day in reading.dates.exact if day.value < found.value):
        return "период ещё идёт"
    return _not_past(reading, found)


def _not_past(reading: Reading, found: ExactDate) -> str | None:
    """None when the clause of a day tells of the past and not of a plan; else why not."""
    text, day = reading.description, found.span
    sentence = text.sentence_at(day.start)
    clause = clause_around(text.view.lower, day, sentence)
    if _verbless(text, clause):
        clause = sentence
    if _planned(text, clause) or _announced(text, sentence, clause):
        return "говорится о плане"
    if found.since:
        stopped = any(stop.span.inside(clause) for stop in text.found("dates.stopped"))
        return None if stopped else "с этого дня что-то начнётся"
    if found.named or _told(reading, clause):
        return None
    return "рядом не сказано, что это уже произошло"


def _verbless(text: FieldText, clause: Span) -> bool:
    """True for «Заказ, 15.12.2026, отменён» and «(15.12.2026)»: a part that says nothing by itself."""
    listed = text.found("speech.event", "dates.happened", "dates.planned")
    return not any(tense(word.lower) for word in text.words_in(clause)) and not any(
        found.span.overlaps(clause) for found in listed
    )


def _planned(text: FieldText, clause: Span) -> bool:
    listed = any(plan.span.inside(clause) for plan in text.found("dates.planned"))
    return listed or any(tense(word.lower) == "ahead" for word in text.words_in(clause))


def _announced(text: FieldText, sentence: Span, clause: Span) -> bool:
    """«Предупредили: 01.12.2026 склад закрыт»."""
    return any(
        found.span.inside(sentence) and found.span.end <= clause.start for found in text.found("dates.announced")
    )


def _told(reading: Reading, clause: Span) -> bool:
    text = reading.description
    spared = text.found("dates.rescheduled", "dates.no_event")
    told = [found.span for found in reading.about.happenings]
    told += [word.span for word in text.words_in(clause) if tense(word.lower) in _PAST]
    return any(span.inside(clause) and not any(span.overlaps(other.span) for other in spared) for span in told)


BAD = [
    bad("[12.12.2026] не зачислен платёж за заказ 57195475-0050."),
    bad("Поставку сдали [30.12.2026], статус не изменился."),
    bad("Списание произошло [5 декабря 2026] года, прошу пояснить."),
    bad("Покупатель получил заказ [24.11.2026] и вернул его без упаковки."),
    bad("[01.02.2027] заблокировали карточку товара."),
    bad("Прошу проверить: [12.12.26] удержали 500 ₽."),
    bad("Заказ отменён [15.12.2026]."),
    bad("Приёмка, завершённая складом [02.12.2026], прошла с ошибкой."),
    bad("Прошу объяснить списание от [03.09.2027] на 2 450 ₽."),
    bad("Начисления за [18.12.2026] не сходятся с отчётом."),
    bad("Дата операции: [01.12.2026]"),
    bad("Самокат ([05.12.2026]) улетел в отмену."),
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
