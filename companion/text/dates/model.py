"""What is found of dates in a text."""

from dataclasses import dataclass
from datetime import date

from companion.positions import Span


@dataclass(frozen=True, slots=True)
class ExactDate:
    """One full day; ``span`` without «г.» and «года».

    ``full_year``: the year is written here or at the other end of the same range; else it is the nearest such day
    not after now. ``planned``: behind «до», «на», «поставка» and the like, which speak of a term or a plan.
    """

    span: Span
    value: date
    full_year: bool
    planned: bool = False


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
    whole span: «со вчерашнего дня» → «с 22.11.2026».
    """

    span: Span
    value: date | None = None
    preposition: str = ""
    dated: bool = False

    @property
    def as_date(self) -> str | None:
        """What to write instead, where that can be computed."""
        return None if self.value is None else f"{self.preposition}{self.value:%d.%m.%Y}"


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
