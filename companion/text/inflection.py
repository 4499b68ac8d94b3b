"""Puts a word into the form of another: «косяка» and «ошибка» give «ошибки».

Only where the form is certain: a word that may be a nominative or an accusative has two forms in the other gender.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from companion.text.lemmas import analyzer
from companion.text.matching import Found
from companion.text.words import Word

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse

_KNOWN = 5_000
"""So many answers are remembered."""
_VERBAL = frozenset({"VERB", "INFN", "GRND", "PRTF", "PRTS"})
_AGREEING = frozenset({"ADJF", "ADJS", "PRTF", "PRTS", "NUMR"})


def replacement(found: Found, words: Sequence[Word]) -> str | None:
    """What stands behind the arrow of the phrase, in the form of what was found; None where nothing stands there or fits.

    ``слово → иное`` writes «иное»; ``=слово → =иное`` puts it into the form of the word at the same place; ``~`` leaves
    the word at its place; of several after ``|`` the first that fits. ``words`` are all words of the text.
    """
    wanted, _, choices = found.source.partition(" → ")
    models = wanted.split()
    depended_on = any(_agrees(words[at].lower) for at in _neighbours(found, words))
    for choice in filter(None, choices.split("|")):
        formed: list[str | None] = []
        for at, part in enumerate(choice.split()):
            if part == "~":
                formed.append(words[found.first + at].lower)
            elif part.startswith("="):
                lemmas = frozenset(model[1:].partition("/")[0] for model in models[at].lower().split("|"))
                word = words[found.first + at].lower
                formed.append(in_form_of(word, lemmas, part[1:], depended_on=depended_on))
            else:
                formed.append(part)
        if None not in formed:
            return " ".join(part for part in formed if part)
    return None


@lru_cache(_KNOWN)
def in_form_of(word: str, lemmas: frozenset[str], wanted: str, *, depended_on: bool = False) -> str | None:
    """``wanted`` (a lemma) in the form that ``word`` has as one of ``lemmas``; None where that is not certain.

    ``word`` and ``lemmas`` are in lower case without «ё». ``depended_on`` tells that other words agree with it, so that
    a singular noun must keep its gender.
    """
    lexeme = _lexeme(wanted)
    found = {
        _like(parse, lexeme, depended_on=depended_on)
        for parse in analyzer().parse(word)
        if parse.normal_form.replace("ё", "е") in lemmas and _kind(parse) == _kind(lexeme[0])
    }
    return found.pop() if len(found) == 1 else None


def _neighbours(found: Found, words: Sequence[Word]) -> list[int]:
    """The places of the words before and after, in the same sentence."""
    beside = (found.first - 1, found.last, found.last + 1)
    return [at for at in beside if 0 <= at < len(words) and words[at].sentence == found.sentence]


@lru_cache(_KNOWN)
def _agrees(word: str) -> bool:
    """True for a word whose gender may follow a noun's: «ваш», «один», «исправлен», «который», «случился»."""
    return any(
        parse.tag.POS in _AGREEING or (parse.tag.tense == "past" and parse.tag.number == "sing")
        for parse in analyzer().parse(word)
    )


@lru_cache(_KNOWN)
def _lexeme(wanted: str) -> "tuple[Parse, ...]":
    """All forms of a word. Raises ``ValueError`` for one that is no lemma of the dictionary."""
    for parse in analyzer().parse(wanted):
        if parse.normal_form == wanted:
            return tuple(parse.lexeme)
    raise ValueError(f"«{wanted}» — не начальная форма")


def _kind(parse: "Parse") -> str:
    return "VERB" if parse.tag.POS in _VERBAL else str(parse.tag.POS)


def _like(parse: "Parse", lexeme: "tuple[Parse, ...]", *, depended_on: bool) -> str | None:
    tag = parse.tag
    noun = tag.POS == "NOUN"
    if noun and depended_on and tag.number == "sing" and lexeme[0].tag.gender != tag.gender:
        return None
    wanted = [tag.POS, tag.number, tag.case, tag.tense, tag.person, tag.mood, tag.voice, None if noun else tag.gender]
    return next((form.word for form in lexeme if all(part is None or part in form.tag for part in wanted)), None)
