"""The part of a sentence between two marks."""

from companion.positions import Span

_REACH = 400
"""Characters to each side; a longer clause is cut there, so that a text without marks is read as fast as any."""
_MARKS = (",", ";", ":", " - ", "(", "\n")


def clause_around(lower: str, span: Span, sentence: Span) -> Span:
    """The part of ``sentence`` between commas, colons, dashes or brackets that holds ``span``."""
    first, last = max(sentence.start, span.start - _REACH), min(sentence.end, span.end + _REACH)
    start = max(lower.rfind(mark, first, span.start) for mark in _MARKS)
    ends = [end for mark in (*_MARKS, ")") if (end := lower.find(mark, span.end, last)) >= 0]
    return Span(max(start, first), min(ends, default=last))
