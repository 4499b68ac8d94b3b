"""В поле номера стоит не номер.

Что ищет: в поле номера слова, телефон, дату, штрихкод или номер с буквами вместо цифр, длинными тире, пробелами внутри.
Почему мешает: по такому номеру поддержка ничего не найдёт и попросит прислать его ещё раз.
Как исправить: скопировать номер из личного кабинета; если номера нет, оставить поле пустым.
"""

from companion.reading import Reading
from companion.rules.examples import bad, good
from companion.rules.reference.orders import orders
from companion.rules.rule import Change, Finding, Hit, Remedy, Spared, rule
from companion.text.identifiers import Fault, Malformed

MESSAGES: dict[Fault, str] = {
    "placeholder": "Если номера нет, оставьте поле пустым",
    "phone": "Это номер телефона, а здесь нужен номер заказа, поставки или товара",
    "date": "Это дата, а здесь нужен номер заказа, поставки или товара",
    "barcode": "Это штрихкод, а здесь нужен SKU товара или номер заказа",
    "digits": "Не похоже на номер заказа, поставки или товара: проверьте цифры, например 57195475-0050-3",
    "words": "Здесь нужен номер заказа, поставки или товара, например 57195475-0050-3",
}


@rule("reference.malformed", field="reference", severity="warning")
def malformed(reading: Reading) -> Finding:
    for place in reading.reference_field.malformed:
        if place.value is not None:
            remedy = Remedy(f"Написать {place.value}", (Change("reference", place.span, place.value),), "safe")
            yield Hit(place.span, f"Номер принято писать так: {place.value}", (remedy,))
        else:
            yield Hit(place.span, MESSAGES[place.fault], (_instead(reading, place),))
    ill_written = {place.span for place in reading.reference_field.malformed}
    for found in reading.reference_field.identifiers:
        if found.span not in ill_written:
            yield Spared(found.span, "номер записан верно")
    return "поле номера пустое"


def _instead(reading: Reading, place: Malformed) -> Remedy:
    """The one order that the description names, else an empty field, which asks for the number anew."""
    named = orders(reading.identifiers)
    if len(named) == 1:
        return Remedy(f"Указать {named[0].value} из описания", (Change("reference", place.span, named[0].value),))
    return Remedy("Очистить поле", (Change("reference", place.span, ""),))


_TEXT = "Покупатель вернул кружку со сколом, прошу компенсировать её стоимость."

BAD = [
    bad(_TEXT, reference="[57195475—0050—3]", fixed="57195475-0050-3"),
    bad("Отправление стоит на складе с 12.11.2026.", reference="[57195475-ОО5О-З]", fixed="57195475-0050-3"),
    bad("Отправление отменили без причины.", reference="заказ [57195475 - 0050 - 3]", fixed="заказ 57195475-0050-3"),
    bad("Карточку скрыли 10.11.2026, прошу вернуть.", reference="SKU [646 399 170]", fixed="SKU 646399170"),
    bad("Короб не приняли на складе.", reference="[ОZN65347З453]", fixed="OZN653473453"),
    bad("Поставка зависла в статусе «В пути».", reference="[2000 0612 86750]", fixed="2000061286750"),
    bad("Не вижу возврат в отчёте.", reference="[іі 5275210303]", fixed="ii5275210303"),
    bad("Прошу проверить начисления за октябрь.", reference="[Нет]", fixed=""),
    bad("Прошу объяснить удержание 340 ₽.", reference="[-]", fixed=""),
    bad("Потеряли посылку 57195475-0050-3.", reference=" [не знаю] ", fixed=" 57195475-0050-3 "),
    bad("Прошу перезвонить по возврату.", reference="[+7 916 123-45-67]", fixed=""),
    bad("Деньги списали дважды.", reference="[12.11.2026]", fixed=""),
    bad("Неверные габариты в карточке.", reference="[EAN 4601234567890]", fixed=""),
    bad("Покупатель не получил заказ.", reference="[57195475-050-3]", fixed=""),
    bad("Заказы отменили.", reference="57195475-0050-3, [57195476–0001–1]", fixed="57195475-0050-3, 57195476-0001-1"),
]
GOOD = [
    good(_TEXT, reference="57195475-0050-3"),
    good("Заказ не отгружен, прошу отменить.", reference="0208194185-0001-1"),
    good("Отправления по заказу не собраны.", reference="57195475-0050"),
    good("Поставка не принята.", reference="2000061286750"),
    good("Короб потерян при приёмке.", reference="OZN653473453"),
    good("Возврат едет третью неделю.", reference="ii5275210303"),
    good("Карточка скрыта.", reference="646399170"),
    good("Не меняется цена.", reference="AB-77/ч"),
    good("Прошу ответить по прошлому обращению.", reference="обращение 73712587"),
    good("Прошу дать доступ сотруднику.", reference="  "),
]
NEAR_MISS = [
    good("Потеряли две посылки.", reference=" заказы 57195475-0050-3 и 57195476-0001-1 "),
    good("Комиссия списана дважды.", reference="заказ 12345678"),
    good("Короб не найден на складе.", reference="ozn653473453"),
    good("Не обновляется остаток.", reference="товар 646399170 от 12.11.2026"),
    good("Карточка пропала из поиска.", reference="https://www.ozon.ru/product/kruzhka-belaya-646399170/"),
    good("Отказали в сертификате на кружки.", reference="арт. Кружка-22"),
]
