"""Days written in digits alone: 12.11.2026, 12/11, 2026-11-12, 01.11-15.11.2026."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from companion.positions import Span
from companion.text.dates.calendar import exists
from companion.text.dates.mention import Mention
from companion.text.dates.surroundings import JOINT, Surroundings

# «12. 11. 2026», else groups of digits with marks between them. A longer run of groups is no date.
_TOKEN = re.compile(r"[0-9]{1,2} ?\. ?[0-9]{1,2} ?\. ?20[0-9]{2}(?![0-9.])|[0-9]{1,4}(?:[./-][0-9]{1,4}){1,5}+")
_GROUP = re.compile(r"[0-9]+")
_YEAR_WORD = re.compile(r" ?(?:г(?![^\W_])(?:\.(?![^\W_]))?|год[ау]?(?![^\W_]))|-го(?![^\W_])")
_CLOCK = re.compile(r"t[0-9]{2}:[0-9]{2}")
_GLUED = re.compile(r"(?<![^\W_])(?:от|до|за|по|на|с)$")
_FILE = re.compile(r"\.[a-z]{2,4}(?![^\W_])")
_YEARS = range(1990, 2100)
_MOST_DAY, _MOST_MONTH = 39, 19
"""What a slip of the finger makes of a day and a month, where other marks than points make it less like a date."""

_FULL = frozenset((("2", "2", "4"), ("4", "2", "2")))


class _Token(NamedTuple):
    """Groups of digits and the marks between them."""

    span: Span
    extent: Span
    groups: tuple[str, ...]
    starts: tuple[int, ...]
    marks: str

    def part(self, first: int, last: int) -> Span:
        return Span(self.starts[first], self.starts[last] + len(self.groups[last]))


def numeric_mentions(lower: str) -> Iterator[Mention]:
    """Every day in digits, in order."""
    clause = full = -1
    for match in _TOKEN.finditer(lower):
        token = _token(lower, match)
        if token is None:
            continue
        around = Surroundings(lower, token.span, token.extent)
        start, end = token.span
        # «пп. 4.12 и 10.11»: what is joined to a clause is one too.
        if around.no_date or (clause > 0 and JOINT.fullmatch(lower, clause, start) is not None):
            clause = end
            continue
        # «12.11.2026 10.30»: the time of a day that is written in full.
        if full == start - 1 and lower[full] == " " and token.marks == ".":
            continue
        for mention in _mentions(token, around):
            full = mention.extent.end if mention.year is not None else -1
            yield mention


def _token(lower: str, match: re.Match[str]) -> _Token | None:
    groups = list(_GROUP.finditer(lower, *match.span()))
    marks = "".join(lower[a.end() : b.start()].strip() for a, b in pairwise(groups))
    year_word = _YEAR_WORD.match(lower, match.end()) if len(groups) > 2 else None
    end = year_word.end() if year_word else match.end()
    if not _stands_alone(lower, match.start(), end, full=len(groups) > 2):
        return None
    texts = tuple(group.group() for group in groups)
    return _Token(Span(*match.span()), Span(match.start(), end), texts, tuple(g.start() for g in groups), marks)


def _stands_alone(lower: str, start: int, end: int, *, full: bool) -> bool:
    """False for a piece of something longer: a code, a sum, a time, a version."""
    before, farther = lower[start - 1 : start], lower[start - 2 : start - 1]
    if full and _GLUED.search(lower, max(0, start - 4), start):
        before = ""
    if before.isalnum() or before in tuple("_-/+*@№#=~") or (before in tuple(".,:") and farther.isdigit()):
        return False
    if before == "." and not full:
        return False
    after, farther = lower[end : end + 1], lower[end + 1 : end + 2]
    if after.isalnum():
        return full and _CLOCK.match(lower, end) is not None
    if after in ("-", "/", "_", "%", "@", "*", "+", "="):
        return after == "-" and not farther.isalnum()
    if _FILE.match(lower, end):
        return False
    return not (after in (".", ",", ":") and farther.isdigit() and not (full and after == ","))


def _mentions(token: _Token, around: Surroundings) -> Iterator[Mention]:
    middle = token.marks.find("-")
    if token.marks.count("-") == 1 and len(token.marks) > 1:
        yield from _range(token, around, middle)
    elif len(token.groups) == 3 and token.marks in ("..", "//", "--"):
        yield from _with_year(token, around, 0, 2)
    elif len(token.groups) == 2 and token.marks in (".", "/"):
        yield from _bare(token, around, 0)


def _range(token: _Token, around: Surroundings, middle: int) -> Iterator[Mention]:
    """«01.11-15.11.2026», «12-13.11.2026», «3-7.11» with a preposition before it."""
    left, right = middle + 1, len(token.groups) - middle - 1
    inner = set(token.marks.replace("-", ""))
    if len(inner) != 1 or left > right or right > 3:
        return
    tail = tuple(_with_year(token, around, left, left + 2) if right == 3 else _bare(token, around, left))
    if not tail or (right == 2 and left == 1 and not around.preposition):
        return
    if left == 1:
        yield from _head(token, tail[0])
    elif left == 2:
        yield from _bare(token, around, 0)
    else:
        yield from _with_year(token, around, 0, 2)
    yield from tail


def _head(token: _Token, tail: Mention) -> Iterator[Mention]:
    day = int(token.groups[0])
    if len(token.groups[0]) <= 2 and 1 <= day < tail.day:
        span = token.part(0, 0)
        yield Mention(span, span, day, tail.month, tail.year, certain=False)


def _with_year(token: _Token, around: Surroundings, first: int, last: int) -> Iterator[Mention]:
    one, two, three = token.groups[first : last + 1]
    span = token.part(first, last)
    extent = Span(span.start, token.extent.end) if last == len(token.groups) - 1 else span
    day, month, year = (int(one), int(two), int(three)) if len(one) <= 2 else (int(three), int(two), int(one))
    if len(two) > 2 or (year not in _YEARS and len(three) == 4) or len(one) == 3:
        return
    certain = token.marks == ".." or (day <= _MOST_DAY and month <= _MOST_MONTH)
    if len(one) == 4:
        if len(three) > 2:
            return
    elif len(three) == 2:
        if not around.short_year(year, two, token.marks):
            return
        year += 2000
        certain = certain and around.eventful
    elif len(three) != 4:
        return
    yield from _possible(Mention(span, extent, day, month, year, certain=certain))


def _bare(token: _Token, around: Surroundings, first: int) -> Iterator[Mention]:
    """«12.11», «12/11»: a day only where nothing speaks against it."""
    one, two = token.groups[first : first + 2]
    if len(one) > 2 or len(two) != 2 or around.counts or not 1 <= int(two) <= 12:
        return
    if not around.bare(spelled_out=len(one) == 2):
        return
    certain = 28 < int(one) <= 31 and (around.preposition if token.marks[first] == "/" else around.eventful)
    span = token.part(first, first + 1)
    yield from _possible(Mention(span, span, int(one), int(two), None, certain=certain))


def _possible(mention: Mention) -> Iterator[Mention]:
    if mention.certain or exists(mention.day, mention.month, mention.year):
        yield mention
