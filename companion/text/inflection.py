"""The forms of a word, and one word put into the form of another, by pymorphy3's dictionary.

Words come as people write them; forms go out as texts have them after ``View.lower``: small letters, «ё» as «е».
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from companion.text.lemmas import analyzer
from companion.text.words import capital_as

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse
    from pymorphy3.tagset import OpencorporaTag

_RUSSIAN = re.compile("[а-яё]{1,40}(?:-[а-яё]{1,40}){0,3}")
"""What the dictionary is asked about: Latin letters and digits have no forms, and endless runs are slow."""
_KNOWN_WORDS = 10_000
_MOST_READINGS = 3
"""A word that can be read in more ways («чел» in every case) says nothing about its form."""
_NOUNS = ("NOUN", "NPRO", "NUMR")
_ADJECTIVES = ("ADJF", "PRTF")
_SHORT = ("ADJS", "PRTS")
_VERBS = ("VERB", "GRND", "INFN")
_UNCHANGING = ("ADVB", "CONJ", "INTJ", "PRCL", "PRED", "PREP")
_SIBILANTS = "гкхжшщч"


class Form(NamedTuple):
    """A replacement in the form of the word that it replaces.

    ``case`` of a noun («nomn», «accs», …), else "". ``sure``: nothing around it has to change with it. ``gender``: the
    old and the new one, where the words before it must follow («мой косяк» → «моя ошибка»).
    """

    text: str
    case: str = ""
    sure: bool = False
    gender: tuple[str, str] | None = None


def even(text: str) -> str:
    """As ``View.lower`` has it."""
    return text.lower().replace("ё", "е")


@lru_cache(_KNOWN_WORDS)
def forms(word: str, *, generous: bool = False) -> frozenset[str]:
    """The forms of a word that stands in its dictionary form, of a verb in any, of a noun in the plural («деньги»).

    Of anything else itself alone: «норм» must not become «нормы». ``generous``: all that it may be a form of.
    """
    lexemes = (parse.lexeme for parse in _parses(word)) if generous else ()
    more = (even(form.word) for lexeme in lexemes for form in lexeme)
    return frozenset((even(word), *(form for form, _ in _paradigm(word)), *more))


@lru_cache(_KNOWN_WORDS)
def in_form_of(word: str, listed: str, replacement: str) -> tuple[Form, ...]:
    """``replacement`` in the form in which ``listed`` stands as ``word``: «косяков», «косяк», «ошибка» → «ошибок».

    Several where the form can be read in several ways, the nominative first; as it was given where the dictionary does
    not know how.
    """
    found: dict[str, Form] = {}
    for form, tag in _paradigm(listed):
        if form == even(word) and (put := _put(replacement, tag)):
            found.setdefault(put.text, put)
    if 0 < len(found) <= _MOST_READINGS:
        return tuple(found.values())
    return (Form(replacement, sure=_never_changes(listed)),)


def agreeing(adjective: str, *, case: str, gender: tuple[str, str]) -> str | None:
    """An adjective from one gender into another, in the singular of a case; None for what is no such adjective."""
    old, new_gender = gender
    for parse in _parses(adjective):
        fits = parse.tag.POS in _ADJECTIVES and {case, old} in parse.tag
        if fits and (new := parse.inflect({case, new_gender})):
            return _as_given(adjective, new.word)
    return None


def takes_accusative(word: str) -> bool:
    """True before what is either nominative or accusative: behind «исправьте», and behind any preposition."""
    likeliest = next(iter(_parses(word)), None)
    if likeliest is None:
        return False
    return "PREP" in likeliest.tag or ("tran" in likeliest.tag and "pssv" not in likeliest.tag)


def is_adjective(word: str) -> bool:
    """True for «мой», «этот», «серьёзный» in any form."""
    return any(parse.tag.POS in _ADJECTIVES for parse in _parses(word))


def _parses(word: str) -> list["Parse"]:
    return analyzer().parse(word.lower()) if _RUSSIAN.fullmatch(word.lower()) else []


@lru_cache(_KNOWN_WORDS)
def _paradigm(word: str) -> tuple[tuple[str, "OpencorporaTag"], ...]:
    """The forms of what a listed word means, each with what the dictionary says of it."""
    meant = list(_meant(word))
    if not meant and word[-1:].lower() == "а" and not analyzer().word_is_known(word.lower()):
        return tuple(_as_its_rhyme(even(word)))
    return tuple((even(form.word), form.tag) for parse in meant for form in _lexeme(parse, word))


def _meant(word: str) -> list["Parse"]:
    parses = _parses(word)
    if itself := [parse for parse in parses if even(parse.normal_form) == even(word)]:
        return itself
    if len({parse.normal_form for parse in parses}) == 1 and all(parse.tag.POS in _VERBS for parse in parses):
        return parses
    return [parse for parse in parses if {"NOUN", "plur", "nomn"} in parse.tag or {"NOUN", "Infr"} in parse.tag]


def _lexeme(parse: "Parse", word: str) -> Iterator["Parse"]:
    in_plural = {"NOUN", "plur"} in parse.tag and even(parse.normal_form) != even(word)
    for form in parse.lexeme:
        # «Тыща» is a form of «тысяча» to the dictionary.
        if ("Infr" in parse.tag) <= ("Infr" in form.tag) and (form.tag.number == "plur" or not in_plural):
            yield form


def _as_its_rhyme(word: str) -> Iterator[tuple[str, "OpencorporaTag"]]:
    """A new word in «-а» («инфа»), which the dictionary takes for the genitive of a man's name."""
    rhyme = "рука" if word[-2] in _SIBILANTS else "лампа"
    for form in analyzer().parse(rhyme)[0].lexeme:
        yield word[:-1] + form.word[len(rhyme) - 1 :], form.tag


