"""One day as it is written, before the calendar is asked."""

from dataclasses import dataclass

from companion.positions import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """``span`` is the day as written, ``extent`` also «года» and the like behind it.

    ``year`` is None where none is written. ``certain``: it can be nothing but a date, so it may be called impossible.
    """

    span: Span
    extent: Span
    day: int
    month: int
    year: int | None
    certain: bool = True
    year_counts: bool = True
    """False for «прошлого года»: the year is known, but not written."""
