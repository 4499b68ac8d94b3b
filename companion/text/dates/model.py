"""What is found of dates in a text."""

from dataclasses import dataclass
from datetime import date

from companion.positions import Span


@dataclass(frozen=True, slots=True)
class ExactDate:
    """One full day; ``span`` without «г.» and «года».

    ``full_year``: the year is written here or at the other end of the same range; else it is the nearest such day
    not after now. ``planned``: behind «до», «на», «поставка» and the like, which speak of a term or a plan.
    ``since``: behind «с», where it may also be the first day of what is past. ``named``: a document or a charge has
    this day («списание от …»). ``period``: it ends a period («за 01.11–30.11»).
    """

    span: Span
    value: date
    full_year: bool
    planned: bool = False
    since: bool = False
    named: bool = False
    period: bool = False


@dataclass(frozen=True, slots=True)
class ImpossibleDate:
    """A day that no calendar has, or a weekday that is not that day's; ``reason`` says why, in Russian.

    ``suggestion`` is the day that is probably meant. Without ``removable`` (the wrong weekday with its preposition,
    comma or brackets) the date is right.
    """

    span: Span
    reason: str
    suggestion: date | None = None
    wrong_weekday: bool = False
    removable: Span | None = None


@dataclass(frozen=True, slots=True)
class RelativeDate:
    """A day told by its distance from today; ``value`` where that can be computed exactly.

    ``dated``: an exact date stands right beside it. ``preposition`` is what stays before the date that replaces the
    whole span: «со вчерашнего дня» → «с 22.11.2026». ``last`` is the last such day of a bare weekday («в пятницу»),
    which is meant where the past is told.
    """

    span: Span
    value: date | None = None
    preposition: str = ""
    dated: bool = False
    last: date | None = None

    @property
    def as_date(self) -> str | None:
        """What to write instead, where that can be computed."""
        return self._written(self.value)

    @property
    def as_last(self) -> str | None:
        """What to write instead of a bare weekday where the past is told."""
        return self._written(self.last)

    def _written(self, day: date | None) -> str | None:
        return None if day is None else f"{self.preposition}{day:%d.%m.%Y}"


@dataclass(frozen=True, slots=True)
class DateFindings:
    """All dates of a text, each kind in order; ``vague`` are months, quarters, years and periods without a day."""

    exact: tuple[ExactDate, ...] = ()
    impossible: tuple[ImpossibleDate, ...] = ()
    relative: tuple[RelativeDate, ...] = ()
    vague: tuple[Span, ...] = ()

    @property
    def first(self) -> Span | None:
        """Where the first date of any kind stands; None when there is none."""
        firsts = (found[0].span for found in (self.exact, self.impossible, self.relative) if found)
        return min((*firsts, *self.vague[:1]), default=None)
