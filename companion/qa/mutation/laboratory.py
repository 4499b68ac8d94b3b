"""All mutants, and the trial of each. One process has one laboratory: it changes the product while it tries."""

import re
from collections.abc import Sequence
from functools import cached_property

from companion.qa.corpus import Corpus
from companion.qa.mutation.lexicon_mutants import language_of, lexicon_mutants
from companion.qa.mutation.list_readers import ListReaders
from companion.qa.mutation.mutant import PatternChange
from companion.qa.mutation.notebook import Notebook
from companion.qa.mutation.patterns import Patterns
from companion.qa.mutation.phrase_trial import PhraseTrial
from companion.qa.mutation.product import forget
from companion.qa.mutation.samples import Sample, report_on, requests_of
from companion.qa.mutation.word_trial import WordTrial
from companion.text.phrases import lexicon

_COMPILED_PATTERNS = 100_000
"""So many compiled patterns ``re`` is to remember: the same ones are compiled again for every mutant."""


class Laboratory:
    """The product of this process, ready for trials; nothing else may use it meanwhile."""

    def __init__(self, corpora: Sequence[Corpus], only: str) -> None:
        vars(re)["_MAXCACHE"] = _COMPILED_PATTERNS
        self._corpora = corpora
        self._notebook = Notebook()
        self._patterns = Patterns(self._notebook)
        self._readers = ListReaders(self._notebook)
        self.mutants = (*lexicon_mutants(only), *self._patterns.mutants(self._readers.pieces, only))
        """Those whose file or list begins as asked, in the order of lists and modules."""

    def noticed(self, number: int) -> str | None:
        """What notices a mutant: "example" of its list, "text", "build", or None for a survivor."""
        mutant = self.mutants[number]
        change = mutant.change
        if isinstance(change, PatternChange):
            return self._pattern_noticed(change)
        language = language_of(change.lexicon, lexicon(change.lexicon)[change.table], change.key)
        if language == "phrases":
            return self._phrases.noticed(change)
        assert language is not None, mutant
        return self._words.noticed(change, mutant.source, language)

    @cached_property
    def _samples(self) -> tuple[Sample, ...]:
        """The texts with their reports; meanwhile patterns and lists note what they are asked for which text."""
        samples = []
        with self._readers.noting():
            for number, request in enumerate(requests_of(self._corpora)):
                self._notebook.text = number
                samples.append(Sample(request, report_on(request)))
            self._notebook.text = None
        return tuple(samples)

    @cached_property
    def _phrases(self) -> PhraseTrial:
        return PhraseTrial(self._samples)

    @cached_property
    def _words(self) -> WordTrial:
        return WordTrial(self._samples, self._patterns, self._readers)

    def _pattern_noticed(self, change: PatternChange) -> str | None:
        samples = self._samples
        watched, _ = self._patterns.written[change.pattern]
        other = re.compile(change.new, watched.original.flags)
        texts = sorted(watched.texts_that_tell(other, set(range(len(samples)))))
        forget()
        watched.now = other
        try:
            return "text" if any(samples[number].told_otherwise() for number in texts) else None
        finally:
            watched.now = watched.original
            forget()
