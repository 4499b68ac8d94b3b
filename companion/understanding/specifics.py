"""How much a text says of its matter: particular words, things that everybody writes about, words that say nothing."""

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from companion.positions import Span
from companion.text.lemmas import readings
from companion.text.phrases import lexicon
from companion.text.written import FieldText

Weight = Literal["particular", "thing", "empty", "short"]
_SHORT = 3
"""A word of so few letters says nothing, but for those that are listed («УПД»)."""
_SIGNED = 4
"""A last line of so few words, each with a capital, is a signature."""
_KNOWN_WORDS = 50_000
_SAID_ELSEWHERE = (
    "general.idle",
    "speech.greeting",
    "speech.signature",
    "emotions.insult",
    "emotions.accusation",
    "emotions.drama",
)
_DIGIT = re.compile("[0-9]")


class Specifics(NamedTuple):
    """The words of a text that say something: ``particular`` and ``things``; ``all``: how many words there are."""

    particular: tuple[str, ...]
    things: tuple[str, ...]
    all: int


def specifics(text: FieldText, unfilled: frozenset[int]) -> Specifics:
    """What a text says, without its greeting, its signature, what it only exclaims, and unfilled lines."""
    skipped = {at for hit in text.found(*_SAID_ELSEWHERE) for at in range(hit.first, hit.last)}
    signed = _signature(text)
    words: dict[Weight, list[str]] = {"particular": [], "thing": [], "empty": [], "short": []}
    for at, word in enumerate(text.words):
        if (
            at not in skipped
            and word.start < signed
            and word.sentence not in unfilled
            and not _DIGIT.search(word.lower)
        ):
            words[_weight(word.lower)].append(word.lower)
    counted = sum(len(words[weight]) for weight in ("particular", "thing", "empty"))
    return Specifics(tuple(words["particular"]), tuple(words["thing"]), counted)


@lru_cache(_KNOWN_WORDS)
def _weight(word: str) -> Weight:
    if word in _listed("short"):
        return "particular"
    if len(word) <= _SHORT:
        return "short"
    lemmas = {lemma for lemma, _ in readings(word)}
    if lemmas & _listed("empty"):
        return "empty"
    return "thing" if lemmas & _listed("things") else "particular"


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(word.replace("ё", "е") for word in lexicon("general")[name]["words"])


def _signature(text: FieldText) -> int:
    """Where the signature begins, else the end of the text."""
    closing = [hit.span.start for hit in text.found("speech.signature")]
    end = len(text.view.text)
    if closing and len(text.words_in(Span(closing[-1], end))) <= 2 * _SIGNED:
        return closing[-1]
    last = text.sentences[-1] if len(text.sentences) > 1 else Span(end, end)
    words = text.words_in(last)
    names = all(_name(text.view.text[word.start : word.end]) for word in words) and text.view.text[end - 1] != "?"
    return last.start if 0 < len(words) <= _SIGNED and names else end


def _name(word: str) -> bool:
    """«Иван», «ИП»; a longer word in capitals is none."""
    return word[0].isupper() and (len(word) <= _SHORT or not word.isupper())
