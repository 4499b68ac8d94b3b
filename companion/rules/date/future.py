"""Событие в будущем.

Что ищет: о событии сказано как о прошедшем, а его дата ещё не наступила.
Почему мешает: поддержка не найдёт операцию в этот день и попросит уточнить.
Как исправить: сверить день, месяц и год.
"""

from collections.abc import Iterator
from functools import cache

from companion.positions import Cover, Span
from companion.reading import Reading
from companion.rules.examples import bad, good
from companion.rules.rule import Finding, Hit, Spared, rule
from companion.text.clauses import clause_around
from companion.text.dates import ExactDate
from companion.text.lemmas import tense
from companion.text.matching import Found

_PAST = ("happened", "attribute")


class _Sides:
    """What the clauses of one description say; each is read once, for many days may stand in one."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.description
        self._first = min((day.value for day in reading.dates.exact), default=reading.now.date())
        self._says = cache(self._any_word)
        self._plans = cache(self._any_plan)
        self._happened = cache(self._any_past)

    def begun(self, found: ExactDate) -> bool:
        """True when another day of the text is past: a period that has begun."""
        return self._first < found.value and self._first <= self._reading.now.date()

    def planned(self, day: Span) -> bool:
        """True where a plan is told, or something was announced before: «Предупредили: 01.12.2026 склад закрыт»."""
        return self._plans(self._clause(day))

    def stopped(self, day: Span) -> bool:
        """True for «с 25.11.2026 пропали карточки»."""
        return _any_inside(self._text.found("dates.stopped"), self._clause(day))

    def told(self, day: Span) -> bool:
        """True where something past is told."""
        return self._happened(self._clause(day))

    def _clause(self, day: Span) -> Span:
        """The clause of a day; its sentence for «Заказ, 15.12.2026, отменён», where the clause says nothing."""
        sentence = self._text.sentence_at(day.start)
        clause = clause_around(self._text.view.lower, day, sentence)
        return clause if self._says(clause) else sentence

    def _any_word(self, clause: Span) -> bool:
        listed = self._text.found("speech.event", "dates.happened", "dates.planned")
        return any(found.span.overlaps(clause) for found in listed) or any(self._tenses(clause))

    def _tenses(self, clause: Span) -> Iterator[str]:
        return (tense(word.lower) for word in self._text.words_in(clause))

    def _any_plan(self, clause: Span) -> bool:
        sentence = self._text.sentence_at(clause.start)
        before = Span(sentence.start, clause.start)
        listed, announced = self._text.found("dates.planned"), self._text.found("dates.announced")
        return _any_inside(listed, clause) or _any_inside(announced, before) or "ahead" in self._tenses(clause)

    def _any_past(self, clause: Span) -> bool:
        spared = Cover(found.span for found in self._text.found("dates.rescheduled", "dates.no_event"))
        told = [found.span for found in self._reading.about.happenings]
        told += [word.span for word in self._text.words_in(clause) if tense(word.lower) in _PAST]
        return any(span.inside(clause) and not spared.overlaps(span) for span in told)


def _any_inside(found: tuple[Found, ...], clause: Span) -> bool:
    return any(one.span.inside(clause) for one in found)


@rule("date.future", field="description", severity="warning")
def future_date(reading: Reading) -> Finding:
    sides = _Sides(reading)
    for found in reading.dates.exact:
        spared = _spared(reading, found, sides)
        if spared:
            yield Spared(found.span, spared)
            continue
        written = found.span.of(reading.description.view.text)
        yield Hit(found.span, f"{written} ещё не наступило: проверьте дату")
    return "дат в описании нет"


def _spared(reading: Reading, found: ExactDate, sides: _Sides) -> str | None:
    if not found.full_year:
        return "год не назван, такой день уже был"
    if found.value <= reading.now.date():
        return "этот день уже наступил"
    if found.planned:
        return "это срок или план"
    if found.period and sides.begun(found):
        return "период ещё идёт"
    if sides.planned(found.span):
        return "говорится о плане"
    if found.since:
        return None if sides.stopped(found.span) else "с этого дня что-то начнётся"
    return None if found.named or sides.told(found.span) else "рядом не сказано, что это уже произошло"


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
    bad("С [25.11.2026] пропали карточки."),
    bad("С [24.11.2026] по [28.11.2026] не работал кабинет."),
    bad("Она [12.12.2026] приняла груз."),
    bad("Запрос [12.12.2026] отклонили."),
    bad("С базы [12.12.2026] увезли груз."),
    bad("Списали два раза 01.11.2026 - [30.11.2026]."),
    bad("За груз 01.11.2026 - [30.11.2026] списали."),
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
    good("Поставка 15.12.2026 отменена без нашего ведома."),
    good("Предупредили: 01.12.2026 склад закрыт."),
    good("Получили письмо о повышении тарифа с 01.12.2026."),
    good("Списали за период 01.11.2026–30.11.2026 лишнюю сумму."),
    good("Изменился срок доставки: было 20.11.2026, стало 04.12.2026."),
    good("Крайний срок отгрузки 24.11.2026, курьер не приехал."),
    good("Нужна предоплата от 12.12.2026."),
    good("Ждём актовый зал от 12.12.2026."),
    good("Заказ от нас на пять мест и вывоз от 12.12.2026."),
    good("Нужны перепродажи за 12.12.2026."),
    good("Штрафной счёт за 12.12.2026 ждём."),
    good("Продажи за нас и за пять новых мест за 12.12.2026."),
    good("Кандидаты операции: 12.12.2026."),
    good("Дата операции нам неясна, груз 12.12.2026."),
    good("Списали за 01.11.2026-30.11.2026 лишнее."),
    good(
        "Груз приняли на 12.12.2026. К 12.12.2026 груз приняли. Ко 12.12.2026 груз приняли. По 12.12.2026 "
        "груз приняли. Со 02.12.2026 склад приняли."
    ),
]
