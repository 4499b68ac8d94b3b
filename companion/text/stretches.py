"""Stretches of a text: what is read in one breath, between full stops, line ends and marks of a list."""

import re
from collections.abc import Iterator

from companion.positions import Span
from companion.text.word_patterns import word_set
from companion.text.written import FieldText

# One of few characters first: the text is passed over quickly.
_END = re.compile(
    r"[.!?…\s](?:"
    r"(?<=[а-яё]{3}[.!?…])(?=[А-ЯЁ][а-яё])"  # «не пришло.Прошу»: no space after it
    r"|(?P<stop>(?<=[а-яёА-ЯЁ]{2}\.)(?=\s+[а-яё]))"  # «да. жду»: no capital after it
    r"|(?P<mark>(?<=\s)(?=\(?(?:[0-9]{1,2}|[а-яёa-z])\)\s))"  # before «1) », «а) »
    r"|(?<=\s)(?=[0-9]{1,2}\.\s+[а-яёА-ЯЁA-Za-z])"  # before «2. »
    r"|(?<=\s)(?=[•·▪●◦‣✓✔➢]))"
)
_BRACKETED = 60
"""«(всего 12) »: an opening bracket so near makes a number no mark of a list."""
_COLON = re.compile(r":(?!\d)")
_ITEM_END = re.compile(";")
_NO_BEGINNING = re.compile(r"[^\w«\"'(№+]+")


def stretches(text: FieldText) -> Iterator[Span]:
    """The stretches of a text, in order, without spaces, list marks and pictures at their sides."""
    shown = text.view.text
    for sentence in text.sentences:
        start = sentence.start
        for end in sorted({*_ends(text, sentence), sentence.end}):
            begun = _NO_BEGINNING.match(shown, start, end)
            first = begun.end() if begun else start
            last = first + len(shown[first:end].rstrip())
            if first < last:
                yield Span(first, last)
            start = end


def _ends(text: FieldText, sentence: Span) -> Iterator[int]:
    """Where stretches end inside a sentence."""
    shown = text.view.text
    for match in _END.finditer(shown, *sentence):
        near = shown[max(sentence.start, match.start() - _BRACKETED) : match.start()]
        if match["stop"] is not None and _last_word(near) in word_set("abbreviations.stopped"):
            continue
        if match["mark"] is not None and "(" in near.rpartition(")")[2]:
            continue
        yield match.end()
    colon = colon_in(text, sentence)
    if colon is not None:
        for match in _ITEM_END.finditer(shown, colon, sentence.end):
            yield match.end()


def colon_in(text: FieldText, span: Span) -> int | None:
    """Where the first colon stands behind which a list may follow; that of a time («9:00») is none."""
    match = _COLON.search(text.view.text, *span)
    return match.start() if match else None


def _last_word(text: str) -> str:
    return re.split(r"[\W\d_]", text)[-1].lower()
