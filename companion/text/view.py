"""A text made even, so that one pattern meets every way of writing it, and the way back to what stands there.

Made even: every space becomes " " and runs of spaces one, every line end "\\n", dashes "-", double quotes (but «») '"',
apostrophes "'"; letters with marks are composed (NFD «й»), stress marks, zero-width and direction signs are dropped.
"""

import re
import unicodedata
from functools import cached_property

from companion.positions import Span

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINES = "\u000b\u000c\u0085\u2028\u2029"
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u180e\u2800\u3164\uffa0"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
)
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"

_ONE_TO_ONE = str.maketrans(
    {
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(_LINES, "\n"),
        **dict.fromkeys(DASHES, "-"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("‘’‚‛′`ʼ", "'"),
    }
)
_YO = str.maketrans("ё", "е")
# What changes the number of code points. The base of marks is any one character before them.
_SHIFTING = re.compile(
    rf"(?P<line>\r\n?)|(?P<spaces> (?:[{_INVISIBLE}]* )+)"
    rf"|(?P<marked>[^\s{_MARKS}]?[{_MARKS}]+)|(?P<hidden>[{_INVISIBLE}]+)"
)


class View:
    """One text as it stands (``raw``) and made even (``text``; ``lower`` also without capitals and ё).

    ``text`` and ``lower`` have the same length, so a span of one is a span of the other; ``original`` leads back.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._starts: list[int] | None = None
        self._ends: list[int] | None = None
        even = raw.translate(_ONE_TO_ONE)
        self.text = even if _SHIFTING.search(even) is None else self._shifted(even)

    @cached_property
    def lower(self) -> str:
        """Lower case, ё as е; as long as ``text``."""
        lower = self.text.lower()
        if len(lower) != len(self.text):
            lower = "".join(low if len(low := char.lower()) == 1 else char for char in self.text)
        return lower.translate(_YO)

    def original(self, span: tuple[int, int]) -> Span:
        """The span of ``raw`` that a span of ``text`` was made from."""
        start, end = span
        if self._starts is None or self._ends is None:
            return Span(start, end)
        if start == end:
            at = self._starts[start] if start < len(self._starts) else len(self.raw)
            return Span(at, at)
        return Span(self._starts[start], self._ends[end - 1])

    def matched(self, span: tuple[int, int]) -> str:
        """What stands in the original at a span of ``text``."""
        start, end = self.original(span)
        return self.raw[start:end]

    def _shifted(self, even: str) -> str:
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []

        def add(piece: str, start: int, end: int) -> None:
            pieces.append(piece)
            starts.extend([start] * len(piece))
            ends.extend([end] * len(piece))

        at = 0
        for match in _SHIFTING.finditer(even):
            start, end = match.span()
            pieces.append(even[at:start])
            starts.extend(range(at, start))
            ends.extend(range(at + 1, start + 1))
            match match.lastgroup:
                case "line":
                    add("\n", start, end)
                case "spaces":
                    add(" ", start, end)
                case "marked":
                    add(_composed(match.group()), start, end)
            at = end
        pieces.append(even[at:])
        starts.extend(range(at, len(even)))
        ends.extend(range(at + 1, len(even) + 1))
        self._starts, self._ends = starts, ends
        return "".join(pieces)


def _composed(marked: str) -> str:
    """NFC without the marks that have no composed letter."""
    composed = unicodedata.normalize("NFC", marked)
    return "".join(char for char in composed if not unicodedata.combining(char) and unicodedata.category(char) != "Me")
