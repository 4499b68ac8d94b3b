"""Which part of a text is already understood."""

from bisect import bisect_left, insort
from collections.abc import Iterable

from companion.positions import Span
from companion.text.identifiers.model import Identifier


class Places:
    """Spans that do not overlap, in order."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans)

    def free(self, span: Span) -> bool:
        """True when nothing known overlaps the span."""
        at = bisect_left(self._spans, span)
        before = at > 0 and self._spans[at - 1].overlaps(span)
        return not before and not (at < len(self._spans) and self._spans[at].overlaps(span))

    def take(self, span: Span) -> bool:
        """Takes a span that is free; tells whether it was."""
        free = self.free(span)
        if free:
            insort(self._spans, span)
        return free


def settled(found: Iterable[tuple[int, Identifier | Span]]) -> tuple[tuple[Identifier, ...], Places]:
    """Of places that overlap the one with the lowest rank; a bare span only keeps others away."""
    places = Places()
    kept = []
    for _, item in sorted(found, key=lambda ranked: ranked[0]):
        if isinstance(item, Identifier):
            if places.take(item.span):
                kept.append(item)
        else:
            places.take(item)
    return tuple(sorted(kept, key=lambda identifier: identifier.span)), places
