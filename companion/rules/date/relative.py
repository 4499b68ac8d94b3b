"""Относительная дата вместо точной.

Что ищет: «вчера», «на прошлой неделе», «третий месяц», «недавно», если рядом нет даты.
Почему мешает: обращение читают позже, и «вчера» станет другим днём.
Как исправить: назвать день, например 22.11.2026.
"""

from collections.abc import Iterator

from companion.reading import Reading
from companion.rules.examples import bad, good
from companion.rules.rule import Change, Finding, Hit, Remedy, Spared, rule
from companion.text.dates import RelativeDate


@rule("date.relative", field="description", severity="warning")
def relative_date(reading: Reading) -> Finding:
    for found in reading.dates.relative:
        spared = _spared(reading, found)
        if spared:
            yield Spared(found.span, spared)
            continue
        phrase = reading.description.view.text[found.span.start : found.span.end]
        yield Hit(found.span, f"Вместо «{phrase}» назовите дату", tuple(_remedies(found, phrase)))
    return "слов вроде «вчера» в описании нет"


def _spared(reading: Reading, found: RelativeDate) -> str | None:
    if found.dated:
        return "рядом стоит дата"
    if reading.description.in_quotation(found.span):
        return "это чужие слова в кавычках"
    return _general(reading, found)


def _general(reading: Reading, found: RelativeDate) -> str | None:
    """«Ответьте до пятницы» is a deadline; «Принимают ли в субботу?» asks about any; «за сентябрь … за этот месяц»."""
    text = reading.description
    if any(found.span.overlaps(day.span) for day in text.found("speech.deadline_day")):
        return "это срок ответа"
    if reading.dates.vague and any(found.span.overlaps(month.span) for month in text.found("speech.this_month")):
        return "месяц уже назван"
    sentence = text.sentence_at(found.span.start)
    asked = text.view.text[sentence.start : sentence.end].endswith("?")
    told = any(event.span.inside(sentence) for event in reading.about.events)
    if asked and not told and any(found.span.overlaps(day.span) for day in text.found("speech.week_day")):
        return "это вопрос о любом таком дне"
    return None


def _remedies(found: RelativeDate, phrase: str) -> Iterator[Remedy]:
    if found.as_date is None:
        return
    # «Со вчерашнего дня» begins a sentence, and so does «С 22.11.2026».
    text = found.as_date[:1].upper() + found.as_date[1:] if phrase[:1].isupper() else found.as_date
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
    bad("Писал вам [в пятницу], ответа нет."),
    bad("За заказ от 12.09.2026 [третий месяц] не приходит оплата."),
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
]
