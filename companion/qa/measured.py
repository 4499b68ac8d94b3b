"""One corpus measured: numbers, what is below its threshold, and the drafts that came out otherwise than labelled."""

from collections.abc import Iterator, Sequence

from companion.qa.corpus import Corpus
from companion.qa.excerpt import beginning, excerpt
from companion.qa.judged import Judged
from companion.qa.numbers import DECIMALS, Numbers, numbers_of
from companion.qa.thresholds import RunThresholds, Thresholds
from companion.qa.timing import RuleTime, slowest_rules
from companion.report import Outgoing


class Fault(Outgoing):
    """A rule that spoke where it must not, at a place, or was silent where it must speak."""

    rule: str
    what: str
    """"unexpected" or "missed"."""
    excerpt: str


class Misread(Outgoing):
    """A category or a kind of deadline that is not the labelled one."""

    labelled: str
    found: str


class Failing(Outgoing):
    """A draft that was not judged as it is labelled."""

    id: str
    kind: str
    faults: tuple[Fault, ...]
    category: Misread | None
    deadline: Misread | None


class Shortfall(Outgoing):
    """A share that is below its threshold; ``of`` is "errors", "warnings_and_hints", "silence" or a rule's id."""

    of: str
    what: str
    """"precision", "recall" or "silence"."""
    share: float
    least: float


class CorpusRun(Outgoing):
    """One corpus measured. ``failing`` is None where nothing but numbers may be seen."""

    corpus: str
    numbers: Numbers
    slowest: tuple[RuleTime, ...]
    below: tuple[Shortfall, ...]
    failing: tuple[Failing, ...] | None


class Run(Outgoing):
    """What `companion qa run --format json` prints."""

    ruleset: str
    corpora: tuple[CorpusRun, ...]


def measure(corpus: Corpus, drafts: Sequence[Judged], thresholds: Thresholds, *, numbers_only: bool) -> CorpusRun:
    """Everything that is told about one corpus; of a blind one only the numbers."""
    numbers = numbers_of(drafts)
    hidden = numbers_only or corpus.name in thresholds.blind
    return CorpusRun(
        corpus=corpus.name,
        numbers=numbers,
        slowest=slowest_rules(corpus.drafts),
        below=tuple(_below(numbers, thresholds.run)),
        failing=None if hidden else tuple(_failing(draft) for draft in drafts if not draft.as_labelled),
    )


def _below(numbers: Numbers, least: RunThresholds) -> Iterator[Shortfall]:
    errors, others, silence = numbers.errors, numbers.warnings_and_hints, numbers.silence
    judged_by = [
        ("errors", "precision", errors.right, errors.right + errors.wrong, least.error_precision),
        ("warnings_and_hints", "precision", others.right, others.right + others.wrong, least.other_precision),
        *(
            (rule.rule, "recall", rule.right, rule.labelled, least.recall)
            for rule in numbers.rules
            if rule.labelled >= least.least_labelled
        ),
        ("silence", "silence", silence.right, silence.drafts, least.silence),
    ]
    for of, what, part, whole, wanted in judged_by:
        if whole and part / whole < wanted:
            yield Shortfall(of=of, what=what, share=round(part / whole, DECIMALS), least=wanted)


def _failing(draft: Judged) -> Failing:
    entry, report = draft.entry, draft.report
    unexpected = [
        Fault(rule=suggestion.rule, what="unexpected", excerpt=excerpt(entry.draft, suggestion))
        for suggestion in draft.unexpected()
    ]
    missed = [
        Fault(rule=rule, what="missed", excerpt=beginning(entry.draft.description)) for rule in sorted(draft.missed)
    ]
    return Failing(
        id=entry.id,
        kind=entry.kind,
        faults=(*unexpected, *missed),
        category=_misread(entry.category, report.facts.category),
        deadline=_misread(entry.deadline, report.expectation.kind),
    )


def _misread(labelled: str | None, found: str) -> Misread | None:
    return Misread(labelled=labelled, found=found) if labelled not in (None, found) else None
