"""All word lists of the product, matched in one pass over the words of a text.

The lists are ``lexicons/*.toml``: one table a list, called ``file.table``, with ``about`` (what belongs in it),
``phrases`` and, where needed, ``except`` (a phrase that overlaps one of these does not count). A phrase is words
separated by spaces; capitals and ё do not matter:

- ``слово`` exactly this form; ``слов*`` every word that begins so; ``*ать`` every word that ends so (not first)
- ``а|б*`` either; ``списан{,а,о,ы}`` four forms; ``(не пришл*|зависл*)`` either of several words
- ``слово?`` may be missing
- ``…`` up to three words of any kind
- words of a phrase stand in one sentence; marks between them do not matter
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from companion.positions import Span
from companion.text.words import Word

GAP = 3
"""The most words that ``…`` stands for."""
_GROUP = re.compile(r"\(([^()]+)\)")


class Element(NamedTuple):
    """One place of a phrase."""

    exact: frozenset[str]
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    optional: bool
    gap: bool

    def fits(self, word: str) -> bool:
        """True when a lower-case word may stand here."""
        return word in self.exact or word.startswith(self.prefixes) or word.endswith(self.suffixes)


class Phrase(NamedTuple):
    """One compiled phrase of a list; ``source`` is how it stands in the file."""

    listed: str
    source: str
    elements: tuple[Element, ...]
    exception: bool


class Found(NamedTuple):
    """A phrase that stands in a text: where (in ``View.text``), in which sentence, and the words ``first:last``."""

    listed: str
    source: str
    span: Span
    sentence: int
    first: int
    last: int


def compile_phrase(listed: str, source: str, *, exception: bool = False) -> Phrase:
    """Raises ``ValueError`` for a phrase that could never match or begins with something optional."""
    elements = tuple(_element(part) for part in source.lower().replace("ё", "е").split())
    first = elements[0] if elements else None
    if first is None or first.gap or first.optional or first.suffixes or elements[-1].gap:
        raise ValueError(f"список {listed}: фраза «{source}» должна начинаться и кончаться словом")
    return Phrase(listed, source, elements, exception)


def _element(part: str) -> Element:
    if part == "…":
        return Element(frozenset(), (), (), optional=False, gap=True)
    optional = part.endswith("?")
    choices = [form for choice in part.rstrip("?").split("|") for form in _forms(choice)]
    prefixes = tuple(choice[:-1] for choice in choices if choice.endswith("*"))
    suffixes = tuple(choice[1:] for choice in choices if choice.startswith("*"))
    exact = frozenset(choice for choice in choices if "*" not in choice)
    if any(len(end) < 2 for end in prefixes + suffixes) or "" in exact:
        raise ValueError(f"слишком короткая часть слова: «{part}»")
    return Element(exact, prefixes, suffixes, optional, gap=False)


def _forms(choice: str) -> list[str]:
    """``списан{,а}`` → списан, списана."""
    stem, brace, endings = choice.partition("{")
    return [stem + ending for ending in endings.rstrip("}").split(",")] if brace else [choice]


class PhraseIndex:
    """Finds every phrase of many lists with a few dictionary look-ups a word."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._exact: dict[str, list[Phrase]] = {}
        self._prefix: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            for word in phrase.elements[0].exact:
                self._exact.setdefault(word, []).append(phrase)
            for prefix in phrase.elements[0].prefixes:
                self._prefix.setdefault(prefix, []).append(phrase)
        self._lengths = sorted({len(prefix) for prefix in self._prefix})

    def find(self, words: Sequence[Word]) -> dict[str, tuple[Found, ...]]:
        """Per list its findings in order, none overlapping another of the same list (the longest wins)."""
        hits: dict[str, list[Found]] = {}
        exceptions: dict[str, list[Found]] = {}
        for at, word in enumerate(words):
            for phrase in self._starting(word.lower):
                end = _match(phrase.elements, 1, words, at + 1)
                if end:
                    span = Span(word.start, words[end - 1].end)
                    kind = exceptions if phrase.exception else hits
                    found = Found(phrase.listed, phrase.source, span, word.sentence, at, end)
                    kind.setdefault(phrase.listed, []).append(found)
        return {listed: _settled(found, exceptions.get(listed, [])) for listed, found in hits.items()}

    def _starting(self, word: str) -> Iterator[Phrase]:
        yield from self._exact.get(word, ())
        for length in self._lengths:
            if length > len(word):
                break
            yield from self._prefix.get(word[:length], ())


def _match(elements: tuple[Element, ...], element: int, words: Sequence[Word], at: int) -> int:
    """The word after the longest match of the rest of a phrase that begins at ``at``, or 0."""
    if element == len(elements):
        return at
    here = elements[element]
    sentence = words[at - 1].sentence
    if here.gap:
        reached = (
            _match(elements, element + 1, words, at + skipped)
            for skipped in range(GAP + 1)
            if at + skipped < len(words) and words[at + skipped].sentence == sentence
        )
        return next((end for end in reached if end), 0)
    end = 0
    if at < len(words) and words[at].sentence == sentence and here.fits(words[at].lower):
        end = _match(elements, element + 1, words, at + 1)
    if not end and here.optional:
        end = _match(elements, element + 1, words, at)
    return end


def _settled(hits: list[Found], exceptions: list[Found]) -> tuple[Found, ...]:
    kept: list[Found] = []
    for hit in sorted(set(hits), key=lambda hit: (hit.span.start, -hit.span.end)):
        if any(hit.span.overlaps(exception.span) for exception in exceptions):
            continue
        if kept and kept[-1].span.overlaps(hit.span):
            continue
        kept.append(hit)
    return tuple(kept)


def phrases_of(listed: str, table: Mapping[str, Any]) -> Iterator[Phrase]:
    """Compiles one table of a lexicon."""
    for exception, key in enumerate(("phrases", "except")):
        for source in table.get(key, ()):
            for single in _ungrouped(source):
                yield compile_phrase(listed, single, exception=bool(exception))


def _ungrouped(source: str) -> Iterator[str]:
    """The phrases that a phrase with groups stands for."""
    group = _GROUP.search(source)
    if group is None:
        yield source
        return
    before, after = source[: group.start()], source[group.end() :]
    alternatives = group.group(1).split("|")
    short = [alternative for alternative in alternatives if " " not in alternative]
    # One-word alternatives share one element: fewer phrases, the same meaning.
    for alternative in ["|".join(short)] * bool(short) + [alt for alt in alternatives if " " in alt]:
        yield from _ungrouped(before + alternative + after)


@cache
def lexicon(name: str) -> Mapping[str, Mapping[str, Any]]:
    """The tables of ``lexicons/NAME.toml``."""
    source = files("companion.text").joinpath("lexicons", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)


@cache
def lexicon_names() -> tuple[str, ...]:
    """The names of all lexicons, in order."""
    entries = files("companion.text").joinpath("lexicons").iterdir()
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in entries if entry.name.endswith(".toml")))


@cache
def all_phrases() -> PhraseIndex:
    """The index over every list of every lexicon."""
    return PhraseIndex(
        [
            phrase
            for name in lexicon_names()
            for table_name, table in lexicon(name).items()
            for phrase in phrases_of(f"{name}.{table_name}", table)
        ]
    )
