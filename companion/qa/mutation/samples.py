"""The texts that may notice a mutant: examples of the rules and drafts of corpora, each with the report on it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from companion.checker import check
from companion.draft import CheckRequest
from companion.qa.corpus import Corpus
from companion.rules import all_rules, examples
from companion.text.identifiers.lookalikes import folded
from companion.text.lemmas import readings
from companion.text.matching import all_phrases
from companion.text.view import View
from companion.text.words import Word
from companion.text.written import FieldText

_KINDS = ("bad", "good", "near_miss")
"""Examples of a rule. Known gaps are none of them: there the rule is wrong anyway."""


@dataclass(frozen=True)
class Sample:
    """One text with the report on it as it is without a mutant."""

    request: CheckRequest
    report: str

    def told_otherwise(self) -> bool:
        """True when the product, as it is now, gives another report, or none: whatever a mutant breaks is noticed."""
        try:
            return report_on(self.request) != self.report
        except Exception:
            return True

    @cached_property
    def words(self) -> tuple[tuple[Word, ...], ...]:
        """The words of its fields."""
        draft = self.request.draft
        return tuple(FieldText(text).words for text in (draft.subject, draft.reference, draft.description))

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """Every word of which its words may be forms."""
        return frozenset(lemma for words in self.words for word in words for lemma, _ in readings(word.lower))

    @cached_property
    def letters(self) -> str:
        """All that a word of a list could be found in, in lower case without ё."""
        draft = self.request.draft
        views = [View(text) for text in (draft.subject, draft.reference, draft.description)]
        files = [f"{file.name.lower()}\n{file.type or ''}" for file in draft.attachments]
        return "\n".join([*(view.lower for view in views), *(folded(view) for view in views), *files])


def requests_of(corpora: Iterable[Corpus]) -> tuple[CheckRequest, ...]:
    """Every example of every rule and every draft of the corpora, each once; examples first, for they are short."""
    listed = [example.request for rule in all_rules() for kind in _KINDS for example in examples(rule.id).get(kind, ())]
    listed += [entry.request for corpus in corpora for entry in corpus.drafts]
    return tuple({request.model_dump_json(): request for request in listed}.values())


def report_on(request: CheckRequest) -> str:
    """The report on a text in a form that can be compared."""
    assert request.now is not None
    return check(request, now=request.now).model_dump_json()


class TextIndex:
    """Which of several texts hold a word that fits a part of a phrase."""

    def __init__(self, texts: Sequence[Iterable[Word]]) -> None:
        holding: defaultdict[str, set[int]] = defaultdict(set)
        for number, words in enumerate(texts):
            for word in words:
                holding[word.lower].add(number)
        self._holding: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
        index = all_phrases()
        for form, numbers in holding.items():
            for part in index.parts_of(form):
                self._holding[part] |= numbers

    def fitting(self, parts: Iterator[tuple[str, str]]) -> frozenset[int]:
        """The numbers of the texts that hold a word of one of these parts."""
        return frozenset().union(*(self._holding.get(part, ()) for part in parts))
