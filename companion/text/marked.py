"""Texts of examples with [marks] around what has to be found."""

import re
from typing import NamedTuple

from companion.positions import Span

_MARK = re.compile(r"\[([^\[\]]*)\]")


class Unmarked(NamedTuple):
    """A text without its marks, and the spans (code points) that they stood around."""

    text: str
    spans: tuple[Span, ...]


def unmarked(marked: str) -> Unmarked:
    """Takes the marks out of a text."""
    spans = []
    for shift, match in enumerate(_MARK.finditer(marked)):
        start = match.start() - 2 * shift
        spans.append(Span(start, start + len(match.group(1))))
    return Unmarked(_MARK.sub(r"\1", marked), tuple(spans))
