"""How long each rule takes by itself."""

import time
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator

from companion.checker import speaking_rules
from companion.qa.corpus import Labelled
from companion.reading import Reading
from companion.report import Outgoing
from companion.rules.rule import Rule

_RUNS = 3
_SLOWEST = 5


class RuleTime(Outgoing):
    """Microseconds of one rule for each draft that it was asked about, on the average."""

    rule: str
    microseconds: float


def slowest_rules(entries: Iterable[Labelled]) -> tuple[RuleTime, ...]:
    """The five slowest rules, the slowest first.

    Every rule is asked once before the clock starts: what the rules share has then been read and costs none of them,
    and what only one of them computes is that one's time. The best of three runs counts, so that a busy machine says
    less; still, times are the only numbers of a run that differ from one run to the next.
    """
    seconds: defaultdict[str, float] = defaultdict(float)
    asked: Counter[str] = Counter()
    for entry in entries:
        for rule, took in _times(entry):
            seconds[rule.id] += took
            asked[rule.id] += 1
    times = [RuleTime(rule=rule, microseconds=round(1e6 * took / asked[rule], 1)) for rule, took in seconds.items()]
    return tuple(sorted(times, key=lambda time: (-time.microseconds, time.rule))[:_SLOWEST])


def _times(entry: Labelled) -> Iterator[tuple[Rule, float]]:
    reading = Reading(entry.draft, now=entry.now, page=entry.page, stage=entry.stage)
    rules = tuple(speaking_rules(reading))
    for rule in rules:
        _ask(rule, reading)
    for rule in rules:
        yield rule, min(_ask(rule, reading) for _ in range(_RUNS))


def _ask(rule: Rule, reading: Reading) -> float:
    started = time.perf_counter()
    deque(rule.find(reading), maxlen=0)
    return time.perf_counter() - started
