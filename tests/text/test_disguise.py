"""Obscene words are found however they hide; innocent words that contain their letters are left alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.text.disguise import obscene_words
from companion.text.view import View

OBSCENE = [
    "бл*ть",
    "хуй",
    "нахуй",
    "охуели",
    "oхyeли",
    "xyй",
    "пи3дец",
    "6лядь",
    "бляяяя",
    "заебали",
    "З@ебали",
    "ебать",
    "уебище",
    "blyat",
    "pizdec",
    "х*й",
    "п*здец",
    "е*аный",
    "ХУЙНЯ",
    "съебались",
    "долбоёб",
    "б**дь",
    "пи**ец",
    "ёб*аный",
    "разъебали",
    "похуй",
    "бл.ть",
    "ох…ели",
    "заеб",
    "блеать",
    "п*дорасы",
    "ё***й",
]
INNOCENT = [
    "страхуй",
    "бл.txt",
    "у.е",
    "П.А.",
    "О.Л.",
    "блеять",
    "запал",
    "п*д",
    "застрахуйте",
    "потребитель",
    "команда",
    "bluetooth",
    "e6205d",
    "е6205д",
    "рубля",
    "корабля",
    "себе",
    "себя",
    "себестоимость",
    "вебинар",
    "веб-камера",
    "употреблять",
    "оскорблять",
    "ослаблять",
    "небо",
    "мебель",
    "хлеб",
    "хуже",
    "худой",
    "плохую",
    "сухую",
    "чихуахуа",
    "хуавей",
    "ебитда",
    "Ебург",
    "колебать",
    "победа",
    "требую",
    "обед",
    "теребить",
    "двухуровневый",
    "погребение",
    "учебный",
    "служебный",
    "объем",
    "объект",
    "отъезд",
    "подъем",
    "бляшка",
    "эхо",
    "захудалый",
    "похудение",
    "колебания",
    "ребенок",
    "лебедь",
    "зебра",
    "хулиган",
    "психую",
    "подстрахуем",
    "мандарин",
    "мандат",
    "скипидар",
    "чаепития",
    "оперебойно",
    "небольшой",
    "ребус",
    "дебет",
    "кредит",
    "ущерб",
    "погреба",
    "сабля",
    "гребля",
    "грабли",
    "дубля",
    "ансамбля",
]


@pytest.mark.parametrize("word", OBSCENE)
def test_obscene_words_are_found_in_any_writing(word: str) -> None:
    for written in (word, word.upper(), unicodedata.normalize("NFD", word), f"«{word}»,", f"👍{word}"):
        assert len(obscene_words(View(f"Это {written} какое-то"))) == 1, written


@pytest.mark.parametrize("text", ["п и з д е ц, а не склад", "тут х.у.й какой-то", "вот б-л-я-т-ь"])
def test_spaced_letters_are_read_together(text: str) -> None:
    (found,) = obscene_words(View(text))
    assert text[found.start : found.end][0] in "пхб"


@pytest.mark.parametrize("word", INNOCENT)
def test_innocent_words_are_left_alone(word: str) -> None:
    for written in (word, word.upper(), unicodedata.normalize("NFD", word)):
        assert obscene_words(View(written)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "5 * 2 рубля",
        "размер 10*20*30",
        "т. е. б. у.",
        "а б в г д е",
        "И О Б Л Я Иванов",
        "товар* и доставка**",
        "п.п. 3 и 4",
        "х 2 шт",
    ],
)
def test_signs_and_initials_are_no_disguise(text: str) -> None:
    assert obscene_words(View(text)) == ()


@given(st.text(alphabet="абехуйпизд6xyo3*@ .-e", max_size=80))
def test_spans_stay_inside_and_apart(text: str) -> None:
    view = View(text)
    end = 0
    for span in obscene_words(view):
        assert end <= span.start < span.end <= len(view.text)
        end = span.end
