"""Не назван номер.

Что ищет: рассказ о конкретном заказе, отправлении, возврате, поставке или товаре без единого номера.
Почему мешает: без номера поддержка не найдёт, о чём речь, и вернёт обращение.
Как исправить: указать номер заказа, отправления, поставки или SKU из личного кабинета.
"""

from companion.reading import Reading
from companion.rules.examples import bad, good
from companion.rules.rule import WHOLE, Finding, Hit, Spared, rule


@rule("reference.missing", field="reference", severity="error")
def missing(reading: Reading) -> Finding:
    if not reading.needs_reference:
        return "речь не о конкретном заказе, поставке или товаре"
    if reading.reference_field.usable:
        yield Spared(reading.reference_field.identifiers[0].span, "номер указан")
    elif reading.identifiers:
        yield Spared(reading.identifiers[0].span, "номер указан", "description")
    else:
        yield Hit(WHOLE, "Укажите номер заказа, отправления, поставки или товара")
    return None


BAD = [
    bad("12.11.2026 потеряли отправление, прошу найти его."),
    bad("Покупатель вернул разбитую кружку, прошу компенсировать."),
    bad("Поставка принята не полностью, не хватает 4 единиц."),
    bad("Карточка товара скрыта с 10.11.2026, прошу вернуть её в продажу.", reference="Нет"),
    bad("Не зачислена оплата за заказ от 05.11.2026, прошу проверить."),
    bad("Возврат не пришёл на склад, прошу разобраться.", reference="12.11.2026"),
]
GOOD = [
    good("12.11.2026 потеряли отправление 57195475-0050-3."),
    good("Поставка принята не полностью.", reference="2000061286750"),
    good("Не могу войти в личный кабинет с 09:00."),
    good("Не поступила выплата за период с 01.11.2026 по 07.11.2026."),
    good("Как оформить возврат товара покупателю?"),
]
NEAR_MISS = [
    good("Прошу добавить сотрудника и открыть ему доступ к заказам."),
    good("Какие документы нужны для поставки на склад?"),
    good("Карточка товара скрыта, SKU 646399170."),
]
