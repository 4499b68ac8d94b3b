"""Dates are found in every form that people write, and nothing else is taken for one."""

import time
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.positions import Span
from companion.text.dates import DateFindings, find_dates
from companion.text.view import View

NOW = datetime.fromisoformat("2026-11-23T10:00:00+03:00")
"""A Monday."""


def _find(text: str, now: datetime = NOW) -> DateFindings:
    return find_dates(View(text), now=now)


def _exact(text: str, now: datetime = NOW) -> list[tuple[str, str]]:
    view = View(text)
    return [(view.matched(found.span), found.value.isoformat()) for found in find_dates(view, now=now).exact]


def _relative(text: str) -> list[tuple[str, str | None]]:
    view = View(text)
    return [(view.matched(found.span), found.as_date) for found in find_dates(view, now=NOW).relative]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Платёж за 12.11.2026 не пришёл", "12.11.2026"),
        ("Платёж за 12.11.26 не пришёл", "12.11.26"),
        ("Платёж за 12/11/2026 не пришёл", "12/11/2026"),
        ("дата платежа:12/11/26", "12/11/26"),
        ("Платёж 12/11 не пришёл", "12/11"),
        ("Платёж 12.11 не пришёл", "12.11"),
        ("Платёж от 12-11-2026 не пришёл", "12-11-2026"),
        ("Платёж 2026-11-12 не пришёл", "2026-11-12"),
        ("Ошибка 2026-11-12T10:00:05 в логе", "2026-11-12"),
        ("Платёж 2026.11.12 не пришёл", "2026.11.12"),
        ("Платёж 12. 11. 2026 не пришёл", "12. 11. 2026"),
        ("Платёж от12.11.2026г. не пришёл", "12.11.2026"),
        ("Платёж 12.11.2026 года не пришёл", "12.11.2026"),
        ("12 ноября не пришёл платёж", "12 ноября"),
        ("12 НОЯБРЯ 2026 ГОДА не пришёл платёж", "12 НОЯБРЯ 2026"),
        ("12 ноября 2026 г. не пришёл платёж", "12 ноября 2026"),
        ("12-го ноября не пришёл платёж", "12-го ноября"),
        ("12 нояб. 2026 не пришёл платёж", "12 нояб. 2026"),
        ("12 ноя не пришёл платёж", "12 ноя"),
        ("двенадцатого ноября не пришёл платёж", "двенадцатого ноября"),
        ("В четверг 12 ноября не пришёл платёж", "12 ноября"),
        ("12.11.2026 (чт) не пришёл платёж", "12.11.2026"),
        ("12.11 в 14:30 не пришёл платёж", "12.11"),
        ("12.11.2026 12.10 не пришёл платёж", "12.11.2026"),
        ("12\u00a0ноября\u00a02026 г. не пришёл платёж", "12\u00a0ноября\u00a02026"),
        ("1. 12.11.2026 сдали груз", "12.11.2026"),
        ("12.XI не пришёл платёж", "12.XI"),
        ("12.ХI.2026 не пришёл платёж", "12.ХI.2026"),
        ("Платёж от 12,11,2026 не пришёл", "12,11,2026"),
        ("Платёж от 12 11 2026 не пришёл", "12 11 2026"),
        ("12 числа ноября не пришёл платёж", "12 числа ноября"),
        ("«12» ноября 2026 г. не пришёл платёж", "12» ноября 2026"),
        ("Платёж 12.11-го не пришёл", "12.11"),
    ],
)
def test_a_day_is_found_however_it_is_written(text: str, written: str) -> None:
    assert _exact(text) == [(written, "2026-11-12")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("с 3 по 7 ноября", [("3", "2026-11-03"), ("7 ноября", "2026-11-07")]),
        ("3-7 ноября", [("3", "2026-11-03"), ("7 ноября", "2026-11-07")]),
        ("3 и 7 ноября", [("3", "2026-11-03"), ("7 ноября", "2026-11-07")]),
        ("3, 5 и 7 ноября", [("3", "2026-11-03"), ("5", "2026-11-05"), ("7 ноября", "2026-11-07")]),
        ("с 3-го по 7-е ноября", [("3", "2026-11-03"), ("7-е ноября", "2026-11-07")]),
        ("с 01.11 по 15.11.2025", [("01.11", "2025-11-01"), ("15.11.2025", "2025-11-15")]),
        ("01.11–15.11.2026", [("01.11", "2026-11-01"), ("15.11.2026", "2026-11-15")]),
        ("за 12-13.11.2026", [("12", "2026-11-12"), ("13.11.2026", "2026-11-13")]),
        ("с 28 декабря по 3 января 2026 года", [("28 декабря", "2025-12-28"), ("3 января 2026", "2026-01-03")]),
        ("12 ноября прошлого года", [("12 ноября", "2025-11-12")]),
        ("с 1 по 15.11", [("1", "2026-11-01"), ("15.11", "2026-11-15")]),
        ("с 01 по 15.11.2026", [("01", "2026-11-01"), ("15.11.2026", "2026-11-15")]),
        ("01.10-31.10.26", [("01.10", "2026-10-01"), ("31.10.26", "2026-10-31")]),
        ("в ночь с 11 на 12 ноября", [("11", "2026-11-11"), ("12 ноября", "2026-11-12")]),
        ("12.11.2026/13.11.2026", [("12.11.2026", "2026-11-12"), ("13.11.2026", "2026-11-13")]),
        ("3/11 и 5/11", [("3/11", "2026-11-03"), ("5/11", "2026-11-05")]),
    ],
)
def test_both_ends_of_a_range_are_found(text: str, found: list[tuple[str, str]]) -> None:
    assert _exact(f"Выплаты {text} не пришли") == found


