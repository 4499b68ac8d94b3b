"""Every example of a word list is found just where it is marked, and no near miss is."""

import pytest

from companion.text.lexicon_examples import ListExample, found_by, list_examples
from companion.text.phrases import examples_of
from companion.text.written import FieldText

EXAMPLES = [example for listed in list_examples().values() for example in listed]


@pytest.mark.parametrize(
    "example", [pytest.param(example, id=f"{example.listed}-{example.marked}") for example in EXAMPLES]
)
def test_a_list_finds_what_its_example_marks_and_nothing_else(example: ListExample) -> None:
    found = found_by(example.listed, FieldText(example.text))
    assert [example.text[slice(*span)] for span in found] == [example.text[slice(*span)] for span in example.spans]
    assert found == example.spans


def test_no_example_stands_twice_in_a_list() -> None:
    marked = [(example.listed, example.marked) for example in EXAMPLES]
    assert len(set(marked)) == len(marked)


@pytest.mark.parametrize(
    ("listed", "text", "expected"),
    [
        ("emotions.insult", "Вы мошенники, мошенничество налицо", ["мошенники"]),
        ("groups.сумма", "Сумма 5 тысяч, суммарно", ["Сумма", "тысяч"]),
        ("secrets.password", "ПАРОЛЬ, парольный, 5пароля", ["ПАРОЛЬ", "пароля"]),
        ("obscene.masked", "Какого х*я, но 5*2", ["х*я"]),
        ("spelling.apart", "Вообщем, до сихпор, в общем", ["Вообщем", "до сихпор"]),
        ("spelling.by_hand", "Считали в ручную, сдали в ручную кладь", ["в ручную"]),
    ],
)
def test_lists_of_every_kind_can_be_looked_for_by_themselves(listed: str, text: str, expected: list[str]) -> None:
    assert [text[slice(*span)] for span in found_by(listed, FieldText(text))] == expected


def test_a_list_that_only_others_use_has_no_examples() -> None:
    with pytest.raises(ValueError, match="сам по себе он ничего не находит"):
        found_by("outlines.finance", FieldText("Что произошло"))


@pytest.mark.parametrize("texts", ["строка", [5]])
def test_examples_that_are_no_list_of_texts_are_refused(texts: object) -> None:
    with pytest.raises(ValueError, match="это список строк"):
        list(examples_of("список", {"near_misses": texts}))
