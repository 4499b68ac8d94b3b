"""Dates in every form that people write: exact, impossible, relative and vague ones."""

from datetime import date, datetime

from companion.positions import Cover, Span
from companion.text.dates.exact import resolved
from companion.text.dates.model import DateFindings, ExactDate, ImpossibleDate, RelativeDate
from companion.text.dates.numeric import numeric_mentions
from companion.text.dates.relative import relative_dates
from companion.text.dates.unusual import unusual_mentions
from companion.text.dates.vague import vague_dates
from companion.text.dates.written import written_mentions
from companion.text.view import View

__all__ = ["DateFindings", "ExactDate", "ImpossibleDate", "RelativeDate", "find_dates"]

_FIRST_DAY, _LAST_DAY = date(1970, 1, 1), date(2999, 12, 31)
"""A clock outside of these tells nothing, but must not break the arithmetic."""


def find_dates(view: View, *, now: datetime, taken: tuple[Span, ...] = ()) -> DateFindings:
    """All dates of a text as of ``now`` (with an offset); ``taken`` are spans that are known to be something else."""
    lower, today = view.lower, min(max(now.date(), _FIRST_DAY), _LAST_DAY)
    elsewhere = Cover(taken)
    written, months = written_mentions(lower, today)
    mentions = [
        mention
        for mention in sorted(
            (*numeric_mentions(lower), *unusual_mentions(lower), *written), key=lambda mention: mention.span
        )
        if not elsewhere.overlaps(mention.span)
    ]
    days = resolved(lower, mentions, today)
    relative = relative_dates(lower, today, days)
    vague = vague_dates(lower, months, Cover((*days.extents, *(found.span for found in relative))))
    return DateFindings(days.exact, days.impossible, relative, vague)