@pytest.mark.parametrize(
    ("text", "value"),
    [("23.11", "2026-11-23"), ("24.11", "2025-11-24"), ("30 декабря", "2025-12-30"), ("29.02", "2024-02-29")],
)
def test_without_a_year_it_is_the_nearest_such_day_not_after_now(text: str, value: str) -> None:
    assert [found for _, found in _exact(f"Оплата за {text} не пришла")] == [value]


def test_now_is_the_day_of_its_own_offset() -> None:
    late = datetime.fromisoformat("2026-11-23T23:30:00-11:00")
    assert find_dates(View("сегодня"), now=late).relative[0].as_date == "23.11.2026"


@pytest.mark.parametrize(
    "text",
    [
        "п. 4.12 и 10.11 оферты, пункт 31.11, раздел 3.2.1, согласно 4.12 договора",
        "версия 2.10, версия приложения 12.11, v1.12, iOS 17.10.2, Chrome 118.0.1, Wi-Fi 12.11",
        "акт № 12/11, договор 12-11/2025, УПД №31.11, счёт-фактура №31.11.2026-45",
        "12.11 руб., 1 200.50, 31.11 ₽, 30.02 %, сумма 12.11, списали 31.04 вместо 30.02",
        "12:30, в 10.30, в 10.11, с 10.00 до 18.00",
        "30.11 см, 12/11 кг, 31.11х30.12х20.10, 12/11/10 см, вес 12.11",
        "3/4, 50/50, 24/7, соотношение 12/11",
        "оценка 4.12 звезды, рейтинг упал до 4.12, цену снизили до 31.11",
        "192.168.1.12, 10.11.12.13, +7 999 123-12-11, 8 (495) 12-11-20",
        "57195475-0050-3, 0208194185-0001, AB-31.11.2026, отчет_31.11.2026.xlsx, скан 31.11.2026.png",
        "артикул 31.11.27, ячейка 31.11, дом 31/11, болт М12 31.11, код 47.91, 31.11",
        "31 день, 12 коробок, 3-7 дней, 1-3 рабочих дня",
        "Android 12.x, версия 5.x, размер 12/x, 12.XL, коробки 12 11 2026 шт",
    ],
)
def test_numbers_of_other_things_are_no_dates(text: str) -> None:
    found = _find(text)
    assert (found.exact, found.impossible, found.vague) == ((), (), ())


