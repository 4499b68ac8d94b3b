"""Common mistakes of writing: a closed list, each with the right word in the same form.

The lists are the tables of ``lexicons/spelling.toml``. A pair is ``ошибка → как пишется``, of one word or several:

- ``слов*`` with any ending, ``*ать`` with any beginning: that part stays as it is
- ``не{вижу,могу} → не {}`` two pairs; ``указан~ → указанн~`` one for each of the table's ``endings``
- a table with ``phrases`` (``companion.text.phrases``) holds mistakes that only their neighbours betray: its pairs
  count inside its phrases alone
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from companion.positions import Span
from companion.text.inflection import even
from companion.text.phrases import lexicon
from companion.text.words import capital_as
from companion.text.written import FieldText

_CHOICES = re.compile(r"\{([^{}]+)\}")
_KEY = 3
"""A part of a word with «*» has at least so many letters: by them it is looked up."""
_KNOWN_WORDS = 50_000
"""So many words keep their answer in memory: those of some hundred drafts."""


class Misspelling(NamedTuple):
    """A mistake: where it stands (in ``View.text``), and what belongs there, in the same form and capitals."""

    span: Span
    right: str


class Pairs:
    """Mistakes with what is right, ready to be looked up."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._whole: dict[str, str] = {}
        self._by_start: dict[str, list[tuple[str, str]]] = {}
        self._by_end: dict[str, list[tuple[str, str]]] = {}
        self._longest: dict[str, int] = {}
        for wrong, right in sorted(pairs, key=lambda pair: -len(pair[0])):
            if wrong.endswith("*"):
                self._by_start.setdefault(wrong[:_KEY], []).append((wrong[:-1], right[:-1]))
            elif wrong.startswith("*"):
                self._by_end.setdefault(wrong[-_KEY:], []).append((wrong[1:], right[1:]))
            else:
                self._whole[wrong] = right
                first, *others = wrong.split(" ")
                self._longest[first] = max(self._longest.get(first, 0), len(others))
        self._one = lru_cache(_KNOWN_WORDS)(self.right_word)

    def right_word(self, word: str) -> str | None:
        """What is right for one word in lower case without ё; None when it is no listed mistake."""
        if word in self._whole:
            return self._whole[word]
        for wrong, right in self._by_start.get(word[:_KEY], ()):
            # «программа» begins like «програм…» and is right already.
            if word.startswith(wrong) and not (right.startswith(wrong) and word.startswith(right)):
                return right + word[len(wrong) :]
        for wrong, right in self._by_end.get(word[-_KEY:], ()):
            if word.endswith(wrong) and word != wrong and not (right.endswith(wrong) and word.endswith(right)):
                return word[: -len(wrong)] + right
        return None

    def at(self, text: FieldText, at: int) -> tuple[Span, str] | None:
        """The longest listed mistake that begins at a word, with what is right in lower case."""
        words = text.words
        start = words[at].start
        for more in range(self._longest.get(words[at].lower, 0), 0, -1):
            if at + more < len(words):
                span = Span(start, words[at + more].end)
                # One space between: «из, за» is no «из-за».
                right = self._whole.get(span.of(text.view.lower))
                if right is not None:
                    return span, right
        right = self._one(words[at].lower)
        return None if right is None else (words[at].span, right)


def misspellings(text: FieldText) -> tuple[Misspelling, ...]:
    """The mistakes of a text, in order, none overlapping another."""
    everywhere, inside = _listed()
    found = [everywhere.at(text, at) for at in range(len(text.words))]
    for listed, pairs in inside.items():
        for phrase in text.found(listed):
            found += [pairs.at(text, at) for at in range(phrase.first, phrase.last)]
    kept: list[Misspelling] = []
    for span, right in sorted(filter(None, found), key=lambda hit: (hit[0].start, -hit[0].end)):
        if not kept or kept[-1].span.end <= span.start:
            kept.append(Misspelling(span, _as_written(text, span, right)))
    return tuple(kept)


def _as_written(text: FieldText, span: Span, right: str) -> str:
    """The right words with the capitals and ё of what stands in the text: all that is right already stays."""
    stands, lower, plain = span.of(text.view.text), span.of(text.view.lower), even(right)
    if plain.endswith(".") and text.view.text[span.end : span.end + 1] == ".":
        # «итд.» at the end of a sentence has its full stop.
        right, plain = right[:-1], plain[:-1]
    before = _common(lower, plain)
    after = _common(lower[before:][::-1], plain[before:][::-1])
    middle = right[before : len(right) - after]
    if stands.isupper() and len(stands) > 1:
        middle = middle.upper()
    written = stands[:before] + middle + stands[len(stands) - after :]
    return capital_as(stands, written)


def _common(one: str, other: str) -> int:
    """The length of the common beginning."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other)))


@cache
def _listed() -> tuple[Pairs, Mapping[str, Pairs]]:
    """The pairs that count everywhere, and those that count inside the phrases of their list."""
    tables = lexicon("spelling")
    everywhere = Pairs(pair for table in tables.values() if "phrases" not in table for pair in pairs_of(table))
    inside = {f"spelling.{name}": Pairs(pairs_of(table)) for name, table in tables.items() if "phrases" in table}
    return everywhere, inside


def pairs_of(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every mistake of a table (lower case, no ё) with what is right; raises ``ValueError`` for a pair without one."""
    for pair in table["pairs"]:
        wrong, arrow, right = pair.partition(" → ")
        if not arrow or not right:
            raise ValueError(f"список spelling: нет правильного слова в «{pair}»")
        choices = _CHOICES.search(wrong)
        for choice in choices.group(1).split(",") if choices else ("",):
            one = _CHOICES.sub(choice, wrong), right.replace("{}", choice)
            for ending in table.get("endings", ("",)):
                yield even(one[0].replace("~", ending)), one[1].replace("~", ending)
