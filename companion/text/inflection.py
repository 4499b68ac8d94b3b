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
_VERBAL = frozenset({"VERB", "INFN", "GRND", "PRTF", "PRTS"})
_ADJECTIVAL = frozenset({"ADJF", "ADJS", "COMP"})
_AGREEING = frozenset({"ADJF", "ADJS", "PRTF", "PRTS", "NUMR"})


@lru_cache(_KNOWN)
def in_form_of(word: str, lemmas: frozenset[str], wanted: str, *, depended_on: bool = False) -> str | None:
    """``wanted`` (a lemma) in the form that ``word`` has as one of ``lemmas``; None where that is not certain.

    ``word`` and ``lemmas`` are in lower case without «ё». ``depended_on`` tells that other words agree with it, so that
    a singular noun must keep its gender. Raises ``ValueError`` when ``wanted`` is no lemma of the dictionary.
    """
    lexemes = _lexemes(wanted)
    kind, animacy = _kind(lexemes[0][0]), lexemes[0][0].tag.animacy
    parses = [parse for parse in analyzer().parse(word) if parse.normal_form.replace("ё", "е") in lemmas]
    parses = [parse for parse in parses if _kind(parse) == kind]
    if kind == "NOUN":
        # Of a thing that the dictionary does not know it guesses a person too.
        parses = [parse for parse in parses if parse.tag.animacy == animacy] or parses
    found = {_like(parse, _of_aspect(parse, lexemes), depended_on=depended_on) for parse in parses}
    if kind == "VERB":
        # Of a verb that it does not know it guesses both aspects; only one has such a form.
        found.discard(None)
    return found.pop() if len(found) == 1 else None


@lru_cache(_KNOWN)
def may_agree(word: str) -> bool:
    """True for a word whose gender may follow a noun's: «ваш», «один», «исправлен», «который», «случился»."""
    return any(
        parse.tag.POS in _AGREEING or (parse.tag.tense == "past" and parse.tag.number == "sing")
        for parse in analyzer().parse(word)
    )


@lru_cache(_KNOWN)
def _lexemes(wanted: str) -> "tuple[tuple[Parse, ...], ...]":
    """All forms of a word, per word of the dictionary that is written so."""
    found = {
        (parse.tag.POS, parse.tag.aspect): tuple(parse.lexeme)
        for parse in analyzer().parse(wanted)
        if parse.normal_form == wanted
    }
    if not found:
        raise ValueError(f"«{wanted}» — не начальная форма")
    return tuple(found.values())


def _of_aspect(parse: "Parse", lexemes: "tuple[tuple[Parse, ...], ...]") -> "tuple[Parse, ...]":
    """«Навязать» is of both aspects: «навяжу» and «навязаю»."""
    return next((lexeme for lexeme in lexemes if lexeme[0].tag.aspect == parse.tag.aspect), lexemes[0])


def _kind(parse: "Parse") -> str:
    pos = parse.tag.POS
    return "VERB" if pos in _VERBAL else "ADJF" if pos in _ADJECTIVAL else str(pos)


def _like(parse: "Parse", lexeme: "tuple[Parse, ...]", *, depended_on: bool) -> str | None:
    tag = parse.tag
    gender, animacy = (None, None) if tag.POS == "NOUN" else (tag.gender, tag.animacy)
    if tag.POS == "NOUN" and depended_on and tag.number == "sing" and lexeme[0].tag.gender != tag.gender:
        return None
    # A verb has a present or a future, by its aspect, and the dictionary guesses the aspect of verbs unknown to it.
    tense = tag.tense if tag.tense == "past" or tag.POS == "PRTF" else None
    wanted = [tag.POS, tag.number, tag.case, animacy, tense, tag.person, tag.mood, tag.involvement, tag.voice, gender]
    return next((form.word for form in lexeme if all(part is None or part in form.tag for part in wanted)), None)