@pytest.mark.parametrize(
    ("text", "written", "reason"),
    [
        ("Сдали 31.11.2026", "31.11.2026", "в ноябре 30 дней"),
        ("Платёж 31.11 не пришёл", "31.11", "в ноябре 30 дней"),
        ("Отчёт за 30 февраля", "30 февраля", "в феврале 29 дней"),
        ("Сдали 29.02.2025", "29.02.2025", "в феврале 2025 года 28 дней"),
        ("Сдали 32.01.2026", "32.01.2026", "дня с номером 32 нет"),
        ("Сдали 12.13.2026", "12.13.2026", "месяца с номером 13 нет"),
        ("Сдали 2026-11-31", "2026-11-31", "в ноябре 30 дней"),
        ("С 3 по 31 июня", "31 июня", "в июне 30 дней"),
        ("В понедельник 12.11.2026 сдали", "понедельник 12.11.2026", "12.11.2026 — четверг"),
        ("Сдали 12.11.2026 (пн)", "12.11.2026 (пн)", "12.11.2026 — четверг"),
        ("Сдали 12.11.2026, понедельник.", "12.11.2026, понедельник", "12.11.2026 — четверг"),
        ("В понедельник 12 ноября сдали", "понедельник 12 ноября", "12.11.2026 — четверг"),
        ("Понедельник, 15 ноября: сдали", "Понедельник, 15 ноября", "15.11.2026 — воскресенье"),
    ],
)
def test_a_day_that_does_not_exist_is_impossible(text: str, written: str, reason: str) -> None:
    view = View(text)
    found = find_dates(view, now=NOW)
    assert [(view.matched(one.span), one.reason) for one in found.impossible] == [(written, reason)]
    assert written not in [view.matched(one.span) for one in found.exact]


@pytest.mark.parametrize(
    "text",
    [
        "Доставка в пятницу 4 декабря",
        "Сдали 12.11.2026, в понедельник обещали ответ",
        "Сдали 12.11.2026, чт, 13.11.2026, пт, 14.11.2026, сб",
        "чт, 12.11.2026, пт, 13.11.2026",
        "Среда 18.11.2026: сдали",
        "Писал 18, 19 и 20 ноября, в среду, четверг и пятницу",
    ],
)
def test_a_weekday_that_may_be_right_is_no_mistake(text: str) -> None:
    assert _find(text).impossible == ()


@pytest.mark.parametrize(
    "text",
    [
        "Доставка от 31.11 до 45.99 рублей",
        "от 31.11-45.99 рублей",
        "с 31.11 до 10.12 ₽",
        "Тариф вырос с 30.02 до 31.11",
        "Весит от 30.02 до 31.04 кг",
    ],
)
def test_the_ends_of_a_range_of_sums_are_no_days(text: str) -> None:
    found = _find(text)
    assert (found.impossible, found.exact) == ((), ())


def test_the_ends_of_a_period_stay_days() -> None:
    assert [one.reason for one in _find("с 31.11 по 3.12 заказы стоят").impossible] == ["в ноябре 30 дней"]


