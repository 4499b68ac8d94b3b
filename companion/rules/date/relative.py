"""Относительная дата вместо точной.

Что ищет: «вчера», «на прошлой неделе», «третий месяц», «недавно», если рядом нет даты.
Почему мешает: обращение читают позже, и «вчера» станет другим днём.
Как исправить: назвать день, например 22.11.2026.
"""

from collections.abc import Iterator

from companion.positions import Span
from companion.reading import Reading
from companion.rules.date.relative_examples import EVERY_FORM, NO_FORM
from companion.rules.examples import bad, good
from companion.rules.rule import Change, Finding, Hit, Remedy, Spared, rule
from companion.text.dates import RelativeDate
from companion.text.matching import Found
from companion.text.words import capital_as
from companion.text.written import FieldText


@rule("date.relative", field="description", severity="warning")
def relative_date(reading: Reading) -> Finding:
    about = reading.about
    told = _sentences(reading, *about.happenings, *(claim.found for claim in about.claims))
    past = told - _sentences(reading, *reading.description.found("dates.planned"))
    for found in reading.dates.relative:
        spared = _spared(reading, found, told)
        if spared:
            yield Spared(found.span, spared)
            continue
        phrase = found.span.of(reading.description.view.text)
        instead = _instead(reading, found, past)
        yield Hit(found.span, f"Вместо «{phrase}» назовите дату", tuple(_remedies(instead, found, phrase)))
    return "слов вроде «вчера» в описании нет"


def _spared(reading: Reading, found: RelativeDate, told: frozenset[Span]) -> str | None:
    text = reading.description
    if found.dated:
        return "рядом стоит дата"
    if text.in_quotation(found.span):
        return "это чужие слова в кавычках"
    if text.touches("speech.deadline_day", found.span):
        return "это срок ответа"
    if reading.dates.vague and text.touches("speech.this_month", found.span):
        return "месяц уже назван"
    return _general(text, found, told)


def _general(text: FieldText, found: RelativeDate, told: frozenset[Span]) -> str | None:
    """«Принимают ли в субботу?» asks about any; «в выходные склад закрыт» is a timetable."""
    sentence = text.sentence_at(found.span.start)
    if sentence in told:
        return None
    if text.touches("speech.rest_day", found.span):
        return "сказано не о случае, а о порядке"
    if not text.touches("speech.week_day", found.span):
        return None
    asked = sentence.of(text.view.text).endswith("?")
    return "это вопрос о любом таком дне" if asked else "это день, который ещё будет"


def _sentences(reading: Reading, *found: Found) -> frozenset[Span]:
    return frozenset(reading.description.sentences[one.sentence] for one in found)


def _instead(reading: Reading, found: RelativeDate, past: frozenset[Span]) -> str | None:
    """The date to write; of a bare weekday the last one, where the past is told and no plan."""
    if found.as_date or not found.as_last:
        return found.as_date
    sentence = reading.description.sentence_at(found.span.start)
    return found.as_last if sentence in past else None


def _remedies(instead: str | None, found: RelativeDate, phrase: str) -> Iterator[Remedy]:
    if instead is None:
        return
    # «Со вчерашнего дня» begins a sentence, and so does «С 22.11.2026».
    text = capital_as(phrase, instead)
    yield Remedy(f"Заменить на «{text}»", (Change("description", found.span, text),))


BAD = [
    bad("Оплата не пришла [вчера].", fixed="Оплата не пришла 22.11.2026."),
    bad("[Позавчера] сдали поставку 2000061286750.", fixed="21.11.2026 сдали поставку 2000061286750."),
    bad("[Сегодня] списали 500 ₽ за хранение.", fixed="23.11.2026 списали 500 ₽ за хранение."),
    bad("Груз принят [три дня назад], статус прежний.", fixed="Груз принят 20.11.2026, статус прежний."),
    bad("Курьер не приехал [в прошлую пятницу].", fixed="Курьер не приехал 20.11.2026."),
    bad("[Со вчерашнего дня] не открывается раздел «Финансы».", fixed="С 22.11.2026 не открывается раздел «Финансы»."),
    bad("Возврат получили [на прошлой неделе]."),
    bad("[Третий месяц] не приходит выплата."),
    bad("Заказ 57195475-0050 висит [третьи сутки]."),
    bad("[Недавно] заблокировали карточку товара."),
    bad("Обещали ответить [на днях]."),
    bad("Отчёт [давно] не обновляется."),
    bad("Поставка не принята [уже месяц]."),
    bad("[Два месяца] не могу получить акт сверки."),
    bad("Индекс цен не меняется [с прошлого месяца]."),
    bad("Писал вам [в пятницу], ответа нет.", fixed="Писал вам 20.11.2026, ответа нет."),
    bad("[Со среды] не открывается раздел «Финансы».", fixed="С 18.11.2026 не открывается раздел «Финансы»."),
    bad("[Третьего дня] сдал посылку.", fixed="21.11.2026 сдал посылку."),
    bad("[С позавчерашнего дня] не грузится кабинет.", fixed="С 21.11.2026 не грузится кабинет."),
    bad("[Минувшей ночью] поменялись тарифные зоны."),
    bad("[Дней десять] как забрала возврат."),
    bad("Курьер не приехал [на выходных]."),
    bad("[Последние три дня] не печатаются этикетки."),
    bad("[В начале недели] привезли чужой возврат."),
    bad("За заказ от 12.09.2026 [третий месяц] не приходит оплата."),
    *EVERY_FORM,
]
GOOD = [
    good("Оплата не пришла 22.11.2026."),
    good("Вчера, 22.11.2026, не пришла оплата."),
    good("Оплата не пришла вчера (22.11)."),
    good("Груз принят 22 ноября, то есть вчера."),
    good("В пятницу 20.11.2026 курьер не приехал."),
    good("Сдали груз 12.11.2026, уже 10 дней статус не меняется."),
]
NEAR_MISS = [
    good("Прошу перенести отгрузку на вторник."),
    good("За последние 30 дней рейтинг товара не изменился."),
    good("Вчерашний отчёт от 22.11.2026 приложен."),
    good("Кабинет сейчас не открывается."),
    good("Заказ до сих пор не доставлен."),
    good("С утра не печатаются этикетки."),
    good("Прошу ответить в течение 3 дней."),
    good("Срок ответа — 5 дней."),
    good("Давно продаю на Ozon, такое впервые."),
    good("Покупатель написал: «Получил вчера, коробка мятая»."),
    good("До сегодняшнего дня товар от 12.11.2026 не принят."),
    good("На сегодняшний день выплата за 12.11.2026 не зачислена."),
    good("Склад принимает с понедельника по пятницу."),
    good("Можно ли сдать груз в понедельник 30 ноября? Если окон в понедельник нет, подойдёт 01.12."),
    good("Принимает ли пункт посылки в выходные?"),
    good("20.11.2026, в прошлую пятницу, сдали груз."),
    good("На третий день хранения начинается плата?"),
    good("Крайний срок — к пятнице."),
    *NO_FORM,
]
