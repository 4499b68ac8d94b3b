"""Stretches: where a thought ends for a reader, with or without capitals, spaces and line ends."""

import pytest

from companion.text.stretches import stretches
from companion.text.written import FieldText


def _of(text: str) -> list[str]:
    field = FieldText(text)
    return [field.view.text[slice(*span)] for span in stretches(field)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Акт есть. Прошу проверить.", ["Акт есть.", "Прошу проверить."]),
        ("нет. прошу вернуть. да. жду", ["нет.", "прошу вернуть.", "да.", "жду"]),
        ("Деньги не пришли.Прошу проверить!Жду", ["Деньги не пришли.", "Прошу проверить!", "Жду"]),
        ("Акт есть\nпрошу проверить", ["Акт есть", "прошу проверить"]),
        ("- акт\n• счёт\n— фото", ["акт", "счёт", "фото"]),
        ("Прошу 1) проверить 2) вернуть", ["Прошу", "1) проверить", "2) вернуть"]),
        ("Прошу 1. проверить 2. вернуть", ["Прошу", "1. проверить", "2. вернуть"]),
        ("а) проверить б) вернуть", ["а) проверить", "б) вернуть"]),
        ("Прошу • проверить • вернуть", ["Прошу", "проверить", "вернуть"]),
        ("Прошу: проверить; вернуть", ["Прошу: проверить;", "вернуть"]),
        ("😡 Карточка скрыта", ["Карточка скрыта"]),
    ],
)
def test_a_stretch_ends_at_marks_and_line_ends(text: str, expected: list[str]) -> None:
    assert _of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Списали 500 руб. за хранение, 20 шт. товара и т. д.",
        "Адрес: г. Москва, ул. Ленина, д. 8, кв. 61",
        "Сумма 4 500,50 ₽ и 12.5 кг, т.е. на 3.2 больше, п. 3.2 договора",
        "Принято меньше (всего 12) и без акта",
        "Проверьте приёмку; она неполная",
        "Статус «В пути», артикул АБ-77, версия 2.11.3",
    ],
)
def test_abbreviations_decimals_and_brackets_end_none(text: str) -> None:
    assert _of(text) == [text]
