"""В поле номера и в описании разные заказы.

Что ищет: заказ или отправление в поле номера, которого нет в описании, когда описание называет другие.
Почему мешает: поддержка проверит номер из поля, а не тот, о котором написано.
Как исправить: оставить в поле номер, о котором обращение.
"""

from companion.reading import Reading
from companion.rules.examples import bad, good
from companion.rules.reference.orders import orders, same_order
from companion.rules.rule import Change, Finding, Hit, Remedy, Spared, rule


@rule("reference.conflict", field="reference", severity="warning")
def conflict(reading: Reading) -> Finding:
    in_field, in_text = orders(reading.reference_field.identifiers), orders(reading.identifiers)
    if not in_field or not in_text:
        return f"{'в описании' if in_field else 'в поле номера'} нет заказа или отправления"
    same = next((one for one in in_field if any(same_order(one, other) for other in in_text)), None)
    if same:
        yield Spared(same.span, "этот заказ назван и в описании")
        return None
    remedies: tuple[Remedy, ...] = ()
    if len(in_field) == len(in_text) == 1:
        value = in_text[0].value
        remedies = (Remedy(f"Указать {value} из описания", (Change("reference", in_field[0].span, value),)),)
    message = f"В описании другой номер: {in_text[0].value}. Проверьте, о каком заказе обращение"
    yield Hit(in_field[0].span, message, remedies)
    return None


BAD = [
    bad("Заказ 57195476-0001-1 потерян.", reference="[57195475-0050-3]", fixed="57195476-0001-1"),
    bad("По заказу 57195475-0051 нет выплаты.", reference="заказ [57195475-0050]", fixed="заказ 57195475-0051"),
    bad("Не пришло отправление 57195475-0050-4.", reference="[57195475-0050-3]", fixed="57195475-0050-4"),
    bad("Отменены 57195476-0001-1 и 57195477-0002-1.", reference="[57195475-0050-3]"),
    bad("Заказ 57195476-0001-1 вернули.", reference="[57195475-0050-3], 57195478-0003-2"),
    bad("Возврат по заказу № 0208194185-0001-1 не принят.", reference="[57195475—0050—3]", fixed="0208194185-0001-1"),
]
GOOD = [
    good("Заказ 57195475-0050-3 потерян.", reference="57195475-0050-3"),
    good("Заказ 57195475-0050 не собран.", reference="57195475-0050-3"),
    good("Отправление 57195475-0050-3 не собрано.", reference="57195475-0050"),
    good("Потеряны 57195475-0050-3 и 57195476-0001-1.", reference="57195475-0050-3"),
    good("Посылка потеряна, прошу найти.", reference="57195475-0050-3"),
]
NEAR_MISS = [
    good("Отправление 57195475–0050–З едет месяц.", reference="57195475-0050-3"),
    good("Поставка 2000061286750 не принята.", reference="57195475-0050-3"),
    good("Карточка SKU 646399170 скрыта.", reference="646399171"),
    good("Потерян заказ 57195476-0001-1.", reference="57195475-0050-3 и 57195476-0001-1"),
]
