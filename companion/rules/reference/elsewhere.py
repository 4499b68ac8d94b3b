"""Номер стоит в описании, а не в поле номера.

Что ищет: пустое поле номера, когда в описании назван ровно один заказ или одно отправление.
Почему мешает: обращение с номером в своём поле сразу попадает к тому, кто видит этот заказ.
Как исправить: указать номер и в поле номера.
"""

from companion.reading import Reading
from companion.rules.examples import bad, good
from companion.rules.reference.orders import orders
from companion.rules.rule import WHOLE, Change, Finding, Hit, Remedy, Spared, rule


@rule("reference.elsewhere", field="reference", severity="hint")
def elsewhere(reading: Reading) -> Finding:
    if reading.page == "messenger":
        return "в чате нет поля номера"
    if not reading.reference_field.blank:
        return "поле номера заполнено"
    named = orders(reading.identifiers)
    if len(named) == 1:
        value = named[0].value
        # Safe: the request already speaks of this order, nothing is taken out or said anew.
        remedy = Remedy(f"Указать {value} в поле номера", (Change("reference", reading.reference.all, value),), "safe")
        yield Hit(WHOLE, f"Номер {value} есть в описании, укажите его и в поле номера", (remedy,))
    else:
        yield from (Spared(order.span, "в описании несколько заказов", "description") for order in named)
    return "в описании нет заказа или отправления"


BAD = [
    bad("Заказ 57195475-0050-3 отменили по вине Ozon 12.11.2026.", fixed={"reference": "57195475-0050-3"}),
    bad("Покупатель не получил 0208194185-0001-1, прошу проверить.", fixed={"reference": "0208194185-0001-1"}),
    bad("По заказу № 57195475-0050 удержали логистику дважды.", fixed={"reference": "57195475-0050"}),
    bad("Заказ 57195475-0050, отправление 57195475-0050-3: нет выплаты.", fixed={"reference": "57195475-0050-3"}),
    bad("Отправление 57195475—0050—3 потеряно.", reference="  ", fixed={"reference": "57195475-0050-3"}),
    bad("57195475-0050-3! Где посылка 57195475-0050-3?", fixed={"reference": "57195475-0050-3"}),
]
GOOD = [
    good("Заказ 57195475-0050-3 отменили по вине Ozon.", reference="57195475-0050-3"),
    good("Отправление 57195475-0050-3 потеряно, прошу компенсировать.", page="messenger"),
    good("Прошу проверить начисления за октябрь 2026 года."),
    good("Карточка SKU 646399170 скрыта 10.11.2026."),
    good("Поставка 2000061286750 не принята с 3 ноября."),
]
NEAR_MISS = [
    good("Отменили заказы 57195475-0050-3 и 57195476-0001-1."),
    good("Отправления 57195475-0050-3 и 57195475-0050-4 одного заказа едут порознь."),
    good("Заказ 57195475-0050-3 не доехал.", reference="Нет"),
    good("Ошибка API, запрос 12345678-0050-4abc-9def-0123456789ab."),
    good("По договору 1234567-2024 не подписан акт."),
    # Sums are no numbers of orders, however they are written.
    good("Удержаны RUB 300, USD 25, EUR 12, CNY 90, KZT 5000, BYN 40, RUR 70 и ₽ 45."),
    good("Плата составила 40 BYN, 50 долларов, 60 евро, 70 юаней и 80 тенге."),
    good("Стоимость составила 4500, цена составляет 700, сумма в 800 удержана."),
    good("Списано 4.500,50 руб., 1,234.50 USD и 4500-00."),
    good("Удержали 15к, 5к руб. и 6 т.р., а видео в 4к. Ещё 7 тыс. за хранение."),
    good("Сданы 64639 ₽450, 64640 $100, 64641 €90, 64642 ¥70, 64643 ₸800."),
    good("300-500 ₽ за возврат, 700-900 ₽ за утилизацию."),
    good("Удержана сумма 4500\r\nСписана сумма 700 - верните (сумма 800)!\nСумма 900, итого 950"),
    good("Приняли 5 тысяч 300 заказов."),
]
