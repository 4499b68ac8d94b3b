"""All forms of a word, and a replacement in the form of what it replaces."""

import pytest

from companion.text.inflection import forms, in_form_of


@pytest.mark.parametrize(
    ("word", "met", "not_met"),
    [
        ("косяк", ["косяк", "косяка", "косяками", "косяки"], ["косить"]),
        ("Ёлка", ["елка", "елок", "елкой"], ["ёлка"]),
        ("накосячить", ["накосячили", "накосячила", "накосячив"], []),
        ("тупите", ["тупит", "тупить", "тупили"], []),
        ("деньги", ["деньги", "денег", "деньгами"], []),
        ("инфа", ["инфа", "инфу", "инфы", "инфой", "инф"], []),
        ("Zippo", ["zippo"], []),
        ("пвз", ["пвз"], []),
        pytest.param("норм", ["норм"], ["норма", "нормы"], id="no form of another word"),
        pytest.param("чё", ["че"], ["что", "чего"], id="no form of the official word"),
        pytest.param("щас", ["щас"], ["сейчас"], id="no form of the official adverb"),
        pytest.param("тыща", ["тыщ", "тыщи"], ["тысяча", "тысяч"], id="colloquial forms alone"),
        pytest.param("короче", ["короче"], ["короткий", "короткая"], id="no comparative"),
        pytest.param("косяки", ["косяков", "косяками"], ["косяк", "косяка"], id="given in the plural"),
    ],
)
def test_the_forms_of_a_word(word: str, met: list[str], not_met: list[str]) -> None:
    found = forms(word)
    assert [form for form in met if form not in found] == []
    assert [form for form in not_met if form in found] == []


def test_a_name_is_met_in_whatever_it_may_be_a_form_of() -> None:
    assert {"подлецы", "подлецов", "подлец"} <= forms("подлецы", generous=True)


@pytest.mark.parametrize(
    ("word", "listed", "replacement", "expected"),
    [
        ("косяков", "косяк", "ошибка", ["ошибок"]),
        ("косяком", "косяк", "недочёт", ["недочётом"]),
        ("косяк", "косяк", "ошибка", ["ошибка", "ошибку"]),
        ("косяку", "косяк", "техническая ошибка", ["технической ошибке"]),
        ("проге", "прога", "программа учёта", ["программе учёта"]),
        ("косяка", "косяк", "сбой ERP", ["сбоя ERP"]),
        ("бабок", "бабки", "деньги", ["денег", "деньги"]),
        pytest.param("баблом", "бабло", "деньги", ["деньгами"], id="a plural stays one"),
        ("инфу", "инфа", "информация", ["информацию"]),
        ("накосячила", "накосячить", "допустить ошибку", ["допустила ошибку"]),
        ("тупит", "тупить", "медленно работать", ["медленно работает"]),
        ("накосячив", "накосячить", "ошибиться", ["ошибившись"]),
        ("запоротой", "запороть", "испортить", ["испорченной"]),
        ("хреновую", "хреновый", "плохой", ["плохую"]),
        ("хренов", "хреновый", "плохой", ["плох"]),
        ("хреновее", "хреновый", "плохой", ["хуже"]),
        ("щас", "щас", "сейчас", ["сейчас"]),
        pytest.param("косяка", "косяк", "ERR", ["ERR"], id="unknown words stay as they were given"),
        pytest.param("косяка", "косяк", "быстро", ["быстро"], id="another part of speech too"),
        pytest.param("челом", "чел", "ПВЗ", ["ПВЗ"], id="abbreviations too"),
    ],
)
def test_a_replacement_takes_the_form_of_the_word(
    word: str, listed: str, replacement: str, expected: list[str]
) -> None:
    assert [form.text for form in in_form_of(word, listed, replacement)] == expected


@pytest.mark.parametrize(
    ("word", "listed", "replacement", "sure"),
    [
        ("щас", "щас", "сейчас", True),
        ("косяком", "косяк", "недочёт", True),
        ("хреновую", "хреновый", "плохой", True),
        pytest.param("косяком", "косяк", "ошибка", False, id="another gender: what agrees with it must change"),
        pytest.param("баблом", "бабло", "деньги", False, id="another number"),
        pytest.param("накосячила", "накосячить", "ошибиться", False, id="verbs govern their objects"),
        pytest.param("пвз", "пвз", "пункт выдачи", False, id="a word that no dictionary knows"),
    ],
)
def test_a_form_is_sure_where_nothing_around_it_has_to_change(
    word: str, listed: str, replacement: str, sure: bool
) -> None:
    assert [form.sure for form in in_form_of(word, listed, replacement)] == [sure]
