"""Which text notices that a phrase, or a group of words in phrases, has lost something.

A phrase can only speak where every word of it stands: for most mutants that is no text or a few. In those the list
is looked for again, and only where it then finds something else the whole draft is checked.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any, NamedTuple

from companion.qa.mutation.mutant import LexiconChange
from companion.qa.mutation.parts import ARROW
from companion.qa.mutation.samples import Sample, TextIndex
from companion.text.lexicon_examples import GROUPS, list_examples
from companion.text.matching import Found, PhraseIndex, all_phrases
from companion.text.phrases import Element, Phrase, lexicon, lexicon_names, phrases_of
from companion.text.words import Word
from companion.text.written import FieldText

_KEYS = ("phrases", "except")
_Place = tuple[int, int, str]


class _Source(NamedTuple):
    """One entry of a list, with the words of the groups in it as they are at the time."""

    listed: str
    key: str
    text: str
    groups: tuple[tuple[str, ...], ...]


class _Compiled(NamedTuple):
    """What an entry stands for, and the numbers of the texts and of its list's examples where it may stand."""

    phrases: tuple[Phrase, ...]
    texts: frozenset[int]
    examples: frozenset[int]


class PhraseTrial:
    """Tries changes of phrases and of groups."""

    def __init__(self, samples: Sequence[Sample]) -> None:
        self._samples = samples
        # Computed now: in a trial the product finds other phrases.
        self._found = [[all_phrases().find(words) for words in sample.words] for sample in samples]
        self._in_samples = TextIndex([[word for words in sample.words for word in words] for sample in samples])
        self._examples = [example for listed in _lists() for example in list_examples()[listed]]
        self._example_words = [FieldText(example.text).words for example in self._examples]
        self._in_examples = TextIndex(self._example_words)
        self._of_list = {listed: frozenset(self._numbers(listed)) for listed in _lists()}
        self._compiled = cache(self._compile)
        self._before = {listed: self._sources(listed) for listed in _lists()}
        # Compiled now: in a trial the groups in them may have other words.
        for source in (source for sources in self._before.values() for source in sources):
            self._compiled(source)
        self._found_before = cache(self._find_in_example)

    def noticed(self, change: LexiconChange) -> str | None:
        """What notices the change: "example" of the list, "text", or None."""
        with change.applied():
            after = {listed: self._sources(listed) for listed in self._touched(change)}
            lists = {listed: [self._compiled(source) for source in sources] for listed, sources in after.items()}
            differing = [
                self._compiled(source)
                for listed, sources in after.items()
                for source in {*sources} ^ {*self._before[listed]}
            ]
        examples = frozenset().union(*(entry.examples for entry in differing))
        if any(self._breaks(number, lists) for number in sorted(examples)):
            return "example"
        texts = frozenset().union(*(entry.texts for entry in differing))
        return "text" if texts and self._noticed_in(texts, lists) else None

    def _touched(self, change: LexiconChange) -> Iterator[str]:
        """The lists that the change reaches; a group is a list by itself, and is part of others."""
        yield f"{change.lexicon}.{change.table}"
        if change.lexicon == GROUPS:
            for listed, sources in self._before.items():
                if any(f"<{change.table}>" in source.text for source in sources):
                    yield listed

    def _sources(self, listed: str) -> tuple[_Source, ...]:
        table = _lists()[listed]
        return tuple(
            _Source(listed, key, text, tuple(tuple(lexicon(GROUPS)[name]["words"]) for name in _groups_in(text)))
            for key in _KEYS
            for text in _entries(listed, table, key)
        )

    def _compile(self, source: _Source) -> _Compiled:
        phrases = tuple(phrases_of(source.listed, {source.key: [source.text]}))
        texts = frozenset().union(*(_may_stand(phrase, self._in_samples) for phrase in phrases))
        examples = frozenset().union(*(_may_stand(phrase, self._in_examples) for phrase in phrases))
        return _Compiled(phrases, texts, examples & self._of_list[source.listed])

    def _numbers(self, listed: str) -> Iterator[int]:
        return (number for number, example in enumerate(self._examples) if example.listed == listed)

    def _breaks(self, number: int, lists: dict[str, list[_Compiled]]) -> bool:
        """True when the list no longer finds in its example what it found before."""
        return self._in_example(number, lists[self._examples[number].listed]) != self._found_before(number)

    def _find_in_example(self, number: int) -> list[_Place]:
        return self._in_example(number, map(self._compiled, self._before[self._examples[number].listed]))

    def _in_example(self, number: int, entries: Iterable[_Compiled]) -> list[_Place]:
        able = [phrase for entry in entries if number in entry.examples for phrase in entry.phrases]
        found = PhraseIndex(able).find(self._example_words[number])
        return _places(found.get(self._examples[number].listed, ()))

    def _noticed_in(self, texts: frozenset[int], lists: dict[str, list[_Compiled]]) -> bool:
        lists = {listed: entries for listed, entries in lists.items() if not listed.startswith(f"{GROUPS}.")}
        able = [
            phrase for entries in lists.values() for entry in entries if entry.texts & texts for phrase in entry.phrases
        ]
        index = PhraseIndex(able)
        with _searched_by(index, lists):
            return any(
                self._finds_otherwise(number, index, lists) and self._samples[number].told_otherwise()
                for number in sorted(texts)
            )

    def _finds_otherwise(self, number: int, index: PhraseIndex, lists: dict[str, list[_Compiled]]) -> bool:
        """True when one of the lists finds something else in a field of the text."""
        for words, before in zip(self._samples[number].words, self._found[number], strict=True):
            found = index.find(words)
            if any(_places(found.get(listed, ())) != _places(before.get(listed, ())) for listed in lists):
                return True
        return False


@cache
def _lists() -> dict[str, dict[str, Any]]:
    """Per list of phrases, groups among them, its table."""
    return {
        f"{name}.{table_name}": table  # type: ignore[misc]  # a Mapping for all others
        for name in lexicon_names()
        for table_name, table in lexicon(name).items()
        if "phrases" in table or name == GROUPS
    }


def _entries(listed: str, table: dict[str, Any], key: str) -> list[str]:
    entries: list[str] = table.get("words" if key == "phrases" and listed.startswith(f"{GROUPS}.") else key, [])
    return entries


@cache
def _groups_in(text: str) -> tuple[str, ...]:
    return tuple(part.partition(">")[0] for part in text.split("<")[1:])


def _may_stand(phrase: Phrase, texts: TextIndex) -> frozenset[int]:
    """The texts that hold a word for each place of the phrase."""
    needed: list[Element] = [element for element in phrase.elements if not (element.gap or element.optional)]
    return frozenset.intersection(*(texts.fitting(element.parts) for element in needed))


def _places(found: Sequence[Found]) -> list[_Place]:
    """Where something stands, and the whole phrase when it says what to write instead."""
    return [(hit.first, hit.last, hit.source if ARROW in hit.source else "") for hit in found]


@contextmanager
def _searched_by(index: PhraseIndex, lists: dict[str, list[_Compiled]]) -> Iterator[None]:
    """The product finds these lists by another index, and all others as before."""
    everything = all_phrases()

    def find(words: Sequence[Word]) -> dict[str, tuple[Found, ...]]:
        others = {listed: found for listed, found in PhraseIndex.find(everything, words).items() if listed not in lists}
        return others | index.find(words)

    everything.find = find  # type: ignore[method-assign]
    try:
        yield
    finally:
        del everything.find  # the class's own is found again
