"""What changes between two rulesets on the same drafts: findings added, removed, and told in another way."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator

from companion.qa.saved import SavedCorpus, SavedFinding, SavedRun, hidden
from companion.report import Outgoing


class Change(Outgoing):
    """A finding that only one of the rulesets has, or both with another severity, message or fix."""

    draft: str
    place: str
    excerpt: str
    before: str | None
    after: str | None


class RuleDifference(Outgoing):
    """One rule on one corpus. ``changes`` is None where nothing but numbers may be seen."""

    rule: str
    added: int
    removed: int
    changed: int
    changes: tuple[Change, ...] | None


class CorpusDifference(Outgoing):
    """One corpus. ``skipped`` counts drafts that only one side has checked, or checked with another text."""

    corpus: str
    compared: int
    skipped: int
    rules: tuple[RuleDifference, ...]
    added: int
    removed: int
    changed: int


class Difference(Outgoing):
    """What `companion qa diff --format json` prints; ``a`` and ``b`` are the rulesets' versions."""

    a: str
    b: str
    corpora: tuple[CorpusDifference, ...]


def difference(a: SavedRun, b: SavedRun, names: Iterable[str], *, blind: Collection[str]) -> Difference:
    """Compares two runs on the named corpora, those that both have."""
    first, second = ({corpus.name: corpus for corpus in run.corpora} for run in (a, b))
    return Difference(
        a=a.ruleset,
        b=b.ruleset,
        corpora=tuple(
            _compared(first[name], second[name], blind=name in blind)
            for name in names
            if name in first and name in second
        ),
    )


def _compared(a: SavedCorpus, b: SavedCorpus, *, blind: bool) -> CorpusDifference:
    if blind or a.blind or b.blind:
        a, b = hidden(a), hidden(b)
    same = {draft for draft, digest in a.drafts.items() if b.drafts.get(draft) == digest}
    changes: defaultdict[str, list[Change]] = defaultdict(list)
    for rule, change in _changes(a, b, same):
        changes[rule].append(change)
    rules = tuple(_of_rule(rule, listed, seen=not a.blind) for rule, listed in sorted(changes.items()))
    return CorpusDifference(
        corpus=a.name,
        compared=len(same),
        skipped=len(a.drafts.keys() | b.drafts.keys()) - len(same),
        rules=rules,
        added=sum(rule.added for rule in rules),
        removed=sum(rule.removed for rule in rules),
        changed=sum(rule.changed for rule in rules),
    )


def _of_rule(rule: str, changes: list[Change], *, seen: bool) -> RuleDifference:
    kinds = Counter((change.before is None, change.after is None) for change in changes)
    return RuleDifference(
        rule=rule,
        added=kinds[True, False],
        removed=kinds[False, True],
        changed=kinds[False, False],
        changes=tuple(changes) if seen else None,
    )


def _changes(a: SavedCorpus, b: SavedCorpus, drafts: set[str]) -> Iterator[tuple[str, Change]]:
    """Rule by rule and place by place, in the order of the drafts; one place may have several findings of a rule."""
    before, after = _by_place(a), _by_place(b)
    order = {draft: number for number, draft in enumerate(b.drafts)}
    places = [place for place in {**before, **after} if place[0] in drafts]
    for place in sorted(places, key=lambda place: order[place[0]]):
        draft, rule, where = place
        was, now = before.get(place, []), after.get(place, [])
        gone = _without(was, now)
        come = _without(now, was)
        for number in range(max(len(gone), len(come))):
            old, new = _at(gone, number), _at(come, number)
            shown = new or old
            yield (
                rule,
                Change(
                    draft=draft,
                    place=where,
                    excerpt=(shown.excerpt if shown else None) or "",
                    before=old.said if old else None,
                    after=new.said if new else None,
                ),
            )


def _by_place(corpus: SavedCorpus) -> dict[tuple[str, str, str], list[SavedFinding]]:
    found: defaultdict[tuple[str, str, str], list[SavedFinding]] = defaultdict(list)
    for finding in corpus.findings:
        found[finding.draft, finding.rule, finding.place].append(finding)
    return found


def _without(findings: list[SavedFinding], others: list[SavedFinding]) -> list[SavedFinding]:
    """The findings that the other side does not say word for word."""
    said = Counter(other.said for other in others)
    left = []
    for finding in findings:
        if said[finding.said]:
            said[finding.said] -= 1
        else:
            left.append(finding)
    return left


def _at(findings: list[SavedFinding], number: int) -> SavedFinding | None:
    return findings[number] if number < len(findings) else None
