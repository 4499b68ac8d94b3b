"""Sentences end where a reader would end them."""

import pytest

from companion.text.view import View
from companion.text.words import sentences, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Не пришло. Верните!", ["Не пришло.", "Верните!"]),
        ("Оплата от 12.11.2026 г. Москва не дошла", ["Оплата от 12.11.2026 г. Москва не дошла"]),
        ("Сумма 4.500 руб. верна", ["Сумма 4.500 руб. верна"]),
        ("не пришло. верните! где? жду", ["не пришло.", "верните!", "где?", "жду"]),
        ("Строка\nещё строка", ["Строка", "ещё строка"]),
        ("Что?! Как… так", ["Что?!", "Как… так"]),
        ("Он сказал «нет.» Мы ждём", ["Он сказал «нет.»", "Мы ждём"]),
        ("   ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    view = View(text)
    assert [view.text[start:end] for start, end in sentences(view)] == expected


def test_words_know_their_place_and_sentence() -> None:
    view = View("Кросс-док закрыт. FBS-склад №5 работает")
    found = words(view, sentences(view))
    assert [(word.lower, word.sentence) for word in found] == [
        ("кросс-док", 0),
        ("закрыт", 0),
        ("fbs-склад", 1),
        ("5", 1),
        ("работает", 1),
    ]
