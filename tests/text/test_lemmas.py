"""Forms lead back to their words, also in the language of the trade."""

import pytest

from companion.text.lemmas import readings, tense


def lemmas(form: str) -> set[str]:
    return {lemma for lemma, _ in readings(form.lower().replace("ё", "е"))}


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("списали", "списать"),
        ("Списана", "списать"),
        ("отправлением", "отправление"),
        ("Селлерам", "селлер"),
        ("кросс-дока", "кросс-док"),
        ("грузомест", "грузоместо"),
        ("ПВЗ", "пвз"),
        ("учёте", "учет"),
        ("fbo", "fbo"),
        ("ябылтут123", "ябылтут123"),
        ("ᚠ", "ᚠ"),
    ],
)
def test_a_form_leads_to_its_word(form: str, lemma: str) -> None:
    assert lemma in lemmas(form)


def test_a_form_of_two_words_leads_to_both() -> None:
    assert {"банк", "банка"} <= lemmas("банка")


@pytest.mark.parametrize(
    ("form", "mood"),
    [("зачислили", "прош"), ("зачислена", "прош"), ("зачислить", "инф"), ("зачислят", "наст"), ("зачисленный", "прич")],
)
def test_a_verb_tells_its_mood(form: str, mood: str) -> None:
    assert ("зачислить", mood) in readings(form)


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("улетел", "happened"),
        ("впаяли", "happened"),
        ("завершенной", "attribute"),
        ("отменен", "attribute"),
        ("закроют", "ahead"),
        ("приходил", ""),
        ("стекла", ""),
        ("закрыть", ""),
    ],
)
def test_a_verb_tells_of_the_past_or_of_what_is_ahead(form: str, told: str) -> None:
    assert tense(form) == told


def test_an_endless_word_is_not_asked_about() -> None:
    assert lemmas("а" * 20_000) == {"а" * 20_000}
