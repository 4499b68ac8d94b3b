"""Даты, которой нет.

Что ищет: дни, которых нет в календаре (31.11, 30 февраля), и день недели, который не совпадает с датой.
Почему мешает: поддержка не поймёт, о каком дне речь, и вернёт обращение.
Как исправить: сверить дату с отчётом, заказом или календарём.
"""

from collections.abc import Iterator

from companion.reading import Reading
from companion.rules.date.impossible_examples import ALL_DAYS_EXIST, NO_SUCH_DAY
from companion.rules.examples import bad, good
from companion.rules.rule import Change, Finding, Hit, Remedy, Spared, rule
from companion.text.dates import ImpossibleDate


@rule("date.impossible", field="description", severity="error")
def impossible_date(reading: Reading) -> Finding:
    for found in reading.dates.impossible:
        # A title («31 июня») or somebody else's words.
        if reading.description.in_quotation(found.span):
            yield Spared(found.span, "стоит в кавычках")
            continue
        what = "День недели не совпадает с датой" if found.wrong_weekday else "Такой даты нет"
        yield Hit(found.span, f"{what}: {found.reason}", tuple(_remedies(found)))
    return "все даты есть в календаре" if reading.dates.exact else "дат в описании нет"


def _remedies(found: ImpossibleDate) -> Iterator[Remedy]:
    if found.suggestion is not None:
        day = f"{found.suggestion:%d.%m.%Y}"
        yield Remedy(f"Заменить на {day}", (Change("description", found.span, day),))
    if found.removable is not None:
        yield Remedy("Убрать день недели", (Change("description", found.removable, ""),))


BAD = [
    bad("Поставку сдали [31.11.2026]."),
    bad("Платёж [31.11] не пришёл."),
    bad("[31.11] не пришла выплата."),
    bad("Отчёт за [30 февраля] не открывается."),
    bad("Груз приняли [32.01.2026], статус прежний."),
    bad("Оплата [12.13.2026] не зачислена.", fixed="Оплата 13.12.2026 не зачислена."),
    bad("Списание от [29.02.2025] ошибочно."),
    bad("Писал в [понедельник 12.11.2026], ответа нет.", fixed="Писал 12.11.2026, ответа нет."),
    bad("Отгрузили [12.11.2026 (пн)], статус прежний.", fixed="Отгрузили 12.11.2026, статус прежний."),
    bad("Выплаты с 3 по [31 ноября] не пришли."),
    bad("[Понедельник, 15 ноября]: приняли не всё.", fixed="15 ноября: приняли не всё."),
    bad("С 28.11 по [31.11.2026] не было выплат."),
    *NO_SUCH_DAY,
]
GOOD = [
    good("Платёж за 30.11.2025 не пришёл."),
    good("Писал в четверг 12.11.2026, ответа нет."),
    good("Отгрузили 12.11.2026 (чт), статус прежний."),
    good("Списание от 29.02.2024 ошибочно."),
    good("Выплаты с 3 по 7 ноября не пришли."),
]
NEAR_MISS = [
    good("Фильм «31 июня» скрыт модерацией 5 ноября."),
    good("Заказ 57195475-0050-3, артикул 31.11.45 не найден."),
    good("Списали 31.11 ₽ вместо 30.11 ₽."),
    good("Приложение версии 31.11.2 не открывается."),
    good("По п. 31.11 и гл. 30.02 договора штраф не начисляют."),
    good("Габариты 31.11 см вместо 30.10 см."),
    good("УПД №31.11 не сходится с отчётом."),
    good("Доставка в пятницу 4 декабря, прошу подтвердить."),
    good("Писал 12.11.2026, в понедельник обещали ответить."),
    good("Склад работает 24/7, приёмка до 31.12.2026."),
    good("Писал 18, 19 и 20 ноября, в среду, четверг и пятницу."),
    good("Цена логистики выросла с 30.02 до 31.11, прошу пояснить."),
    good("Доставка стала от 31.11 до 45.99 рублей, прошу пояснить."),
    good("Прошу сдвинуть слот с четверга, 26 ноября, на понедельник 30 ноября."),
    *ALL_DAYS_EXIST,
]
