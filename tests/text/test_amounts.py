"""Sums of money in every way that sellers write them, and no other numbers."""

import time
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.text.amounts import find_amounts
from companion.text.identifiers import find_identifiers
from companion.text.secrets import find_secrets
from companion.text.view import View


def found(text: str) -> list[tuple[str, str, str]]:
    view = View(text)
    return [(f"{amount.value:.2f}", amount.currency, view.matched(amount.span)) for amount in find_amounts(view)]


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("4 500 ₽", "4500.00", "RUB"),
        ("4\u00a0500\u202f₽", "4500.00", "RUB"),
        ("4500 руб.", "4500.00", "RUB"),
        ("4500р", "4500.00", "RUB"),
        ("4500 р.", "4500.00", "RUB"),
        ("4'500 рублей", "4500.00", "RUB"),
        ("4.500 руб", "4500.00", "RUB"),
        ("5 тыс. руб.", "5000.00", "RUB"),
        ("5 т.р.", "5000.00", "RUB"),
        ("5тр", "5000.00", "RUB"),
        ("12 тысяч рублей", "12000.00", "RUB"),
        ("1,2 млн", "1200000.00", "RUB"),
        ("1,234 млн руб.", "1234000.00", "RUB"),
        ("2 млн 300 тыс. руб.", "2300000.00", "RUB"),
        ("4 тыс 500 р", "4500.00", "RUB"),
        ("15к", "15000.00", "RUB"),
        ("5к руб", "5000.00", "RUB"),
        ("5 тыщ", "5000.00", "RUB"),
        ("1.234,56 р.", "1234.56", "RUB"),
        ("1,234.56 USD", "1234.56", "USD"),
        ("1 234 567,89 ₽", "1234567.89", "RUB"),
        ("4500 руб. 50 коп.", "4500.50", "RUB"),
        ("4500-00", "4500.00", "RUB"),
        ("4500-50 руб.", "4500.50", "RUB"),
        ("RUB 300", "300.00", "RUB"),
        ("$100", "100.00", "USD"),
        ("20€", "20.00", "EUR"),
        ("300 юаней", "300.00", "CNY"),
        ("15 000 тенге", "15000.00", "KZT"),
        ("20 бел. руб.", "20.00", "BYN"),
    ],
)
def test_a_sum_is_understood_in_every_writing(text: str, value: str, currency: str) -> None:
    assert found(text) == [(value, currency, text)]
    assert found(f"🎁 Удержали {text} за логистику") == [(value, currency, text)]


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("на сумму 4 500,50 за товар", ["4 500,50"]),
        ("сумма: 4500.", ["4500"]),
        ("Сумма составила 15 300, не вернули", ["15 300"]),
        ("штраф в размере 5000", ["5000"]),
        ("стоимостью 1500", ["1500"]),
        ("Удержали 1,2 млн. Верните", ["1,2 млн."]),
        ("Удержали 5 тыс. Почему?", ["5 тыс."]),
        ("списали 500 за хранение", ["500"]),
        ("комиссия 350, логистика", ["350"]),
        ("недоплатили 1 200", ["1 200"]),
        ("удержали −4 500 ₽", ["4 500 ₽"]),
        ("15 шт по 300р", ["300р"]),
        ("SKU 646399170 4 500 ₽", ["4 500 ₽"]),
        ("4500-5000 руб.", ["5000 руб."]),
        ("340 ₽ и 1 250,50 руб. за день", ["340 ₽", "1 250,50 руб."]),
    ],
)
def test_the_place_is_number_and_currency(text: str, standing: list[str]) -> None:
    assert [matched for _, _, matched in found(text)] == standing


@pytest.mark.parametrize(
    "text",
    [
        "12 тыс. показов, 1,2 млн просмотров, 5 т. груза",
        "2 рубашки, 3 рубрики, 5 коробок, 100 кг",
        "57195475-0050-3 рубль, 57195475-0050",
        "12.11.2026 р, 12.11.2026",
        "в 10-00, с 9-00 до 18-00",
        "цена 15%, цена 2 товаров, сумма 12.11.2026, сумма 646399170",
        "SKU 646399170, поставка 2000061286750",
        "8-800-100-00-00",
        "полторы тысячи рублей",
        "списали 200 из поставки, списали 150 с остатков, начислили 300 баллов",
        "монитор 4к, выплата 15 числа, выплата 2025 года",
    ],
)
def test_other_numbers_are_no_sums(text: str) -> None:
    assert found(text) == []


@given(
    st.text()
    | st.lists(
        st.sampled_from(["1", "500", " ", ".", ",", "-", "₽", " руб.", "тыс. ", "млн ", "сумма ", "$", "\n"])
    ).map("".join)
)
def test_sums_are_inside_apart_and_not_negative(text: str) -> None:
    view = View(text)
    amounts = find_amounts(view)
    assert all(0 <= amount.span.start < amount.span.end <= len(view.text) for amount in amounts)
    assert all(one.span.end <= other.span.start for one, other in pairwise(amounts))
    assert all(amount.value >= Decimal(0) for amount in amounts)


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1-",
        "1 ",
        "123.",
        "57195475-0050-3 ",
        "товар 646399170 ",
        "№ 73712587 обращение ",
        "арт. ",
        "4276 ",
        "пароль: ",
    ],
)
def test_the_longest_texts_are_read_in_linear_time(unit: str) -> None:
    def spent(length: int) -> float:
        view = View((unit * length)[:length])
        started = time.process_time()
        find_amounts(view), find_secrets(view), find_identifiers(view)
        return time.process_time() - started

    short = min(spent(2_000) for _ in range(3))
    assert min(spent(20_000) for _ in range(3)) < 25 * short + 0.02
