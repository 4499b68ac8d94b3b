"""From what was understood of a request to the time in which an answer can be expected."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from companion.expectation.calendar import working_day_after
from companion.expectation.notes import calendar_notes
from companion.expectation.policy import GUIDE_POLICY, Hours, Policy, Term, WorkingDays
from companion.report import Category, Expectation, Kind

MOSCOW = timezone(timedelta(hours=3))
"""Europe/Moscow since 26 October 2014, as a fixed offset: earlier moments are written with it too."""
_END_OF_DAY = time(23, 59, 59, tzinfo=MOSCOW)


@dataclass(frozen=True)
class Signals:
    """What decides the kind of a request, each with its reason, a ready Russian phrase; empty: does not apply."""

    category: Category
    category_reason: str
    urgent: str | None
    complex: tuple[str, ...]


def expect(signals: Signals, sent: datetime, policy: Policy = GUIDE_POLICY) -> Expectation:
    """The time in which an answer to a request ``sent`` (with an offset) can be expected (contract §5).

    Raises ``ValueError`` for a moment without an offset.
    """
    if sent.utcoffset() is None:
        raise ValueError("sent needs an offset")
    moment = sent.astimezone(MOSCOW).replace(microsecond=0)
    term, because = _choose(signals, policy)
    if isinstance(term.within, Hours):
        return _expectation(term, because, moment + timedelta(hours=term.within.max))
    return _in_working_days(term, term.within, because, moment.date())


def _choose(signals: Signals, policy: Policy) -> tuple[Term, tuple[str, ...]]:
    for term in policy.terms:
        if because := _reasons(term.kind, signals):
            return term, because
    raise AssertionError("standard fits everything")


def _reasons(kind: Kind, signals: Signals) -> tuple[str, ...]:
    """Why a request is of this kind; empty if it is not."""
    match kind:
        case "urgent":
            return (signals.urgent,) if signals.urgent else ()
        case "complex":
            return signals.complex
        case "finance":
            return (signals.category_reason or "Финансовый вопрос",) if signals.category == "finance" else ()
        case "standard":
            return ("Обычный вопрос",)


def _in_working_days(term: Term, days: WorkingDays, because: tuple[str, ...], sent: date) -> Expectation:
    last = working_day_after(sent, days.max)
    earliest = working_day_after(sent, days.earliest).isoformat() if days.earliest else None
    notes = tuple(calendar_notes(sent, last))
    return _expectation(term, because + notes, datetime.combine(last, _END_OF_DAY), earliest)


def _expectation(term: Term, because: tuple[str, ...], due: datetime, earliest: str | None = None) -> Expectation:
    return Expectation(kind=term.kind, label=term.label, earliest=earliest, due=due.isoformat(), because=because)
