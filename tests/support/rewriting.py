"""Other ways to write the same text, with the way of every position from the one to the other."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

from companion.positions import Span, Utf16

Write = Callable[[str], str]
"""What stands for one character."""


@dataclass(frozen=True)
class Rewriting:
    """Writes every character of a text anew, with something before all of them."""

    name: str
    write: Write = str
    before: str = ""

    def __str__(self) -> str:
        return self.name

    def __call__(self, text: str) -> "Rewritten":
        """The text written anew."""
        return Rewritten(text, self.before, [self.write(char) for char in text])


class Rewritten:
    """A text written anew, and where each place of the old one is in it."""

    def __init__(self, old: str, before: str, pieces: list[str]) -> None:
        self.text = before + "".join(pieces)
        self._starts = list(accumulate(map(len, pieces), initial=len(before)))
        self._old_units = _code_points(old)
        self._units = Utf16(self.text)

    def moved(self, offset: int, length: int) -> tuple[int, int]:
        """Where ``(offset, length)`` of the old text is in the new one, both in UTF-16 units."""
        start, end = self._old_units[offset], self._old_units[offset + length]
        return self._units.offset_length(Span(self._starts[start], self._starts[end]))

    def at(self, offset: int, length: int) -> str:
        """What stands in the new text at a place in UTF-16 units."""
        return self.text.encode("utf-16-le")[2 * offset : 2 * (offset + length)].decode("utf-16-le")


def _code_points(text: str) -> dict[int, int]:
    """Per UTF-16 position between characters the code points before it."""
    units = Utf16(text)
    return {units.position(at): at for at in range(len(text) + 1)}


def _each(**written: str) -> Write:
    return lambda char: written.get(char, char)


EMOJI_BEFORE = Rewriting("emoji-before", before="\U0001f600 ")
LONG_DASHES = Rewriting("long-dashes", _each(**{"-": "\u2014"}))
GREETING_BEFORE = Rewriting("greeting-before", before="Добрый день.\n")
REWRITINGS = (
    Rewriting("crlf", _each(**{"\n": "\r\n"})),
    Rewriting("nfd", _each(й="и\u0306", Й="И\u0306", ё="е\u0308", Ё="Е\u0308")),
    Rewriting("ё-to-е", _each(ё="е", Ё="Е")),
    Rewriting("non-breaking-spaces", _each(**{" ": "\u00a0"})),
    Rewriting("doubled-spaces", _each(**{" ": "  "})),
    LONG_DASHES,
)
