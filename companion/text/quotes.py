"""Quoted speech: words of a buyer, of the system or of a document inside «…» or "…"."""

import re

from companion.positions import Span
from companion.text.view import View

_QUOTED = re.compile(r"«[^«»\n]{1,600}»|\"[^\"\n]{1,600}\"|'[^'\n]{2,600}'(?!\w)")


def quoted(view: View) -> tuple[Span, ...]:
    """The quotations of a text, quotes included, in order; each within one line and at most 600 characters."""
    return tuple(Span(*match.span()) for match in _QUOTED.finditer(view.text))
