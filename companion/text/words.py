"""Words and sentences of a view. Positions are those of ``View.text``."""

import re
from typing import NamedTuple

from companion.positions import Span
from companion.text.view import View

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# A sentence ends at marks followed by space and no small letter, at a line end, or with the text; tired people begin
# sentences small, so a question or exclamation ends one always, a full stop when a long word stands before it.
_END = re.compile(
    r"[.!?…]*[!?][.!?…]*[\"»)\]]*(?=\s|$)|(?<=[а-яёА-ЯЁ]{4})\.(?=\s)|[.…]+[\"»)\]]*(?=\s+[^a-zа-яё\s]|\s*$)|\n+"
)
# Abbreviations whose full stop ends no sentence even before a capital or a digit.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"«])(?:[гдсптруч]|т\.[дпеко]|и\.о|ул|им|стр|руб|коп|тыс|млн|шт|кг|см|мм|тел|арт|обр|зак|отпр|накл|дог|пос|г\.г|гг|см|напр|др|пр|ст|п\.п|пп|ип|ред|№)\.$",
    re.IGNORECASE,
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
    start = 0
    text = view.text
    for match in _END.finditer(text):
        if match.group()[0] == "." and _ABBREVIATION.search(text, max(start, match.start() - 8), match.start() + 1):
            continue
        _append(found, text, start, match.end())
        start = match.end()
    _append(found, text, start, len(text))
    return tuple(found)


def words(view: View, spans: tuple[Span, ...]) -> tuple[Word, ...]:
    """The words of the sentences of a view, in order."""
    lower = view.lower
    make = tuple.__new__  # A text has hundreds of words: half the time of Word(…), the same value.
    return tuple(
        make(Word, (*match.span(), match.group(), number))
        for number, (start, end) in enumerate(spans)
        for match in _WORD.finditer(lower, start, end)
    )


def _append(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))
