"""Positions in a text: code points inside the product, UTF-16 code units outside. The only place that converts."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points, ``start <= end``."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """True when the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def inside(self, other: "Span") -> bool:
        """True when every code point of this span belongs to ``other``."""
        return other.start <= self.start and self.end <= other.end

    def of(self, text: str) -> str:
        """What of a text stands there."""
        return text[self.start : self.end]


class Cover:
    """Spans of one text, merged, so that one look-up says whether a place is free however many there are."""

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

    def holds(self, span: Span) -> bool:
        """True when the whole span lies in one of the merged spans."""
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and span.end <= self._ends[at]


class Utf16:
    """Converts code point positions of one text into UTF-16 positions.

    A text without characters beyond U+FFFF costs nothing: both counts are the same there.
    """

    def __init__(self, text: str) -> None:
        plain = text.isascii() or max(text) <= "\uffff"
        self._astral = [] if plain else [i for i, char in enumerate(text) if char > "\uffff"]
        self._astral_units = [i + before for before, i in enumerate(self._astral)]

    def position(self, code_point: int) -> int:
        """The number of UTF-16 units before the given code point."""
        if not self._astral:
            return code_point
        return code_point + bisect_left(self._astral, code_point)

    def span(self, offset: int, length: int) -> Span:
        """The code points that an ``offset`` and ``length`` in UTF-16 units stand for."""
        return Span(self._code_point(offset), self._code_point(offset + length))

    def offset_length(self, span: Span) -> tuple[int, int]:
        """``(offset, length)`` of a span in UTF-16 units, as JavaScript counts them."""
        start = self.position(span.start)
        return start, self.position(span.end) - start

    def _code_point(self, unit: int) -> int:
        if not self._astral:
            return unit
        return unit - bisect_left(self._astral_units, unit)
