"""What a corpus says of the rules, in numbers. A share without anything to count is None.

A draft and a rule are one observation, however many findings the rule has there.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from companion.qa.judged import Judged
from companion.report import Outgoing, Severity
from companion.rules import all_rules

DECIMALS = 4
"""Of every share that is told."""


class RuleNumbers(Outgoing):
    """One rule over a corpus: in how many drafts it is right, wrong or missed, or fires without being judged."""

    rule: str
    severity: Severity
    right: int
    wrong: int
    missed: int
    unjudged: int
    """Drafts where it fires and no label speaks of it: they count nowhere."""
    findings: int
    """Every single finding, however many a draft has."""
    precision: float | None
    recall: float | None
    f1: float | None
    lintscore: float
    """T·(T/(T+F))² of T right and F wrong: a rule that is often wrong is worth little, however often it is right."""

    @property
    def labelled(self) -> int:
        """The drafts whose label asks for the rule."""
        return self.right + self.missed


class Group(Outgoing):
    """Several rules together."""

    right: int
    wrong: int
    precision: float | None


class Agreement(Outgoing):
    """How many of the drafts that were to be judged came out right."""

    drafts: int
    right: int
    share: float | None


class Numbers(Outgoing):
    """Everything that is counted over one corpus."""

    drafts: int
    kinds: dict[str, int]
    rules: tuple[RuleNumbers, ...]
    errors: Group
    warnings_and_hints: Group
    silence: Agreement
    """Of the excellent drafts those without an error or warning."""
    category: Agreement
    deadline: Agreement


def numbers_of(drafts: Sequence[Judged]) -> Numbers:
    """Counts over the judged drafts of one corpus."""
    rules = tuple(_rules(drafts))
    excellent = [draft for draft in drafts if draft.entry.kind == "excellent"]
    return Numbers(
        drafts=len(drafts),
        kinds=dict(sorted(Counter(draft.entry.kind for draft in drafts).items())),
        rules=rules,
        errors=_group(rule for rule in rules if rule.severity == "error"),
        warnings_and_hints=_group(rule for rule in rules if rule.severity != "error"),
        silence=_agreement(draft.silent for draft in excellent),
        category=_agreement(draft.category_right for draft in drafts if draft.entry.category),
        deadline=_agreement(draft.deadline_right for draft in drafts if draft.entry.deadline),
    )


def _rules(drafts: Sequence[Judged]) -> Iterable[RuleNumbers]:
    right = Counter(rule for draft in drafts for rule in draft.right)
    wrong = Counter(rule for draft in drafts for rule in draft.wrong)
    missed = Counter(rule for draft in drafts for rule in draft.missed)
    fired = Counter(rule for draft in drafts for rule in draft.fired)
    findings = sum((draft.fired for draft in drafts), Counter[str]())
    for rule in all_rules():
        t, f, m = right[rule.id], wrong[rule.id], missed[rule.id]
        yield RuleNumbers(
            rule=rule.id,
            severity=rule.severity,
            right=t,
            wrong=f,
            missed=m,
            unjudged=fired[rule.id] - t - f,
            findings=findings[rule.id],
            precision=_share(t, t + f),
            recall=_share(t, t + m),
            f1=_share(2 * t, 2 * t + f + m),
            lintscore=round(t * (t / (t + f)) ** 2, DECIMALS) if t else 0.0,
        )


def _group(rules: Iterable[RuleNumbers]) -> Group:
    counted = [(rule.right, rule.wrong) for rule in rules]
    right, wrong = sum(pair[0] for pair in counted), sum(pair[1] for pair in counted)
    return Group(right=right, wrong=wrong, precision=_share(right, right + wrong))


def _agreement(judgements: Iterable[bool]) -> Agreement:
    listed = list(judgements)
    return Agreement(drafts=len(listed), right=sum(listed), share=_share(sum(listed), len(listed)))


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, DECIMALS) if whole else None
