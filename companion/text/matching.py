"""Finds the phrases of all word lists in one pass over the words of a text.

The phrases are a nondeterministic automaton over classes of words (two words are of one class when the same parts of
phrases fit them). It is made deterministic as texts need it, so that a word costs a few dictionary look-ups.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from threading import Lock
from typing import NamedTuple

from companion.positions import Cover, Span
from companion.text.lemmas import readings
from companion.text.phrases import NUMBER, Element, Phrase, listed_phrases
from companion.text.words import Word

_KNOWN_STATES = 100_000
_ROOM = 16
"""More than the longest gap, and one."""
_DIGIT = re.compile("[0-9₽]")
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


class _State:
    """Where a walk through the phrases stands: what it waits for, what has just matched, where a class of word leads.

    ``waiting`` holds numbers: ``_ROOM`` times the place in a phrase, plus one more than the words that a gap before it
    may still take, or plus 0 where there is no gap. ``matched`` holds numbers of phrases.
    """

    __slots__ = ("matched", "next", "waiting")

    def __init__(self, waiting: frozenset[int], matched: tuple[int, ...]) -> None:
        self.waiting = waiting
        self.matched = matched
        self.next: dict[int, _State | None] = {}


class PhraseIndex:
    """Phrases ready to be found. Safe to share between threads: what it remembers never changes an answer."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._phrases = phrases
        self._atoms: dict[tuple[str, str], int] = {NUMBER: 0}
        self._fitting: list[frozenset[int]] = []
        """Per place of a phrase the kinds of word that fit there."""
        self._after: list[tuple[tuple[int, ...], int | None]] = []
        """Per place what is waited for once a word fitted there, and the phrase that has then matched."""
        starts = [self._laid_out(number, phrase.elements) for number, phrase in enumerate(phrases)]
        self._parts = tuple(self._atoms)
        self._prefixes = sorted({len(text) for kind, text in self._atoms if kind == "prefix"})
        self._suffixes = sorted({len(text) for kind, text in self._atoms if kind == "suffix"})
        self._by_lemma = any(kind == "lemma" for kind, _ in self._atoms)
        self._lock = Lock()
        self._classes: dict[frozenset[int], int] = {frozenset(): 0}
        self._members: list[frozenset[int]] = [frozenset()]
        self._states: dict[tuple[frozenset[int], tuple[int, ...]], _State] = {}
        self._start = _State(frozenset(start * _ROOM for start in starts), ())
        self._beginning: dict[int, list[int]] = {}
        """Per kind of word what of the start fits it: a new word must not be tried on thousands of phrases."""
        for start in starts:
            for atom in self._fitting[start]:
                self._beginning.setdefault(atom, []).append(start * _ROOM)
        self._class_of = lru_cache(_KNOWN_WORDS)(self._classified)

    def find(self, words: Sequence[Word]) -> dict[str, tuple[Found, ...]]:
        """Per list its findings in order, none overlapping another of it (the longest wins, then the first listed)."""
        hits: dict[str, list[Found]] = {}
        exceptions: dict[str, list[Found]] = {}
        classes = [self._class_of(word.lower) for word in words]
        begun = self._start.next
        for first, word_class in enumerate(classes):
            if not word_class or (word_class in begun and begun[word_class] is None):
                continue
            for number, last in self._walk(words, classes, first):
                phrase = self._phrases[number]
                span = Span(words[first].start, words[last - 1].end)
                found = Found(phrase.listed, phrase.source, span, words[first].sentence, first, last)
                (exceptions if phrase.exception else hits).setdefault(phrase.listed, []).append(found)
        return {listed: _settled(found, exceptions.get(listed, [])) for listed, found in hits.items()}

    def _laid_out(self, number: int, elements: Sequence[Element]) -> int:
        """Gives every word of a phrase a place; returns the first."""
        words = [element for element in elements if not element.gap]
        first = len(self._fitting)
        self._fitting += [frozenset(self._atoms_of(element)) for element in words]
        gaps = [0] * len(words)
        seen = 0
        for element in elements:
            if element.gap:
                gaps[seen] = element.gap + 1
            seen += not element.gap
        self._after += [_following(number, first, at, words, gaps) for at in range(len(words))]
        return first

    def parts_of(self, word: str) -> frozenset[tuple[str, str]]:
        """The parts of the phrases' elements that a lower-case word fits (``Element.parts``)."""
        return frozenset(self._parts[atom] for atom in self._members[self._class_of(word)])

    def forget_words(self) -> None:
        """Reads words anew from here on: of which words a form may be has changed."""
        self._class_of.cache_clear()

    def _atoms_of(self, element: Element) -> Iterator[int]:
        return (self._atoms.setdefault(part, len(self._atoms)) for part in element.parts)

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
        number = self._atoms[NUMBER] in atoms
        waiting: set[int] = set()
        matched: set[int] = set()
        candidates: Iterable[int] = state.waiting
        if state is self._start:
            candidates = {item for atom in atoms for item in self._beginning.get(atom, ())}
        for item in candidates:
            place, room = divmod(item, _ROOM)
            if room and number:
                waiting.add(item)
            elif room > 1:
                waiting.add(item - 1)
            if atoms & self._fitting[place]:
                following, phrase = self._after[place]
                waiting.update(following)
                if phrase is not None:
                    matched.add(phrase)
        reached = self._state(frozenset(waiting), tuple(sorted(matched))) if waiting or matched else None
        state.next[word_class] = reached
        return reached

    def _state(self, waiting: frozenset[int], matched: tuple[int, ...]) -> _State:
        if len(self._states) > _KNOWN_STATES:
            # Walks under way keep theirs; what is forgotten is found anew. So memory stays flat over millions of texts.
            self._states.clear()
            self._start.next.clear()
        return self._states.setdefault((waiting, matched), _State(waiting, matched))

    def _classified(self, word: str) -> int:
        known = self._atoms.get
        atoms = {known(("exact", word)), known(NUMBER) if _DIGIT.search(word) else None}
        atoms.update(known(("prefix", word[:length])) for length in self._prefixes if length <= len(word))
        atoms.update(known(("suffix", word[-length:])) for length in self._suffixes if length <= len(word))
        if self._by_lemma:
            for lemma, mood in readings(word):
                atoms.update(known(("lemma", one)) for one in (lemma, f"{lemma}/{mood}", f"*/{mood}"))
        members = frozenset(atom for atom in atoms if atom is not None)
        with self._lock:
            if members not in self._classes:
                self._members.append(members)
                self._classes[members] = len(self._members) - 1
        return self._classes[members]


def _following(
    number: int, first: int, at: int, words: Sequence[Element], gaps: Sequence[int]
) -> tuple[tuple[int, ...], int | None]:
    """What a phrase waits for after its word ``at``: the next one, and those behind it that may be missing."""
    waiting = []
    for after in range(at + 1, len(words)):
        waiting.append((first + after) * _ROOM + gaps[after])
        if not words[after].optional:
            return tuple(waiting), None
    return tuple(waiting), number


def _settled(hits: list[Found], exceptions: list[Found]) -> tuple[Found, ...]:
    if len(hits) == 1 and not exceptions:
        return (hits[0],)
    kept: list[Found] = []
    spared = Cover(exception.span for exception in exceptions)
    for hit in sorted(dict.fromkeys(hits), key=lambda hit: (hit.span.start, -hit.span.end)):
        if spared.overlaps(hit.span):
            continue
        if kept and kept[-1].span.overlaps(hit.span):
            continue
        kept.append(hit)
    return tuple(kept)


@cache
def all_phrases() -> PhraseIndex:
    """The index over every list of every lexicon."""
    return PhraseIndex(listed_phrases())