@pytest.mark.parametrize(
    ("text", "written", "day"),
    [
        ("Не пришло вчера", "вчера", "22.11.2026"),
        ("Позавчера не пришло", "Позавчера", "21.11.2026"),
        ("Завтра истекает срок", "Завтра", "24.11.2026"),
        ("Не открывается со вчерашнего дня", "со вчерашнего дня", "с 22.11.2026"),
        ("Было до вчерашнего дня", "вчерашнего дня", "22.11.2026"),
        ("Три дня назад сдали", "Три дня назад", "20.11.2026"),
        ("Сдали 10 дней назад", "10 дней назад", "13.11.2026"),
        ("Сдали неделю назад", "неделю назад", "16.11.2026"),
        ("Сдали в прошлую пятницу", "в прошлую пятницу", "20.11.2026"),
        ("Стоит с прошлой среды", "прошлой среды", "18.11.2026"),
        ("Сдали месяц назад", "месяц назад", None),
        ("Сдали пару дней назад", "пару дней назад", None),
        ("Сдали около недели назад", "около недели назад", None),
        ("Сдали в пятницу", "в пятницу", None),
        ("Сдали в пт, ответа нет", "в пт", None),
        ("Сдали на прошлой неделе", "на прошлой неделе", None),
        ("Сдали на той неделе", "на той неделе", None),
        ("Нет денег с прошлого месяца", "с прошлого месяца", None),
        ("Сдали в прошлом году", "в прошлом году", None),
        ("Третий месяц не приходит выплата", "Третий месяц", None),
        ("Заказ стоит третьи сутки", "третьи сутки", None),
        ("Жду вторую неделю", "вторую неделю", None),
        ("Не могу войти 3-й день", "3-й день", None),
        ("Денег нет уже месяц", "уже месяц", None),
        ("Два месяца не приходит выплата", "Два месяца", None),
        ("Не приходит выплата два месяца.", "два месяца", None),
        ("5 дней нет ответа", "5 дней", None),
        ("Недавно заблокировали", "Недавно", None),
        ("Обещали на днях", "на днях", None),
        ("Отчёт давно не обновляется", "давно", None),
        ("С позавчерашнего дня не грузится", "С позавчерашнего дня", "с 21.11.2026"),
        ("Третьего дня сдали", "Третьего дня", "21.11.2026"),
        ("Минувшей ночью упал", "Минувшей ночью", None),
        ("Позапрошлой ночью упал", "Позапрошлой ночью", None),
        ("Дней десять как забрала", "Дней десять", None),
        ("Неделя как сдали", "Неделя", None),
        ("Привезли на выходных", "на выходных", None),
        ("Привезли в прошлые выходные", "в прошлые выходные", None),
        ("Нет денег с начала недели", "с начала недели", None),
        ("Последние три дня не печатает", "Последние три дня", None),
        ("В течение недели не могу войти", "В течение недели", None),
    ],
)
def test_a_relative_date_is_found_and_computed_where_it_is_exact(text: str, written: str, day: str | None) -> None:
    assert _relative(text) == [(written, day)]


@pytest.mark.parametrize(
    "text",
    [
        "Сейчас не открывается, до сих пор нет ответа, с утра не печатает",
        "Ответьте в течение 3 дней, срок 5 дней, до 24 часов, не позднее 7 дней, не более 5 дней",
        "За 2 дня до отгрузки, на 7 дней, через неделю, на третий день после сдачи, на следующий день",
        "На сегодняшний день оплаты нет, до сегодняшнего дня статус прежний",
        "Давно продаю на Ozon, работаем третий год, уже 3 года продаю",
        "Выплаты каждый понедельник, по пятницам, с понедельника по пятницу, в субботу и воскресенье не работает",
        "Товар недели, чёрная пятница, на день рождения, в прошлый раз, прошлый заказ, срок годности 12 месяцев",
        "Нажимаю «Назад», вернули назад, в среду обитания",
    ],
)
def test_terms_and_habits_are_no_relative_dates(text: str) -> None:
    assert _relative(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Вчера, 22.11.2026, не пришло",
        "Не пришло вчера (22.11)",
        "22 ноября, то есть вчера",
        "Вчера вечером, 22.11.2026",
        "Вчерашний отчёт от 22.11.2026",
        "Третий день (с 20.11.2026) не печатает",
        "Сдали 12.11.2026, уже 10 дней нет приёмки",
    ],
)
def test_an_exact_date_right_beside_dates_a_relative_one(text: str) -> None:
    assert [found.dated for found in _find(text).relative] == [True]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Писал в пятницу", "20.11.2026"),
        ("Писал во вт", "17.11.2026"),
        ("Писал в понедельник", "16.11.2026"),
        ("Стоит со среды", "с 18.11.2026"),
        ("Стоит с субботы", "с 21.11.2026"),
        ("Писал в прошлую пятницу", None),
    ],
)
def test_a_bare_weekday_was_last_before_today(text: str, day: str | None) -> None:
    assert [found.as_last for found in _find(text).relative] == [day]


def test_a_weekday_that_was_named_with_its_date_is_that_date() -> None:
    found = _find("Просим слот на понедельник 30 ноября. Если в понедельник нельзя, позвоните").relative
    assert [one.dated for one in found] == [True]


