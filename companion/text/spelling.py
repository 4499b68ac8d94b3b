"""Common mistakes of writing: a closed list, each with the right word in the same form.

The lists are the tables of ``lexicons/spelling.toml``. A pair is ``ошибка → как пишется``: one word or several, with
one space between; ``слов*`` any ending, ``*ать`` any beginning, both kept as they are. Capitals and ё do not matter.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from companion.positions import Span
from companion.text.phrases import lexicon
from companion.text.words import Word
from companion.text.written import FieldText

ARROW = " → "


class Misspelling(NamedTuple):
    """A mistake: where it stands (in ``View.text``), and what belongs there, in the same form and capitals."""

    span: Span
    right: str


class _Listed(NamedTuple):
    """All pairs, by what of the word is looked up."""

    whole: Mapping[str, str]
    beginnings: Mapping[str, str]
    endings: Mapping[str, str]
    most_words: Mapping[str, int]
    """Per first word the number of words of the longest mistake of several words."""


def misspellings(text: FieldText) -> Iterator[Misspelling]:
    """The mistakes of a text, in order, none overlapping another."""
    end = 0
    for at, word in enumerate(text.words):
        if word.start < end:
            continue
        found = _several(text, at) or _one(word)
        if found is None:
            continue
        span, right = found
        end = span.end
        yield Misspelling(span, _as_written(text.view.text[span.start : span.end], text.view.lower[span.start : span.end], right))


def _several(text: FieldText, at: int) -> tuple[Span, str] | None:
    """The longest listed mistake of several words that begins here."""
    words: Sequence[Word] = text.words
    listed = _listed()
    start = words[at].start
    for count in range(listed.most_words.get(words[at].lower, 1), 1, -1):
        if at + count <= len(words):
            span = Span(start, words[at + count - 1].end)
            right = listed.whole.get(text.view.lower[span.start : span.end])
            if right is not None:
                return span, right
    return None


def _one(word: Word) -> tuple[Span, str] | None:
    right = corrected(word.lower)
    return None if right is None else (word.span, right)


@cache
def corrected(word: str) -> str | None:
    """The right form of one word in lower case without ё; None when no mistake is listed for it."""
    listed = _listed()
    if word in listed.whole:
        return listed.whole[word]
    for wrong, right in listed.beginnings.items():
        if word.startswith(wrong) and not word.startswith(right):
            return right + word[len(wrong) :]
    for wrong, right in listed.endings.items():
        if word.endswith(wrong):
            return word[: -len(wrong)] + right
    return None


def _as_written(text: str, lower: str, right: str) -> str:
    """The right word with the capitals and ё of what stands in the text."""
    plain = right.lower().replace("ё", "е")
    before = _common(lower, plain)
    after = _common(lower[before:][::-1], plain[before:][::-1])
    replaced, new = text[before : len(text) - after], right[before : len(right) - after]
    shouted = text.isupper() and len(text) > 1
    if shouted:
        new = new.upper()
    elif before == 0 and text[:1].isupper():
        new = new[:1].upper() + new[1:]
        if not new and after:
            return right[:1].upper() + right[1:]
    del replaced
    return text[:before] + new + text[len(text) - after :]


def _common(one: str, other: str) -> int:
    """The length of the common beginning."""
    for at, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return at
    return min(len(one), len(other))


@cache
def _listed() -> _Listed:
    whole: dict[str, str] = {}
    beginnings: dict[str, str] = {}
    endings: dict[str, str] = {}
    most_words: dict[str, int] = {}
    for wrong, right in pairs():
        if wrong.endswith("*"):
            beginnings[wrong[:-1]] = right[:-1]
        elif wrong.startswith("*"):
            endings[wrong[1:]] = right[1:]
        else:
            whole[wrong] = right
            first, *others = wrong.split(" ")
            most_words[first] = max(most_words.get(first, 1), 1 + len(others))
    return _Listed(whole, beginnings, endings, most_words)


def pairs() -> Iterator[tuple[str, str]]:
    """Every mistake (lower case, no ё) with what is right."""
    for table in lexicon("spelling").values():
        for pair in table.get("pairs", ()):
            wrong, arrow, right = pair.partition(ARROW)
            if not arrow:
                raise ValueError(f"spelling: нет стрелки в «{pair}»")
            yield wrong.lower().replace("ё", "е"), right
