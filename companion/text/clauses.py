"""The part of a sentence between two marks."""

from companion.positions import Span

_MARKS = (",", ";", ":", " - ", "(", "\n")


def clause_around(lower: str, span: Span, sentence: Span) -> Span:
    """The part of ``sentence`` between commas, colons, dashes or brackets that holds ``span``."""
    start = max(lower.rfind(mark, sentence.start, span.start) for mark in _MARKS)
    ends = [end for mark in (*_MARKS, ")") if (end := lower.find(mark, span.end, sentence.end)) >= 0]
    return Span(max(start, sentence.start), min(ends, default=sentence.end))
