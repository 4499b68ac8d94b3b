"""Which parts of a text are already understood."""

from bisect import bisect_left
from collections.abc import Iterable

from companion.positions import Span


class Cover:
    """Spans, merged, so that one look-up says whether a place is free."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def overlaps(self, span: Span) -> bool:
        """True when the span shares a code point with any of the spans."""
        at = bisect_left(self._starts, span.end) - 1
        return at >= 0 and self._ends[at] > span.start
