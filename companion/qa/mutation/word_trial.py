"""Which text notices that a list of words beside numbers, of obscene words, or of mistakes has lost something.

Such lists become patterns and other constants when a module is imported, or are read while a draft is checked. Where
only patterns come out otherwise, what they were asked before tells the texts that could notice.
"""

import re
from collections.abc import Sequence

from companion.qa.mutation.lexicon_mutants import Language
from companion.qa.mutation.list_readers import ListReaders
from companion.qa.mutation.mutant import LexiconChange
from companion.qa.mutation.parts import ARROW, expansions
from companion.qa.mutation.patterns import Patterns
from companion.qa.mutation.product import forget
from companion.qa.mutation.rebuilding import DoesNotBuild, Effect, rebuilt
from companion.qa.mutation.samples import Sample
from companion.text.lexicon_examples import found_by, list_examples
from companion.text.written import FieldText

_DISGUISED = "obscene"
"""The lexicon whose words are found where their letters do not stand."""
_WILD = re.compile(r"[*~]")
"""What stands for letters in a word: any, or an ending of its table."""


class WordTrial:
    """Tries changes of lists that are no phrases."""

    def __init__(self, samples: Sequence[Sample], patterns: Patterns, readers: ListReaders) -> None:
        self._samples = samples
        self._letters = [sample.letters for sample in samples]
        self._lemmas = [sample.lemmas for sample in samples]
        self._all = frozenset(range(len(samples)))
        self._patterns = patterns
        self._readers = readers

    def noticed(self, change: LexiconChange, source: str, language: Language) -> str | None:
        """What notices the change: "example" of the list, "build" when a module cannot be imported, "text", or None."""
        table = (change.lexicon, change.table)
        words = table in self._readers.everywhere
        with change.applied():
            forget(words=words)
            try:
                with rebuilt(table, self._patterns, self._readers) as effect:
                    if _breaks_example(f"{change.lexicon}.{change.table}"):
                        return "example"
                    texts = self._texts_that_may_tell(change, source, language, effect)
                    told = any(self._samples[number].told_otherwise() for number in sorted(texts))
                    return "text" if told else None
            except DoesNotBuild:
                return "build"
            finally:
                forget(words=words)

    def _texts_that_may_tell(
        self, change: LexiconChange, source: str, language: Language, effect: Effect
    ) -> frozenset[int]:
        table = (change.lexicon, change.table)
        spelled = self._all if language == "patterns" else self._spelling(_words(source) - _words(change.new or ""))
        told = {number for watched, new in effect.exchanged for number in watched.texts_that_tell(new, spelled)}
        if table in self._readers.everywhere or effect.others:
            return spelled
        read = frozenset(self._readers.texts[table])
        return read | told if change.lexicon == _DISGUISED else (read & spelled) | told

    def _spelling(self, words: frozenset[str]) -> frozenset[int]:
        """The texts in which the letters of one of the words stand, or a form of the word."""
        plain = {word.lower().replace("ё", "е") for word in words}
        pieces = [[piece for piece in _WILD.split(word) if piece] for word in plain]
        return frozenset(
            number
            for number in self._all
            if any(all(piece in self._letters[number] for piece in of_word) for of_word in pieces)
            or not plain.isdisjoint(self._lemmas[number])
        )


def _words(entry: str) -> frozenset[str]:
    """The words that an entry looks for; of a pair the mistakes."""
    return expansions(entry.partition(ARROW)[0])


def _breaks_example(listed: str) -> bool:
    """True when the list, as it is now, finds something else in one of its examples."""
    return any(found_by(listed, FieldText(example.text)) != example.spans for example in list_examples()[listed])
