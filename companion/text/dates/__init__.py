"""Dates in every form that people write: exact, impossible, relative and vague ones."""

from datetime import datetime

from companion.positions import Span
from companion.text.dates.model import DateFindings, ExactDate, ImpossibleDate, RelativeDate
from companion.text.view import View

__all__ = ["DateFindings", "ExactDate", "ImpossibleDate", "RelativeDate", "find_dates"]


def find_dates(view: View, *, now: datetime, taken: tuple[Span, ...] = ()) -> DateFindings:
    """All dates of a text as of ``now`` (with an offset); ``taken`` are spans that are known to be something else."""
    return DateFindings()
