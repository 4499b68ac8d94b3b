"""Examples of word lists: natural texts in which a list finds what is [marked], or nothing. They are its tests.

Only lists that can be looked for by themselves have examples: phrases, obscene words, words beside numbers, and
mistakes of writing: of a list with ``phrases`` those phrases in which one of its mistakes stands.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from companion.positions import Span
from companion.text.disguise import obscene_words
from companion.text.marked import unmarked
from companion.text.matching import PhraseIndex
from companion.text.phrases import examples_of, lexicon, lexicon_names, phrases_of
from companion.text.spelling import Pairs, pairs_of
from companion.text.word_patterns import listed as words_pattern
from companion.text.written import FieldText

GROUPS = "groups"
_OBSCENE = "obscene"
_AFTER_NO_LETTER = r"(?<![^\W\d_])"


class ListExample(NamedTuple):
    """A text and the spans of ``View.text`` that its list finds there; none in a near miss."""

    listed: str
    marked: str
    text: str
    spans: tuple[Span, ...]


@cache
def list_examples() -> Mapping[str, tuple[ListExample, ...]]:
    """Per list its examples and near misses. Raises ``ValueError`` for a text that cannot be one."""
    return {
        f"{name}.{table_name}": tuple(_examples(f"{name}.{table_name}", table))
        for name in lexicon_names()
        for table_name, table in lexicon(name).items()
    }


def _examples(listed: str, table: Mapping[str, Any]) -> Iterator[ListExample]:
    for marked, found in examples_of(listed, table):
        plain = unmarked(marked)
        if bool(plain.spans) != found:
            raise ValueError(f"список {listed}: «{marked}»: в examples нужны [скобки], в near_misses их нет")
        if FieldText(plain.text).view.text != plain.text:
            raise ValueError(f"список {listed}: «{marked}»: пишите с простыми пробелами, дефисами и кавычками")
        yield ListExample(listed, marked, *plain)


def found_by(listed: str, text: FieldText) -> tuple[Span, ...]:
    """What a list finds in a text by itself. Raises ``ValueError`` for a list that finds nothing without others."""
    name, _, table_name = listed.partition(".")
    table = lexicon(name)[table_name]
    if "pairs" in table:
        return _mistakes(listed, text) if "phrases" not in table else _phrases_with_mistakes(listed, text)
    if "phrases" in table:
        return tuple(found.span for found in text.found(listed))
    if name == GROUPS:
        return tuple(found.span for found in _group_index(listed).find(text.words).get(listed, ()))
    if name == _OBSCENE:
        return obscene_words(text.view)
    if "words" in table:
        pattern = re.compile(f"{_AFTER_NO_LETTER}(?:{words_pattern(listed)})", re.IGNORECASE)
        return tuple(Span(*match.span()) for match in pattern.finditer(text.view.lower))
    raise ValueError(f"список {listed}: сам по себе он ничего не находит, примеры ему дают правила")


@cache
def _group_index(listed: str) -> PhraseIndex:
    words = lexicon(GROUPS)[listed.partition(".")[2]]["words"]
    return PhraseIndex(tuple(phrases_of(listed, {"phrases": words})))


def _mistakes(listed: str, text: FieldText) -> tuple[Span, ...]:
    """The listed mistakes, none inside another."""
    pairs, found = _pairs(listed), [Span(0, 0)]
    for at in range(len(text.words)):
        mistake = pairs.at(text, at)
        if mistake and found[-1].end <= mistake[0].start:
            found.append(mistake[0])
    return tuple(found[1:])


def _phrases_with_mistakes(listed: str, text: FieldText) -> tuple[Span, ...]:
    pairs = _pairs(listed)
    return tuple(
        phrase.span
        for phrase in text.found(listed)
        if any(pairs.at(text, at) for at in range(phrase.first, phrase.last))
    )


@cache
def _pairs(listed: str) -> Pairs:
    name, _, table_name = listed.partition(".")
    return Pairs(pairs_of(lexicon(name)[table_name]))
