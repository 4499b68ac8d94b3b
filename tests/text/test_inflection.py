"""A replacement stands in the form of the word that it replaces, or nowhere."""

import pytest

from companion.text.inflection import in_form_of
from companion.text.instead import instead
from companion.text.lemmas import analyzer
from companion.text.phrases import lexicon
from companion.text.written import FieldText


@pytest.mark.parametrize(
    ("word", "lemma", "wanted", "form"),
    [
        ("косяка", "косяк", "ошибка", "ошибки"),
        ("косяками", "косяк", "ошибка", "ошибками"),
        ("накосячили", "накосячить", "ошибиться", "ошиблись"),
        ("накосячила", "накосячить", "ошибиться", "ошиблась"),
        ("глючит", "глючить", "работать", "работает"),
        ("гляньте", "глянуть", "посмотреть", "посмотрите"),
        ("компе", "комп", "компьютер", "компьютере"),
        ("заказика", "заказик", "заказ", "заказа"),
        ("косячную", "косячный", "некачественный", "некачественную"),
        ("покоцанная", "покоцать", "повредить", "повреждённая"),
    ],
)
def test_a_word_is_put_into_the_form_of_another(word: str, lemma: str, wanted: str, form: str) -> None:
    assert in_form_of(word, frozenset({lemma}), wanted) == form


def test_a_form_that_may_be_two_is_not_guessed() -> None:
    assert in_form_of("косяк", frozenset({"косяк"}), "ошибка") is None


def test_a_noun_on_which_words_depend_keeps_its_gender() -> None:
    assert in_form_of("косяка", frozenset({"косяк"}), "ошибка", depended_on=True) is None
    assert in_form_of("косяка", frozenset({"косяк"}), "недочёт", depended_on=True) == "недочёта"


def test_only_what_the_phrase_changes_is_offered_to_be_replaced() -> None:
    text = FieldText("Вчера чел вернул пустую коробку")
    (found,) = text.found("informal.short")
    offered = instead(found, text.words)
    assert (text.view.text[offered.span.start : offered.span.end], offered.text) == ("чел", "человек")


def test_every_replacement_of_the_lists_can_be_inflected() -> None:
    for table in lexicon("informal").values():
        for phrase in table["phrases"]:
            for part in phrase.partition(" → ")[2].replace("|", " ").split():
                if part.startswith("="):
                    assert part[1:] in {parse.normal_form for parse in analyzer().parse(part[1:])}, phrase
