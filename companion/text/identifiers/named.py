"""Numbers that only the word before them explains: «поставка 12345678», «SKU: 646399170, 646399171»."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple, cast

from companion.positions import Span
from companion.report import ReferenceKind
from companion.text.identifiers.model import Identifier
from companion.text.identifiers.shapes import CARD, DIGITS, ITEMS, PHONE, luhn, normalised
from companion.text.word_patterns import (
    AFTER_NO_WORD,
    BEFORE_NO_LETTER,
    BEFORE_NO_WORD,
    first_letters,
    last_end,
    listed,
)

KINDS = ("supply", "return", "sku", "ticket")
OTHERS = ("order", "document", "not_ours")

_ALL = (*KINDS, *OTHERS, "article")
_WORDS = re.compile(
    first_letters(*(f"identifiers.{kind}" for kind in _ALL))
    + AFTER_NO_WORD
    + "(?:"
    + "|".join(f"(?P<{kind}>{listed(f'identifiers.{kind}')})" for kind in _ALL)
    + ")"
)
_DAY = (
    r"от [0-9]{1,2}(?:[./-][0-9]{1,2}(?:[./-][0-9]{2,4})?| [а-я]{3,8}(?: 20[0-9]{2})?)"
    rf"{BEFORE_NO_WORD}(?: ?г(?:\.|ода){BEFORE_NO_LETTER})?"
)
_BULLET = r"(?:[-•*·] ?|[0-9]{1,2}[.)] )?"
_TITLE = r"(?:«[^»\n0-9]{1,60}»|\"[^\"\n0-9]{1,60}\")"
_FILLING = rf"""[ ]|:\s*\n{_BULLET}|\n(?=[0-9]{{6}})|[:№#=("'«»)\[\]_-]|(?:{listed("identifiers.fillers")})|{_DAY}"""
_BETWEEN = re.compile(rf"(?:(?!{_TITLE})(?:{_FILLING}))*+(?:{_TITLE}(?:{_FILLING})*+)?+")
"""What may stand between the word and its number."""
_NOTE = (
    r"(?: ?\([^()\n]{0,60}\))?+(?: ?[-x×х] ?[0-9]{1,4} ?шт[а-я]*+\.?)?+"
    r"(?: - [^,;\n0-9]{1,40}(?=[,;\n] ?[0-9]{6}))?+"
)
_SEPARATOR = re.compile(
    rf"""["'»]?{_NOTE} ?(?:(?:[,;/&+\n]|и{BEFORE_NO_WORD}|или{BEFORE_NO_WORD}|а также)[ \n]*{_BULLET}(?:(?:и|или) )?"""
    rf"""(?:(?:№|#|n) ?)?["'«]?|(?<= )(?=[0-9]{{8,13}}(?![0-9])))"""
)
_MEASURE = re.compile(rf"{AFTER_NO_WORD}(?:{listed('identifiers.measures')}) $")
_MEASURE_REACH = 16
_CARD_AFTER = re.compile(rf"[^\n.!?]{{0,20}}?{AFTER_NO_WORD}(?:{listed('secrets.card')})")


class Keyword(NamedTuple):
    """A word that explains the number after it: its kind, its place, and where the number may begin."""

    kind: str
    span: Span
    number_at: int


def keywords(lower: str) -> Iterator[Keyword]:
    """The words of ``identifiers.toml`` that can have a number after them."""
    for match in _WORDS.finditer(lower):
        between = _BETWEEN.match(lower, match.end())
        yield Keyword(match.lastgroup or "", Span(*match.span()), between.end() if between else match.end())


def named_numbers(lower: str, keyword: Keyword) -> Iterator[Identifier | Span]:
    """The numbers after a word, a list too; those that are no identifiers as spans."""
    measured = keyword.kind == "sku" and _measures(lower, keyword.span.start)
    for span in _listed_numbers(lower, keyword):
        number = span.of(lower).replace(" ", "")
        foreign = PHONE.fullmatch(number) is not None or _is_card(lower, span, keyword)
        if keyword.kind in OTHERS or measured or foreign:
            yield span
        else:
            kind = cast(ReferenceKind, keyword.kind)
            yield Identifier(kind, normalised(kind, number), span)


def _listed_numbers(lower: str, keyword: Keyword) -> Iterator[Span]:
    item = ITEMS[keyword.kind]
    at = keyword.number_at
    while match := item.match(lower, at):
        if match["number"]:
            yield Span(*match.span("number"))
        separator = _SEPARATOR.match(lower, match.end())
        if separator is None:
            return
        at = separator.end()


def _measures(lower: str, start: int) -> bool:
    return _MEASURE.search(lower, max(0, start - _MEASURE_REACH), start) is not None


def _is_card(lower: str, span: Span, keyword: Keyword) -> bool:
    """A bank card keeps its meaning after any word but «возврат»: a return may have 16 digits, whatever their sum."""
    number = span.of(lower)
    if CARD.fullmatch(number) is None or not luhn(number):
        return False
    return keyword.kind != "return" or _CARD_AFTER.match(lower, span.end) is not None


# «№ 73712587» with the word further away: «обращение в службу поддержки № …», «писали 12.11, № …».
_NUMBERED = re.compile(
    rf"(?=[№#н])(?:№|#|{AFTER_NO_WORD}номер[а-я]*+ ?:?) ?(?P<number>{DIGITS['ticket']}){BEFORE_NO_WORD}(?![-.,]?[0-9])"
)
_STORY = re.compile(f"{AFTER_NO_WORD}(?:{listed('identifiers.ticket_story')})")
_DETOUR = re.compile(r"[ ,(]*(?:(?:в|во|на|от|по|с|со|из|для) [^ ,\n]+(?: [^ ,\n]+){0,2}[ ,(:]*){1,2}")
SENTENCE_END = re.compile(r"[.!?] |\n")
_REACH = 100


def numbered(lower: str, words: list[Keyword]) -> Iterator[Identifier]:
    """«№» with 7–9 digits whose word stands earlier in the sentence."""
    for match in _NUMBERED.finditer(lower):
        start = max(0, match.start() - _REACH)
        start = last_end(SENTENCE_END, lower, start, match.start(), default=start)
        kind = _explained(lower, words, start, match.start())
        if kind is not None:
            yield Identifier(kind, match["number"], Span(*match.span("number")))


def _explained(lower: str, words: list[Keyword], start: int, end: int) -> ReferenceKind | None:
    """What the last telling word of ``lower[start:end]`` makes of a number after it."""
    known = bisect_left(words, end, key=lambda word: word.span.start)
    last = words[known - 1] if known and words[known - 1].span.start >= start else None
    story = last_end(_STORY, lower, start, end)
    if last is None or last.span.end < story:
        return "ticket" if story >= 0 else None
    if last.kind == "ticket":
        return "ticket"
    if last.kind in KINDS and _DETOUR.fullmatch(lower, last.span.end, end):
        return cast(ReferenceKind, last.kind)
    return None