@pytest.mark.parametrize(
    "text", ["За заказ от 12.09.2026 третий месяц нет оплаты", "Поставка 24.11.2026, сегодня не пустили"]
)
def test_another_date_does_not(text: str) -> None:
    assert [found.dated for found in _find(text).relative] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "за октябрь",
        "в ноябре 2025 года",
        "за III квартал",
        "в 2025 году",
        "за 10.2026",
        "12 числа",
        "за неделю",
        "31.11",
        "вчера",
        "10-го",
        "двадцатого числа",
        "октябрьская",
        "за 3 кв. 2026",
        "в чёрную пятницу",
        "в субботу и воскресенье",
    ],
)
def test_any_date_at_all_counts_as_one(text: str) -> None:
    assert _find(f"Выплата {text} не пришла").first


def test_what_is_taken_by_an_identifier_is_no_date() -> None:
    view = View("артикул продавца 12.11.2026")
    assert find_dates(view, now=NOW, taken=(Span(17, 27),)) == DateFindings()


FORMATS = ("%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d", "%Y.%m.%d")
MONTHS = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
DAYS = st.dates(date(2010, 1, 1), date(2035, 12, 31))


@given(DAYS, st.sampled_from(FORMATS), st.sampled_from(["", "🙂 ", "й́ ", "\r\n", "\u00a0\u00a0"]))
def test_every_day_is_read_in_every_format(day: date, written: str, before: str) -> None:
    assert _exact(f"{before}Платёж от {day.strftime(written)} не пришёл") == [(day.strftime(written), day.isoformat())]


@given(DAYS)
def test_every_day_is_read_in_words(day: date) -> None:
    written = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    assert _exact(f"Платёж от {written} года не пришёл") == [(written, day.isoformat())]


@given(DAYS, st.datetimes(datetime(2012, 1, 1), datetime(2040, 1, 1)))  # noqa: DTZ001
def test_a_day_without_a_year_is_never_in_the_future(day: date, now: datetime) -> None:
    (found,) = find_dates(View(f"от {day:%d.%m}"), now=now).exact
    assert found.value <= now.date()
    assert (found.value.day, found.value.month) == (day.day, day.month)


PIECES = st.sampled_from(
    [
        "12",
        ".11",
        "/",
        "-",
        ".",
        ",",
        ":",
        "2026",
        "31",
        "ноября",
        "мая",
        "г.",
        "года",
        "с",
        "по",
        "до",
        "и",
        "в",
        "на",
        "вчера",
        "назад",
        "день",
        "неделю",
        "третий",
        "месяц",
        "уже",
        "не",
        "№",
        "п.",
        "пн",
        "(",
        ")",
        "«",
        "\n",
        "🙂",
        "й́",
        "\xa0",
    ]
)
MIXED = st.lists(PIECES, max_size=60)


@given(st.one_of(st.text(max_size=200), MIXED.map(" ".join), MIXED.map("".join)))
def test_any_text_is_survived_and_every_span_lies_in_it(text: str) -> None:
    view = View(text)
    found = find_dates(view, now=NOW)
    for kind in (found.exact, found.impossible, found.relative):
        spans = [one.span for one in kind]
        assert all(0 <= span.start < span.end <= len(view.text) for span in spans)
        assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(view.text) for span in found.vague)


@pytest.mark.parametrize("year", [1, 2, 9999])
def test_a_broken_clock_breaks_nothing(year: int) -> None:
    now = datetime(year, 1, 1, tzinfo=NOW.tzinfo)
    assert _find("29.02, позавчера, 300 дней назад, в пятницу 12 ноября", now).first


@pytest.mark.parametrize(
    "piece", ["1.", "1/", "1-", "1", "1 ", "12.11.", "20", "-", " 12.11.2026", "вчера ", "не день ", "3 и "]
)
def test_a_long_text_takes_no_longer_than_its_length(piece: str) -> None:
    def taken(length: int) -> float:
        view = View((piece * length)[:length])
        started = time.process_time()
        find_dates(view, now=NOW)
        return time.process_time() - started

    assert min(taken(20_000) for _ in range(3)) < 0.4
