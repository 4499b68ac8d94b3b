"""The list of common mistakes: closed, certain, and each mistake with the right word in the same form."""

import pytest

from companion.text.lemmas import analyzer
from companion.text.phrases import lexicon
from companion.text.spelling import Pairs, misspellings, pairs_of
from companion.text.written import FieldText

TABLES = lexicon("spelling")
EVERYWHERE = [pair for table in TABLES.values() if "phrases" not in table for pair in pairs_of(table)]
DICTIONARY_HAS = {
    "то-есть", "незнаем", "небыли", "несоответствует", "несоответствуют", "несоответствовал", "несоответствовала",
    "придти", "ложат", "ложит", "ложим", "ложите", "траффик", "траффика", "траффику", "траффике", "траффиком",
    "што", "ето", "етот", "етого", "ети", "етих", "подчерк", "прешел", "преходит",
}  # fmt: skip
"""Old, dialect or colloquial forms that the dictionary of forms lists too; no guide to style admits them."""

RARE = ("прийде", "прийду", "расказн", "дермантин", "соответствущ")
"""Beginnings of words that the dictionary lists as an error, or that nobody writes."""


def _written(text: str) -> str:
    field = FieldText(text)
    for found in reversed(misspellings(field)):
        text = text[: found.span.start] + found.right + text[found.span.end :]
    return text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Вообщем", "В общем"),
        ("ЗДРАСТВУЙТЕ", "ЗДРАВСТВУЙТЕ"),
        ("рассчёта", "расчёта"),
        ("рассчета", "расчета"),
        ("По Прежнему", "По-Прежнему"),
        ("Ложить", "Класть"),
        ("каких нибудь", "каких-нибудь"),
        ("акт, счёт итд.", "акт, счёт и т. д."),
        ("чехол, плёнка итд и коробка", "чехол, плёнка и т. д. и коробка"),
        ("приняли во внимание и не смотря ни на что", "приняли во внимание и несмотря ни на что"),
        ("в течении 2 часов и в течении реки", "в течение 2 часов и в течении реки"),
        ("не отображаеться", "не отображается"),
    ],
)
def test_the_right_word_keeps_form_capitals_and_yo(wrong: str, right: str) -> None:
    assert _written(wrong) == right


@pytest.mark.parametrize(
    "text", ["из, за", "кто\nнибудь", "программа", "программист", "что-нибудь", "нибудь", "комиссар"]
)
def test_what_only_looks_like_a_mistake_is_none(text: str) -> None:
    assert misspellings(FieldText(text)) == ()


def test_the_list_is_long_and_every_mistake_stands_in_it_once() -> None:
    wrong = [pair[0] for table in TABLES.values() for pair in pairs_of(table)]
    assert len(wrong) > 2000
    assert [one for one in set(wrong) if wrong.count(one) > 1] == []
    assert all(table["about"] for table in TABLES.values())


def test_no_right_word_is_a_mistake_itself() -> None:
    every = Pairs(EVERYWHERE)
    for wrong, right in EVERYWHERE:
        assert wrong != right
        assert [word for word in right.strip("*").split(" ") if every.right_word(word)] == [], wrong


def test_no_mistake_of_one_word_is_a_russian_word() -> None:
    whole = {wrong for wrong, _ in EVERYWHERE if "*" not in wrong and " " not in wrong}
    assert {word for word in whole if analyzer().word_is_known(word)} == DICTIONARY_HAS


def test_no_usual_russian_word_begins_like_a_mistake() -> None:
    dictionary = analyzer().dictionary.words
    for wrong, right in EVERYWHERE:
        if wrong.endswith("*"):
            known = {word.replace("ё", "е") for word in dictionary.iterkeys(wrong[:-1])}
            assert [word for word in known if not word.startswith((right[:-1], *RARE))] == [], wrong


def test_a_pair_without_a_right_word_is_refused() -> None:
    with pytest.raises(ValueError, match="нет правильного слова в «вообщем»"):
        list(pairs_of({"pairs": ["вообщем"]}))
