"""Finds the phrases of all word lists in one pass over the words of a text.

The phrases are a nondeterministic automaton over classes of words (two words are of one class when the same parts of
phrases fit them). It is made deterministic as texts need it, so that a word costs a few dictionary look-ups.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from threading import Lock
from typing import NamedTuple

from companion.positions import Span
from companion.text.lemmas import readings
from companion.text.phrases import Element, Phrase, listed_phrases
from companion.text.words import Word

GAP = 4
"""The most words that ``…`` stands for; numbers do not count («отклонена 17.11.2026 по SKU 646399170 …»)."""
_NUMBER = ("number", "")
"""What a word with a digit is, beside what phrases fit it."""
_DIGIT = re.compile("[0-9]")
_KNOWN_WORDS = 50_000
"""So many words keep their class in memory: those of some hundred drafts."""


class Found(NamedTuple):
    """A phrase that stands in a text: where (in ``View.text``), in which sentence, and the words ``first:last``."""

    listed: str
    source: str
    span: Span
    sentence: int
    first: int
    last: int


class _Waiting(NamedTuple):
    """A phrase that has matched so far, waits for its next element and may skip words before it."""

    phrase: int
    element: int
    skips: int


class _State:
    """Where a walk through the phrases stands: what waits, what has just matched, where each class of word leads."""

    __slots__ = ("matched", "next", "waiting")

    def __init__(self, waiting: frozenset[_Waiting], matched: tuple[int, ...]) -> None:
        self.waiting = waiting
        self.matched = matched
        self.next: dict[int, _State | None] = {}


class PhraseIndex:
    """Phrases ready to be found. Safe to share between threads: what it remembers never changes an answer."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._phrases = phrases
        self._atoms: dict[tuple[str, str], int] = {_NUMBER: 0}
        self._fitting: list[list[frozenset[int]]] = [
            [frozenset(self._element_atoms(element)) for element in phrase.elements] for phrase in phrases
        ]
        self._prefixes = sorted({len(text) for kind, text in self._atoms if kind == "prefix"})
        self._suffixes = sorted({len(text) for kind, text in self._atoms if kind == "suffix"})
        self._by_lemma = any(kind == "lemma" for kind, _ in self._atoms)
        self._lock = Lock()
        self._classes: dict[frozenset[int], int] = {frozenset(): 0}
        self._members: list[frozenset[int]] = [frozenset()]
        self._states: dict[tuple[frozenset[_Waiting], tuple[int, ...]], _State] = {}
        self._start = _State(frozenset(_Waiting(number, 0, 0) for number in range(len(phrases))), ())
        self._class_of = lru_cache(_KNOWN_WORDS)(self._classified)

    def find(self, words: Sequence[Word]) -> dict[str, tuple[Found, ...]]:
        """Per list its findings in order, none overlapping another of the same list (the longest wins)."""
        hits: dict[str, list[Found]] = {}
        exceptions: dict[str, list[Found]] = {}
        classes = [self._class_of(word.lower) for word in words]
        for first, word_class in enumerate(classes):
            if word_class:
                for number, last in self._walk(words, classes, first):
                    phrase = self._phrases[number]
                    span = Span(words[first].start, words[last - 1].end)
                    found = Found(phrase.listed, phrase.source, span, words[first].sentence, first, last)
                    (exceptions if phrase.exception else hits).setdefault(phrase.listed, []).append(found)
        return {listed: _settled(found, exceptions.get(listed, [])) for listed, found in hits.items()}

    def _walk(self, words: Sequence[Word], classes: list[int], first: int) -> Sequence[tuple[int, int]]:
        """The phrases that begin at a word, each with the word after its shortest match."""
        state = self._start
        sentence = words[first].sentence
        matches: dict[int, int] = {}
        for at in range(first, len(words)):
            if words[at].sentence != sentence:
                break
            word_class = classes[at]
            reached = state.next[word_class] if word_class in state.next else self._step(state, word_class)
            if reached is None:
                break
            for number in reached.matched:
                matches.setdefault(number, at + 1)
            state = reached
        return tuple(matches.items()) if matches else ()

    def _step(self, state: _State, word_class: int) -> _State | None:
        atoms = self._members[word_class]
        number = self._atoms[_NUMBER] in atoms
        waiting: set[_Waiting] = set()
        matched: set[int] = set()
        for item in state.waiting:
            if item.skips:
                waiting.add(item if number else item._replace(skips=item.skips - 1))
            if atoms & self._fitting[item.phrase][item.element]:
                self._advance(item.phrase, item.element + 1, waiting, matched)
        key = (frozenset(waiting), tuple(sorted(matched)))
        reached = self._states.setdefault(key, _State(*key)) if waiting or matched else None
        state.next[word_class] = reached
        return reached

    def _advance(self, phrase: int, element: int, waiting: set[_Waiting], matched: set[int]) -> None:
        elements = self._phrases[phrase].elements
        if element == len(elements):
            matched.add(phrase)
            return
        skips = GAP if elements[element].gap else 0
        element += elements[element].gap
        waiting.add(_Waiting(phrase, element, skips))
        if elements[element].optional:
            self._advance(phrase, element + 1, waiting, matched)

    def _element_atoms(self, element: Element) -> Iterator[int]:
        parts = (
            ("exact", element.exact),
            ("prefix", element.prefixes),
            ("suffix", element.suffixes),
            ("lemma", element.lemmas),
        )
        for kind, texts in parts:
            for text in texts:
                yield self._atoms.setdefault((kind, text), len(self._atoms))

    def _classified(self, word: str) -> int:
        known = self._atoms.get
        atoms = {known(("exact", word)), known(_NUMBER) if _DIGIT.search(word) else None}
        atoms.update(known(("prefix", word[:length])) for length in self._prefixes if length <= len(word))
        atoms.update(known(("suffix", word[-length:])) for length in self._suffixes if length <= len(word))
        if self._by_lemma:
            for lemma, mood in readings(word):
                atoms.update((known(("lemma", lemma)), known(("lemma", f"{lemma}/{mood}"))))
        members = frozenset(atom for atom in atoms if atom is not None)
        with self._lock:
            if members not in self._classes:
                self._members.append(members)
                self._classes[members] = len(self._members) - 1
        return self._classes[members]


def _settled(hits: list[Found], exceptions: list[Found]) -> tuple[Found, ...]:
    if len(hits) == 1 and not exceptions:
        return (hits[0],)
    kept: list[Found] = []
    for hit in sorted(set(hits), key=lambda hit: (hit.span.start, -hit.span.end)):
        if any(hit.span.overlaps(exception.span) for exception in exceptions):
            continue
        if kept and kept[-1].span.overlaps(hit.span):
            continue
        kept.append(hit)
    return tuple(kept)


@cache
def all_phrases() -> PhraseIndex:
    """The index over every list of every lexicon."""
    return PhraseIndex(listed_phrases())
