"""Words and sentences of a view. Positions are those of ``View.text``."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from razdel import sentenize

from companion.positions import Span
from companion.text.view import View

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*|₽")
"""The sign of the rouble is read as a word: it says what a number counts."""
_LINE = re.compile(r"[^\n]+")
# Lines without a mark before a space are most lines of a list; they need no look for ends.
_MARK_INSIDE = re.compile(r"[^\w\s,-]\s+\S")
# razdel knows abbreviations and quotes, but waits for a capital. Tired people begin sentences small: a question or an
# exclamation ends one always, a full stop when a long word that is no abbreviation stands before it.
_SMALL_BEGINNING = re.compile(r"(?<![.!?…])(?=[.…]*[!?])[.!?…]++[\"»)\]]*+(?=\s)|(?<=[а-яёА-ЯЁ]{4})\.(?=\s)")
_LONG_ABBREVIATION = re.compile(r"(?:^|[\s(\"«])(?:накл|отпр|прим|дост|сокр|соотв)\.$", re.IGNORECASE)
# An abbreviation that razdel does not know, before a capital or a number.
_SHORT_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"«])(?:[гдсптруч]|обр|зак|арт|дог|ред|пос|тел|накл|отпр|№)\.$", re.IGNORECASE
)


class Word(NamedTuple):
    """One word: its place in ``View.text``, its lower-case form without ё, and the number of its sentence."""

    start: int
    end: int
    lower: str
    sentence: int

    @property
    def span(self) -> Span:
        """Where it stands in ``View.text``."""
        return Span(self.start, self.end)


def sentences(view: View) -> tuple[Span, ...]:
    """The sentences of a view, in order; line ends separate them; blank ones are left out."""
    found: list[Span] = []
    for line in _LINE.finditer(view.text):
        start = line.start()
        for end in _ends(line.group()):
            _append(found, view.text, start, line.start() + end)
            start = line.start() + end
    return tuple(found)


def _ends(line: str) -> Iterator[int]:
    """Where the sentences of one line end, the last at its end."""
    if _MARK_INSIDE.search(line) is None:
        yield len(line)
        return
    for piece in sentenize(line):
        for match in _SMALL_BEGINNING.finditer(line, piece.start, piece.stop):
            if not _LONG_ABBREVIATION.search(line, max(0, match.start() - 8), match.start() + 1):
                yield match.end()
        if piece.stop == len(line) or not _SHORT_ABBREVIATION.search(line, max(0, piece.stop - 8), piece.stop):
            yield piece.stop


def words(view: View, spans: tuple[Span, ...]) -> tuple[Word, ...]:
    """The words of the sentences of a view, in order."""
    lower = view.lower
    make = tuple.__new__  # A text has hundreds of words: half the time of Word(…), the same value.
    found: list[Word] = []
    for number, (start, end) in enumerate(spans):
        found += [make(Word, (*match.span(), match[0], number)) for match in _WORD.finditer(lower, start, end)]
    return tuple(found)


def capital_as(given: str, text: str) -> str:
    """A text that begins with a capital where ``given`` does."""
    return text[:1].upper() + text[1:] if given[:1].isupper() else text


def _append(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))
