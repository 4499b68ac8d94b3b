"""The fix that takes words out of the description, offered only where what stays still reads well."""

import re
from itertools import islice

from companion.positions import Span
from companion.reading import Reading
from companion.rules.rule import Change, Remedy
from companion.text.phrases import lexicon
from companion.text.word_patterns import PICTURE

_LEAST_WORDS = 3
"""A sentence with fewer other words of four letters or more goes as a whole."""
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_VISIBLE = re.compile(r"\S")
_ENDS = ".!?…)\n"
_PICTURES = re.compile(rf"[{PICTURE}\u200d ]*")
_OPENERS = ",-(:"


def removal(reading: Reading, span: Span, *, clause: bool) -> tuple[Remedy, ...]:
    """Takes out the words with their sentence when it says little else, or alone where commas set them off.

    A ``clause`` leaves the comma between its neighbours, a word of address takes both. Empty when no text would stay,
    or none that reads well.
    """
    text = reading.description.view.text
    sentence = reading.description.sentence_at(span.start)
    if _says_nothing_else(reading, sentence, span):
        taken = _with_space(text, sentence)
        if _leaves_text(text, taken):
            return (_taking("Убрать предложение", taken, ""),)
    if reading.description.in_quotation(span):
        return ()
    widened, has_subject = _with_company(reading, span, sentence)
    change = _set_off(text, widened, sentence, clause=clause or has_subject)
    return (_taking("Убрать", *change),) if change and _leaves_text(text, change[0]) else ()


def cut(reading: Reading, span: Span) -> tuple[Remedy, ...]:
    """Takes out a sign and the space beside it."""
    text = reading.description.view.text
    start, end = span
    if text[start - 1 : start] == " " and (end == len(text) or not text[end].isalnum()):
        start -= 1
    elif text[start - 1 : start] in ("", "\n") and text[end : end + 1] == " ":
        end += 1
    taken = Span(start, end)
    return (_taking("Убрать", taken, ""),) if _leaves_text(text, taken) else ()


def _taking(title: str, taken: Span, left: str) -> Remedy:
    return Remedy(title, (Change("description", taken, left),))


def _leaves_text(text: str, taken: Span) -> bool:
    return bool(_VISIBLE.search(text, 0, taken.start) or _VISIBLE.search(text, taken.end))


def _says_nothing_else(reading: Reading, sentence: Span, span: Span) -> bool:
    """Whether fewer than ``_LEAST_WORDS`` other words, no number, no request and no problem stand in a sentence.

    The words come first and only as many as decide: a sentence may be the whole text, and have a finding a word.
    """
    others = (
        word for word in reading.description.words_in(sentence) if len(word.lower) > 3 and not word.span.overlaps(span)
    )
    if len(tuple(islice(others, _LEAST_WORDS))) == _LEAST_WORDS:
        return False
    if _DIGIT.search(reading.description.view.text, sentence.start, sentence.end):
        return False
    spoken = (*reading.about.requests, *(problem.found.span for problem in reading.about.problems))
    return not any(said.inside(sentence) and not said.overlaps(span) for said in spoken)


def _with_space(text: str, sentence: Span) -> Span:
    start, end = sentence
    while end < len(text) and text[end] == " ":
        end += 1
    while end == len(text) and start > 0 and text[start - 1] in " \n":
        start -= 1
    return Span(start, end)


def _with_company(reading: Reading, span: Span, sentence: Span) -> tuple[Span, bool]:
    """The words that cannot stay without those that go: «это просто …», «какого …», and whether there are any."""
    company = frozenset(lexicon("emotions")["company"]["words"])
    start = span.start
    for word in reversed(reading.description.words_in(Span(sentence.start, span.start))):
        between = reading.description.view.text[word.end : start]
        if word.end > start or word.lower not in company or between.strip():
            break
        start = word.start
    return Span(start, span.end), start < span.start


def _set_off(text: str, span: Span, sentence: Span, *, clause: bool) -> tuple[Span, str] | None:
    """What to take and what to leave there, when marks or the sentence's ends stand on both sides."""
    start, end = span
    while start > sentence.start and text[start - 1] == " ":
        start -= 1
    begins = _PICTURES.fullmatch(text, sentence.start, start) is not None
    before = "" if begins else text[start - 1]
    ends = end == len(text) or text[end] in _ENDS
    if not (begins or before in _OPENERS) or not (ends or text[end] == ","):
        return None
    if before == "(":
        return (_with_space(text, Span(start - 1, end + 1)), "") if text[end : end + 1] == ")" else None
    if begins:
        return None if ends else _opening(text, span)
    if ends:
        while text[start - 1] in ", -:":
            start -= 1
        return Span(start, end), ""
    if before == ",":
        return Span(start - 1, end if clause else end + 1), ""
    return None


def _opening(text: str, span: Span) -> tuple[Span, str] | None:
    """What begins the sentence instead begins with a capital; the whole word is replaced, so that it can be read."""
    after = span.end + 1 + (text[span.end + 1 : span.end + 2] == " ")
    word = _WORD.match(text, after)
    if word is None:
        return Span(span.start, after), ""
    if word.group().lower() in lexicon("emotions")["leaning"]["words"]:
        return None
    return Span(span.start, word.end()), word.group()[0].upper() + word.group()[1:]
