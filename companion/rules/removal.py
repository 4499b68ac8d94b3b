"""The fix that takes words out of the description so that what stays still reads well."""

import re

from companion.positions import Span
from companion.reading import Reading
from companion.rules.rule import Change, Remedy

_LEAST_WORDS = 3
"""A sentence with fewer other words of four letters or more goes as a whole."""
_GLUE = " ,;-"


def removal(reading: Reading, span: Span) -> tuple[Remedy, ...]:
    """Takes out the span, or its whole sentence when little else stands there; nothing when no text would stay."""
    text = reading.description.view.text
    sentence = reading.description.sentence_at(span.start)
    whole = _says_nothing_else(reading, sentence, span)
    taken = _widened(text, sentence if whole else span, sentence)
    if not (text[: taken.start] + text[taken.end :]).strip():
        return ()
    title = "Убрать предложение" if whole else "Убрать"
    seam = _seam(text, taken)
    if not whole and taken.start == sentence.start and text[taken.end : taken.end + 1].islower():
        # What now begins the sentence begins with a capital.
        seam, taken = text[taken.end].upper(), Span(taken.start, taken.end + 1)
    return (Remedy(title, (Change("description", taken, seam),)),)


def _says_nothing_else(reading: Reading, sentence: Span, span: Span) -> bool:
    if re.search(r"\d", reading.description.view.text[sentence.start : sentence.end]):
        return False
    others = [
        word for word in reading.description.words_in(sentence) if not word.span.overlaps(span) and len(word.lower) > 3
    ]
    spoken = (*reading.about.requests, *(problem.found.span for problem in reading.about.problems))
    return len(others) < _LEAST_WORDS and not any(said.inside(sentence) and not said.overlaps(span) for said in spoken)


def _widened(text: str, span: Span, sentence: Span) -> Span:
    """With the spaces and commas that the words leave behind: those after them, at a sentence's end those before."""
    start, end = span
    while end < len(text) and text[end] in _GLUE:
        end += 1
    if end >= sentence.end or text[end] in ".!?…)\n":
        while start > sentence.start and text[start - 1] in _GLUE:
            start -= 1
    return Span(start, end)


def _seam(text: str, taken: Span) -> str:
    before, after = text[: taken.start], text[taken.end :]
    return " " if before and after and not before[-1].isspace() and (after[0].isalnum() or after[0] in '«"(') else ""