def _never_changes(word: str) -> bool:
    parses = _parses(word)
    return bool(parses) and all(parse.tag.POS in _UNCHANGING for parse in parses)


def _put(replacement: str, tag: "OpencorporaTag") -> Form | None:
    words = replacement.split(" ")
    at, head = _head(words, tag)
    if head is None:
        return None
    wanted = _wanted(tag, head.tag)
    new = head.inflect(wanted)
    if new is None:
        return None
    before = [_of_noun(word, new.tag) if tag.POS in _NOUNS else word for word in words[:at]]
    if None in before:
        return None
    text = " ".join((*map(str, before), _as_given(words[at], new.word), *words[at + 1 :]))
    if tag.POS not in _NOUNS:
        return Form(text, sure=tag.POS in _ADJECTIVES and head.tag.POS in _ADJECTIVES)
    same_number = new.tag.number == tag.number
    same_gender = tag.number == "plur" or new.tag.gender == tag.gender
    genders = (str(tag.gender), str(new.tag.gender)) if same_number and not same_gender else None
    return Form(text, str(tag.case), same_number and same_gender, genders)


def _head(words: list[str], tag: "OpencorporaTag") -> tuple[int, "Parse | None"]:
    """The first word that is of the same part of speech, behind adjectives and adverbs alone."""
    for at, word in enumerate(words):
        parses = _parses(word)
        if fitting := [parse for parse in parses if _of_one_kind(parse.tag, tag)]:
            itself = [parse for parse in fitting if even(parse.normal_form) == even(word)]
            return at, (itself or fitting)[0]
        if not any(parse.tag.POS in (*_ADJECTIVES, "ADVB") for parse in parses):
            break
    return 0, None


def _of_one_kind(one: "OpencorporaTag", other: "OpencorporaTag") -> bool:
    kinds = (_NOUNS, (*_ADJECTIVES, *_SHORT, "COMP"), (*_VERBS, "PRTF", "PRTS"))
    return any(one.POS in kind and other.POS in kind for kind in kinds)


def _wanted(tag: "OpencorporaTag", given: "OpencorporaTag") -> set[str]:
    """The grammemes that the replacement must have; «деньги» stay in the plural, whatever they replace."""
    if tag.POS in _NOUNS:
        found = {tag.case, "plur" if given.number == "plur" else tag.number}
    else:
        found = {tag.number, tag.case, tag.gender, tag.animacy}
        if given.POS in _VERBS or tag.POS in (*_SHORT, "COMP"):
            # A person tells the present or the future, by the verb's aspect, which the dictionary guesses of new verbs.
            tense = None if tag.person else tag.tense
            found |= {tag.POS, tag.mood, tense, tag.person, tag.involvement, tag.voice}
    return {str(grammeme) for grammeme in found if grammeme}


def _of_noun(adjective: str, noun: "OpencorporaTag") -> str | None:
    """An adjective in the form of the noun behind it; None when the dictionary has none."""
    wanted = {str(noun.case), str(noun.gender) if noun.number == "sing" else "plur"}
    if noun.case == "accs" and "femn" not in wanted:
        wanted.add(str(noun.animacy))
    fitting = (parse.inflect(wanted) for parse in _parses(adjective) if parse.tag.POS in _ADJECTIVES)
    new = next(fitting, None)
    return _as_given(adjective, new.word) if new else None


def _as_given(given: str, form: str) -> str:
    """The form with the capital that the given word has; the given word itself where it is the same."""
    return given if even(given) == even(form) else capital_as(given, form)
