"""One draft of a corpus, checked, beside what its labels say."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from companion.checker import check
from companion.qa.corpus import Labelled, measured_rules
from companion.report import Report, Suggestion


@dataclass(frozen=True)
class Judged:
    """A labelled draft with the report on it."""

    entry: Labelled
    report: Report

    @cached_property
    def fired(self) -> Counter[str]:
        """Per rule that fired the number of its findings."""
        return Counter(suggestion.rule for suggestion in self.report.suggestions)

    @cached_property
    def right(self) -> frozenset[str]:
        """The rules that had to fire and did."""
        return self.entry.must & self.fired.keys()

    @cached_property
    def missed(self) -> frozenset[str]:
        """The rules that had to fire and were silent, of those that can be measured."""
        return (self.entry.must & measured_rules()) - self.fired.keys()

    @cached_property
    def wrong(self) -> frozenset[str]:
        """The rules that fired and must not."""
        return frozenset(rule for rule in self.fired if self.entry.forbids(rule))

    @property
    def silent(self) -> bool:
        """True when no error and no warning is told."""
        return all(suggestion.severity == "hint" for suggestion in self.report.suggestions)

    @property
    def category_right(self) -> bool:
        """True also when no category is labelled."""
        return self.entry.category in (None, self.report.facts.category)

    @property
    def deadline_right(self) -> bool:
        """True also when no kind of deadline is labelled."""
        return self.entry.deadline in (None, self.report.expectation.kind)

    @property
    def as_labelled(self) -> bool:
        """True when nothing is missed, wrong or understood otherwise."""
        return not (self.missed or self.wrong) and self.category_right and self.deadline_right

    def unexpected(self) -> Iterator[Suggestion]:
        """The findings of the wrong rules, in the report's order."""
        return (suggestion for suggestion in self.report.suggestions if suggestion.rule in self.wrong)


def judged(entries: Iterable[Labelled]) -> tuple[Judged, ...]:
    """Checks every draft as of its own ``now``."""
    return tuple(Judged(entry, check(entry.request, now=entry.now)) for entry in entries)
