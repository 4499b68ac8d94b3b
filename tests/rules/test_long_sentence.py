"""How many words a sentence has: letters count, numbers do not, and the message says it in good Russian."""

import pytest

from companion.rules.examples import good
from tests.support.rules import of_rule, report_on

RULE = "style.long-sentence"


def _said(text: str) -> list[str]:
    return [suggestion.message for suggestion in of_rule(report_on(good(text).request), RULE)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (41, "В предложении 41 слово: разделите его на два"),
        (42, "В предложении 42 слова: разделите его на два"),
        (47, "В предложении 47 слов: разделите его на два"),
        (81, "В предложении 81 слово: разделите его на несколько"),
        (111, "В предложении 111 слов: разделите его на несколько"),
        (112, "В предложении 112 слов: разделите его на несколько"),
    ],
)
def test_the_message_counts(words: int, said: str) -> None:
    assert _said(" ".join(["слово"] * words)) == [said]


@pytest.mark.parametrize(
    "more", ["", " 500 ₽", " — 12.11.2026", " 57195475-0050-3", ", 4 500,50", "…", " (12)", " 100 %"]
)
def test_forty_words_are_not_too_many_whatever_numbers_stand_beside_them(more: str) -> None:
    assert _said(" ".join(["слово"] * 40) + more) == []


def test_a_hyphenated_word_and_a_link_are_one_word_each() -> None:
    assert _said(" ".join(["из-за"] * 39) + " https://seller.ozon.ru/app/finances/list") == []
    assert len(_said(" ".join(["из-за"] * 40) + " https://seller.ozon.ru/app/finances/list")) == 1
