"""Identifiers of contract §6: found in any writing, and never where a number means something else."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from companion.positions import Span
from companion.text.identifiers import find_identifiers, read_reference_field
from companion.text.view import View

UUID = "1b2c3d4e-0123-4abc-9def-012345678901"
CARD = "4111 1111 1111 1111"


def found(text: str) -> list[tuple[str, str]]:
    return [(identifier.kind, identifier.value) for identifier in find_identifiers(View(text))]


def places(text: str) -> list[str]:
    view = View(text)
    return [view.matched(identifier.span) for identifier in find_identifiers(view)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        # the table of contract §6
        ("отправление 57195475-0050-3", "posting", "57195475-0050-3"),
        ("0208194185-0001-1", "posting", "0208194185-0001-1"),
        ("заказ 57195475-0050", "order", "57195475-0050"),
        ("2000061286750", "supply", "2000061286750"),
        ("поставка 12345678", "supply", "12345678"),
        ("груз 1234567890123", "supply", "1234567890123"),
        ("OZN653473453", "barcode", "OZN653473453"),
        ("ii5275210303", "return", "ii5275210303"),
        ("возврат 527521", "return", "527521"),
        ("возврат 5275210303123456", "return", "5275210303123456"),
        ("SKU 646399170", "sku", "646399170"),
        ("товар 646399", "sku", "646399"),
        ("ID товара 16463991701", "sku", "16463991701"),
        ("карточка 646399170", "sku", "646399170"),
        ("карточка товара 646399170", "sku", "646399170"),
        ("артикул AB-77/ч", "article", "AB-77/ч"),
        ("арт. 55-Й", "article", "55-Й"),
        ("обращение 73712587", "ticket", "73712587"),
        ("заявка № 7371258", "ticket", "7371258"),
        # cases, plurals, what stands between
        ("по поставке № 12345678", "supply", "12345678"),
        ("номер возврата: 5275210303", "return", "5275210303"),
        ("возврата с номером 5275210303", "return", "5275210303"),
        ("SKU: 646399170", "sku", "646399170"),
        ("sku646399170", "sku", "646399170"),
        ("товара (SKU 646399170)", "sku", "646399170"),
        ("SKU 646 399 170", "sku", "646399170"),
        ("карточку товара «646399170»", "sku", "646399170"),
        ("СКУ 646399170", "sku", "646399170"),
        ("обращению от 12.11.2026 № 73712587", "ticket", "73712587"),
        ("обращение в службу поддержки от 12 ноября № 73712587", "ticket", "73712587"),
        ("Писали в чат 12 ноября, № 73712587", "ticket", "73712587"),
        ("заявка на возврат 5275210303", "return", "5275210303"),
        ("заявка на поставку 12345678", "supply", "12345678"),
        ("поставка FBO 12345678", "supply", "12345678"),
        ("возврат от 12.11.2026 5275210303", "return", "5275210303"),
        ("артикул товара: AB-77", "article", "AB-77"),
        ("артикул товара 646399170", "article", "646399170"),
        ("артикул «Кружка-белая»", "article", "Кружка-белая"),
        ("артикул № Кружка", "article", "Кружка"),
        ("артикул КРУЖКА-БЕЛ", "article", "КРУЖКА-БЕЛ"),
        ("артикул mug_white", "article", "mug_white"),
        ("артикулом 646399170", "article", "646399170"),
        ("https://www.ozon.ru/product/kruzhka-646399170/?at=1", "sku", "646399170"),
        ("скрин_57195475-0050-3.png", "posting", "57195475-0050-3"),
        # look-alikes and dashes
        ("57195475—0050–3", "posting", "57195475-0050-3"),
        ("57195475−0050‒3", "posting", "57195475-0050-3"),
        ("57195475-ОО5О-З", "posting", "57195475-0050-3"),
        ("О208194185-OO0l-І", "posting", "0208194185-0001-1"),
        ("57195475 - 0050 - 3", "posting", "57195475-0050-3"),
        ("ОZN65347З453", "barcode", "OZN653473453"),
        ("ОЗН653473453", "barcode", "OZN653473453"),
        ("ozn653473453", "barcode", "OZN653473453"),
        ("іі5275210303", "return", "ii5275210303"),
        ("II5275210303", "return", "ii5275210303"),
        ("SKU 64639917О", "sku", "646399170"),
        ("артикул О3-12345", "article", "О3-12345"),
    ],
)
def test_every_way_of_writing_an_identifier_is_understood(text: str, kind: str, value: str) -> None:
    assert found(text) == [(kind, value)]
    assert found(f"🎁🎁 Прошу помочь.\r\n{text}\r\nСпасибо") == [(kind, value)]
    assert found(text.replace(" ", "\u00a0")) == [(kind, value)]
    assert found(unicodedata.normalize("NFD", text)) == [(kind, value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("по поставкам 2000061286750, 2000061286751", ["2000061286750", "2000061286751"]),
        ("поставки 12345678, 12345679 и 12345680", ["12345678", "12345679", "12345680"]),
        ("товары 646399170 и 646399171", ["646399170", "646399171"]),
        ("SKU 646399170,646399171;646399172", ["646399170", "646399171", "646399172"]),
        ("SKU:\n646399170\n646399171\nПрошу", ["646399170", "646399171"]),
        ("Товары:\n1. 646399170\n2. 646399171", ["646399170", "646399171"]),
        ("товары 646399170 (кружка) - 2 шт., 646399171 (блюдце)", ["646399170", "646399171"]),
        ("возвраты № 5275210303, № 5275210304", ["5275210303", "5275210304"]),
        ("возвраты ii5275210303 и 5275210304", ["ii5275210303", "5275210304"]),
        ("артикулы AB-77/ч, CD-12 и EF-3.", ["AB-77/ч", "CD-12", "EF-3"]),
        ("57195475-0050-3,57195476-0001-1/57195477-0002", ["57195475-0050-3", "57195476-0001-1", "57195477-0002"]),
    ],
)
def test_a_list_after_one_word_counts_as_a_whole(text: str, values: list[str]) -> None:
    assert [value for _, value in found(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        f"Чат {UUID}",
        "id=12345678-0123-1234-1234-123456789012",
        f"Товар {UUID}",
        "тел. +7 916 123-45-67, 8 (916) 123-45-67, товар 89161234567",
        "12.11.2026, 2026-11-12, 12/11/26",
        "ИНН 7701234567, ИНН 770123456789, КПП 770101001, БИК 044525225",
        "ОГРН 1027700132195, р/с 40702810400000001234",
        f"карта {CARD}, возврат на карту {CARD.replace(' ', '')}, возврат {CARD.replace(' ', '')} на карту",
        "EAN 4601234567890, штрихкод 2000061286750, штрихкоды 46012345, 2000061286751",
        "товар 150000 руб., товар 150 000 ₽, поставка 10000000 шт.",
        "цена товара 150000, остаток товара 1000000",
        "12000061286750, 20000612867501",
        "1234567-00501, 123456-0050-3, 571954751234-0050-3",
        "договор 1234567-2024, акт № 12345678, УПД № 12345678, отчёт № 12345678",
        "Обращение закрыли, акт № 73712587 не приняли",
        "артикул товара, артикул не найден, артикула нет, АРТИКУЛ НЕ НАЙДЕН, артикул FBO",
        "артикулов 150, артикул 12.11.2026, арт. 2 шт",
        f"артикул {UUID}, артикул 89161234567",
        "возвратил 150000, поставил 12345678, грузчик 12345678, товарный 646399170",
        "заказ № 12345678, номер заказа 12345678, 646399170",
        "Client-Id 12345678, код ошибки 1234567",
        "https://ozon.ru/t/a1B2c3D4",
        "Зоо О1 ЗОО, 2О дней, о-о-о",
    ],
)
def test_numbers_of_other_things_are_no_identifiers(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("заказ №57195475—0050—3.", ["57195475—0050—3"]),
        ("Артикул AB-77. Прошу", ["AB-77"]),
        ("Артикул AB-77.Прошу", ["AB-77"]),
        ("(SKU «646399170»)", ["646399170"]),
        ("🎁 ОZN653473453!", ["ОZN653473453"]),
        ("57195475\u00a0-\u00a00050\u00a0-\u00a03", ["57195475\u00a0-\u00a00050\u00a0-\u00a03"]),
    ],
)
def test_the_place_is_the_value_alone(text: str, standing: list[str]) -> None:
    assert places(text) == standing


IDENTIFIERS = st.one_of(
    st.from_regex(r"[1-9][0-9]{6,9}-[0-9]{4}-[0-9]{1,3}", fullmatch=True),
    st.from_regex(r"[1-9][0-9]{6,9}-[0-9]{4}", fullmatch=True),
    st.from_regex(r"2000[0-9]{9}", fullmatch=True),
    st.from_regex(r"OZN[0-9]{6,13}", fullmatch=True),
    st.from_regex(r"ii[0-9]{8,12}", fullmatch=True),
)
SURROUNDINGS = st.text(alphabet="абв где.,!?🎁\r\n\u00a0\u200b«»ёй", max_size=40)


@given(SURROUNDINGS, IDENTIFIERS, SURROUNDINGS)
def test_an_identifier_is_found_in_any_surroundings(before: str, value: str, after: str) -> None:
    text = f"{before} {value} {after}"
    assert value in [identifier.value for identifier in find_identifiers(View(text))]


NUMBERS = st.text(alphabet="0123456789- .,/:№ОоЗlIІozniОЗН+()\n\u00a0—", max_size=80)
WORDS = st.sampled_from(
    ["товар ", "SKU: ", "артикул ", "возврат № ", "поставки ", "обращение ", "EAN ", "акт ", "", "и "]
)


@given(st.lists(st.tuples(WORDS, NUMBERS), max_size=6).map(lambda parts: "".join(map("".join, parts))) | st.text())
@example("арт.")
@example("№ 7371258")
def test_places_are_inside_in_order_and_apart(text: str) -> None:
    view = View(text)
    spans = [identifier.span for identifier in find_identifiers(view)]
    assert all(0 <= span.start < span.end <= len(view.text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    field = read_reference_field(view)
    assert all(place.span.inside(Span(0, len(view.text))) for place in field.malformed)
    assert field.blank or field.usable or field.malformed


@pytest.mark.parametrize(
    ("content", "values"),
    [
        ("57195475-0050-3", ["57195475-0050-3"]),
        (" 646399170 ", ["646399170"]),
        ("646399170, 646399171", ["646399170", "646399171"]),
        ("646399170 646399171", ["646399170", "646399171"]),
        ("№ 646399170", ["646399170"]),
        ("заказ 12345678", ["12345678"]),
        ("заказ № 57195475-0050-3 от 12.11.2026", ["57195475-0050-3"]),
        ("57195475-0050-3 (2 шт)", ["57195475-0050-3"]),
        ("AB-77/ч", ["AB-77/ч"]),
        ("кружка-22", ["кружка-22"]),
        ("арт. 55-К", ["55-К"]),
        ("возврат 5275210303", ["5275210303"]),
        ("обращение 73712587", ["73712587"]),
        ("ozn653473453", ["OZN653473453"]),
        ("https://www.ozon.ru/product/kruzhka-646399170/", ["646399170"]),
    ],
)
def test_the_number_field_takes_every_known_identifier(content: str, values: list[str]) -> None:
    field = read_reference_field(View(content))
    assert [identifier.value for identifier in field.identifiers] == values
    assert field.malformed == ()


@pytest.mark.parametrize(
    ("content", "standing", "value"),
    [
        ("57195475—0050—3", "57195475—0050—3", "57195475-0050-3"),
        ("57195475-ОО5О-З", "57195475-ОО5О-З", "57195475-0050-3"),
        ("заказ 57195475 - 0050 - 3", "57195475 - 0050 - 3", "57195475-0050-3"),
        ("5719 5475-0050-3", "5719 5475-0050-3", "57195475-0050-3"),
        ("57195475 0050 3", "57195475 0050 3", "57195475-0050-3"),
        ("57195475 0050", "57195475 0050", "57195475-0050"),
        ("57195475-\u200b0050-3", "57195475-\u200b0050-3", "57195475-0050-3"),
        ("SKU 646 399 170", "646 399 170", "646399170"),
        ("646\u00a0399\u00a0170", "646\u00a0399\u00a0170", "646399170"),
        ("2000 0612 86750", "2000 0612 86750", "2000061286750"),
        ("OZN 653473453", "OZN 653473453", "OZN653473453"),
        ("ОZN65347З453", "ОZN65347З453", "OZN653473453"),
        ("іі5275210303", "іі5275210303", "ii5275210303"),
        ("поставка 1234 5678", "1234 5678", "12345678"),
    ],
)
def test_a_known_number_written_otherwise_is_put_right(content: str, standing: str, value: str) -> None:
    view = View(content)
    field = read_reference_field(view)
    assert field.usable
    assert [(view.matched(place.span), place.value) for place in field.malformed] == [(standing, value)]
    mended = content.replace(standing, value)
    assert read_reference_field(View(mended)).malformed == ()


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("Нет", "placeholder"),
        (" — ", "placeholder"),
        ("н/д", "placeholder"),
        ("не знаю номер", "placeholder"),
        ("+7 916 123-45-67", "phone"),
        ("89161234567", "phone"),
        ("8 (916) 1234567", "phone"),
        ("12.11.2026", "date"),
        ("12 ноября 2026", "date"),
        ("2026-11-12", "date"),
        ("4601234567890", "barcode"),
        ("EAN 46012345", "barcode"),
        ("57195475-050-3", "digits"),
        ("123", "digits"),
        ("ИНН 7701234567", "digits"),
        (UUID, "digits"),
        ("мой заказ", "words"),
        ("ivan77@mail.ru", "words"),
    ],
)
def test_anything_else_in_the_number_field_is_malformed_as_a_whole(content: str, fault: str) -> None:
    view = View(content)
    field = read_reference_field(view)
    assert not field.usable
    assert [(place.fault, view.matched(place.span), place.value) for place in field.malformed] == [
        (fault, content.strip(), None)
    ]


@pytest.mark.parametrize("content", ["", "   ", "\u00a0\n"])
def test_a_blank_number_field_is_blank(content: str) -> None:
    field = read_reference_field(View(content))
    assert field.blank
    assert not field.usable
    assert field.malformed == ()
