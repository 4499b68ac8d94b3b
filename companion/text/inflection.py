"""Puts a word into the form of another: «косяка» and «ошибка» give «ошибки».

Only where the form is certain: a word that may be a nominative or an accusative has two forms in the other gender.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from companion.text.lemmas import analyzer

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse

_KNOWN = 5_000
"""So many answers are remembered."""
_COUNTED = ("sing", "plur")
_VERBAL = ("VERB", "INFN", "GRND", "PRTF", "PRTS")


@lru_cache(_KNOWN)
def in_form_of(word: str, lemmas: frozenset[str], wanted: str, *, depended_on: bool = False) -> str | None:
    """``wanted`` (a lemma) in the form that ``word`` has as one of ``lemmas``; None where that is not certain.

    ``word`` and ``lemmas`` are in lower case without «ё». ``depended_on`` tells that other words agree with it, so that
    a singular noun must keep its gender.
    """
    lexeme = _lexeme(wanted)
    found = set()
    for parse in analyzer().parse(word):
        if lemmas and parse.normal_form.replace("ё", "е") not in lemmas:
            continue
        if _kind(parse) == _kind(lexeme[0]):
            found.add(_like(parse, lexeme, depended_on=depended_on))
    return found.pop() if len(found) == 1 else None


@lru_cache(_KNOWN)
def _lexeme(wanted: str) -> "tuple[Parse, ...]":
    best = next(parse for parse in analyzer().parse(wanted) if parse.normal_form == wanted)
    return tuple(best.lexeme)


def _kind(parse: "Parse") -> str:
    return "VERB" if parse.tag.POS in _VERBAL else str(parse.tag.POS)


def _like(parse: "Parse", lexeme: "tuple[Parse, ...]", *, depended_on: bool) -> str | None:
    tag = parse.tag
    noun = tag.POS == "NOUN"
    if noun and depended_on and tag.number == "sing" and lexeme[0].tag.gender != tag.gender:
        return None
    wanted = [tag.POS, tag.number, tag.case, tag.tense, tag.person, tag.mood, tag.voice, None if noun else tag.gender]
    return next((form.word for form in lexeme if all(part is None or part in form.tag for part in wanted)), None)
