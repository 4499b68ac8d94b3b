"""Days written in digits alone: 12.11.2026, 12/11, 2026-11-12, 01.11-15.11.2026."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from companion.positions import Span
from companion.text.dates.calendar import exists
from companion.text.dates.mention import Mention
from companion.text.dates.surroundings import JOINT, Surroundings
from companion.text.dates.written import heads

# «12. 11. 2026», else groups of digits with marks between them. A longer run of groups is no date.
_TOKEN = re.compile(
    r"[0-9]{1,2} ?\. ?[0-9]{1,2} ?\. ?20[0-9]{2}(?![0-9.]|[-/][0-9])|[0-9]{1,12}(?:[./-][0-9]{1,12}){1,5}"
)
_GROUP = re.compile(r"[0-9]+")
_MARK = re.compile(r" ?[./-] ?")
_YEAR_WORD = re.compile(r" ?(?:г(?![^\W_])(?:\.(?![^\W_]))?|год[ау]?(?![^\W_]))|-го(?![^\W_])")
_CLOCK = re.compile(r"t[0-9]{2}:[0-9]{2}")
_ENDING = re.compile(r"-го(?![^\W_])")
_GLUED = re.compile(r"(?<![^\W_])(?:от|до|за|по|на|с)$")
_FILE = re.compile(r"\.[a-z]{2,4}(?![^\W_])")
_JOINING, _DECIMAL = frozenset("_-/+*@№#=~%"), frozenset(".,:")
_YEARS = range(1990, 2100)
_MOST_DAY, _MOST_MONTH = 39, 19
"""What a slip of the finger makes of a day and a month, where other marks than points make it less like a date."""


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
    clause = full = day = -1
    for match in _TOKEN.finditer(lower):
        token = _token(lower, match)
        if token is None:
            continue
        start, end = token.span
        joined = 0 < day <= start and JOINT.fullmatch(lower, day, start) is not None
        around = Surroundings(lower, token.span, token.extent, joined=joined)
        # «пп. 4.12 и 10.11»: what is joined to a clause is one too.
        if around.no_date or (clause > 0 and JOINT.fullmatch(lower, clause, start) is not None):
            clause = end
            continue
        # «12.11.2026 10.30»: the time of a day that is written in full.
        if full == start - 1 and lower[full] == " " and token.marks == ".":
            continue
        for mention in _with_heads(lower, _mentions(token, around)):
            day = mention.extent.end
            full = mention.extent.end if mention.year is not None else -1
            yield mention


def _with_heads(lower: str, mentions: Iterator[Mention]) -> Iterator[Mention]:
    """«с 1 по 15.11.2026»: the first day has its month at the other end."""
    for mention in mentions:
        joint = lower[mention.span.start - 4 : mention.span.start]
        if joint in (" по ", " до ", " на "):
            yield from heads(lower, mention)
        yield mention


def _token(lower: str, match: re.Match[str]) -> _Token | None:
    start, end = match.span()
    if lower[start - 1 : start] in _JOINING:
        return None
    texts = _MARK.split(match.group())
    if len(texts) > 6 or any(len(text) > 4 for text in texts):
        return None
    year_word = _YEAR_WORD.match(lower, end) if len(texts) > 2 else None
    extent = Span(start, year_word.end() if year_word else end)
    if not _stands_alone(lower, *extent, full=len(texts) > 2):
        return None
    groups = list(_GROUP.finditer(lower, start, end))
    marks = "".join(lower[a.end() : b.start()].strip() for a, b in pairwise(groups))
    return _Token(Span(start, end), extent, tuple(texts), tuple(group.start() for group in groups), marks)


def _stands_alone(lower: str, start: int, end: int, *, full: bool) -> bool:
    """False for a piece of something longer: a code, a sum, a time, a version."""
    before, farther = lower[start - 1 : start], lower[start - 2 : start - 1]
    if before.isalpha() and full and _GLUED.search(lower, max(0, start - 4), start):
        before = ""
    if before.isalnum() or before in _JOINING or (before in _DECIMAL and farther.isdigit()):
        return False
    if before == "." and not full:
        return False
    after, farther = lower[end : end + 1], lower[end + 1 : end + 2]
    if after.isalnum():
        return full and _CLOCK.match(lower, end) is not None
    if after in _JOINING:
        return (after == "-" and not farther.isalnum()) or _ENDING.match(lower, end) is not None
    if after == "." and _FILE.match(lower, end):
        return False
    return not (after in _DECIMAL and farther.isdigit() and not (full and after == ","))


def _mentions(token: _Token, around: Surroundings) -> Iterator[Mention]:
    middle = token.marks.find("-")
    if token.marks.count("-") == 1 and len(token.marks) > 1:
        yield from _range(token, around, middle)
    elif len(token.groups) == 3 and token.marks in ("..", "//", "--"):
        yield from _full(token, around, 0)
    elif token.marks == "../..":
        yield from _full(token, around, 0)
        yield from _full(token, around, 3)
    elif len(token.groups) == 2 and token.marks in (".", "/"):
        yield from _bare(token, around, 0)


def _range(token: _Token, around: Surroundings, middle: int) -> Iterator[Mention]:
    """«01.11-15.11.2026», «12-13.11.2026», «3-7.11» with a preposition before it."""
    left, right = middle + 1, len(token.groups) - middle - 1
    inner = set(token.marks.replace("-", ""))
    if len(inner) != 1 or left > right or right > 3:
        return
    tail = tuple(_full(token, around, left) if right == 3 else _bare(token, around, left))
    if not tail or (right == 2 and left == 1 and not around.preposition):
        return
    if left == 1:
        yield from _head(token, tail[0])
    elif left == 2:
        yield from _bare(token, around, 0)
    else:
        yield from _full(token, around, 0)
    yield from tail


def _head(token: _Token, tail: Mention) -> Iterator[Mention]:
    day = int(token.groups[0])
    if len(token.groups[0]) <= 2 and 1 <= day < tail.day:
        span = token.part(0, 0)
        yield Mention(span, span, day, tail.month, tail.year, certain=False)


def _full(token: _Token, around: Surroundings, first: int) -> Iterator[Mention]:
    """Three groups: 12.11.2026, 2026-11-12, 12.11.26."""
    one, month, three = token.groups[first : first + 3]
    if len(month) > 2 or max(len(one), len(three)) == 3:
        return
    match len(one) > 2, len(three):
        case False, 4:
            yield from _dated(token, first, one, month, int(three))
        case True, 1 | 2:
            yield from _dated(token, first, three, month, int(one))
        case False, 2 if around.short_year(int(three), month, token.marks[first : first + 2]):
            yield from _dated(token, first, one, month, 2000 + int(three), certain=around.eventful)


def _dated(token: _Token, first: int, day: str, month: str, year: int, *, certain: bool = True) -> Iterator[Mention]:
    span = token.part(first, first + 2)
    extent = Span(span.start, token.extent.end) if span.end == token.span.end else span
    likely = token.marks == ".." or (int(day) <= _MOST_DAY and int(month) <= _MOST_MONTH)
    if year in _YEARS:
        yield from _possible(Mention(span, extent, int(day), int(month), year, certain=certain and likely))


def _bare(token: _Token, around: Surroundings, first: int) -> Iterator[Mention]:
    """«12.11», «12/11»: a day only where nothing speaks against it."""
    one, two = token.groups[first : first + 2]
    if len(one) > 2 or len(two) != 2 or not (1 <= int(one) <= 31 and 1 <= int(two) <= 12):
        return
    if around.counts or not around.bare(spelled_out=len(one) == 2):
        return
    certain = 28 < int(one) <= 31 and (around.preposition if token.marks[first] == "/" else around.eventful)
    span = token.part(first, first + 1)
    yield from _possible(Mention(span, span, int(one), int(two), None, certain=certain))


def _possible(mention: Mention) -> Iterator[Mention]:
    if mention.certain or exists(mention.day, mention.month, mention.year):
        yield mention
