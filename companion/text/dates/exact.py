"""From days as written to days of the calendar: the year that is meant, and whether there is such a day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from companion.positions import Span
from companion.text.dates.calendar import exists, nearest, weekday_name, why_not
from companion.text.dates.mention import Mention
from companion.text.dates.model import ExactDate, ImpossibleDate
from companion.text.dates.vocabulary import BEGINS, either, table
from companion.text.dates.weekdays import Beside, weekday_after, weekday_before

_RANGE = re.compile(r" ?- ?| (?:по|до|и|или|и с|и по) ")
_BEFORE_PLAN = re.compile(rf"{BEGINS}{either(table('terms')['before_plan'], table('dated_ahead')['words'])} $")
_FAR_JOINT = 12


def resolved(
    lower: str, mentions: Sequence[Mention], today: date
) -> tuple[tuple[ExactDate, ...], tuple[ImpossibleDate, ...], tuple[Span, ...]]:
    """The days that exist, those that do not, and all they cover with their weekdays."""
    exact: list[ExactDate] = []
    impossible: list[ImpossibleDate] = []
    extents: list[Span] = []
    mentions = _with_years(lower, mentions)
    for mention, beside in zip(mentions, _weekdays(lower, mentions), strict=True):
        extents += [mention.extent, *(weekday.span for weekday in beside)]
        if not exists(mention.day, mention.month, mention.year):
            if mention.certain:
                impossible.append(_no_such_day(mention))
            continue
        found = _exact(mention, today, planned=_planned(lower, mention, beside))
        wrong = _wrong_weekday(found, beside)
        if wrong is None:
            exact.append(found)
        else:
            impossible.append(wrong)
    return tuple(exact), tuple(impossible), tuple(sorted(extents))


def _with_years(lower: str, mentions: Sequence[Mention]) -> list[Mention]:
    """«с 01.11 по 15.11.2026»: the year behind the end of a range or list is the year of all of it."""
    found: list[Mention] = []
    for mention in reversed(mentions):
        after = found[-1] if found else None
        if mention.year is None and after is not None and after.year is not None and _joined(lower, mention, after):
            # «с 28.12 по 11.01.2027» began the year before.
            year = after.year - (mention.month > after.month)
            mention = replace(mention, year=year, year_counts=after.year_counts)
        found.append(mention)
    return found[::-1]


def _joined(lower: str, one: Mention, other: Mention) -> bool:
    start, end = one.extent.end, other.extent.start
    return start <= end <= start + _FAR_JOINT and _RANGE.fullmatch(lower, start, end) is not None


def _exact(mention: Mention, today: date, *, planned: bool) -> ExactDate:
    if mention.year is None:
        return ExactDate(mention.span, nearest(mention.day, mention.month, today), full_year=False, planned=planned)
    value = date(mention.year, mention.month, mention.day)
    return ExactDate(mention.span, value, full_year=mention.year_counts, planned=planned)


def _planned(lower: str, mention: Mention, beside: list[Beside]) -> bool:
    start = min([mention.span.start, *(weekday.span.start for weekday in beside)])
    return _BEFORE_PLAN.search(lower, max(0, start - 16), start) is not None


def _no_such_day(mention: Mention) -> ImpossibleDate:
    swapped = mention.year is not None and mention.month > 12 and exists(mention.month, mention.day, mention.year)
    suggestion = date(mention.year, mention.day, mention.month) if swapped and mention.year else None
    return ImpossibleDate(mention.span, why_not(mention.day, mention.month, mention.year), suggestion)


def _weekdays(lower: str, mentions: Sequence[Mention]) -> Iterator[list[Beside]]:
    """The weekdays beside each day. One between two days is the second's in «чт, 12.11, пт, 13.11», else unknown."""
    before = [weekday_before(lower, mention) for mention in mentions]
    after = [weekday_after(lower, mention) for mention in mentions]
    for at, (one, other) in enumerate(zip(after, before[1:], strict=False)):
        if one is None or other is None or not one.span.overlaps(other.span):
            continue
        first = before[at]
        if one.bracket:
            before[at + 1] = None
        else:
            after[at] = None
            before[at + 1] = other if first and first.weekday is not None else replace(other, weekday=None)
    yield from ([beside for beside in pair if beside is not None] for pair in zip(before, after, strict=True))


def _wrong_weekday(found: ExactDate, beside: list[Beside]) -> ImpossibleDate | None:
    """Without a year the day of the coming year is as good: «доставка в пятницу 4 декабря»."""
    right = {found.value.weekday()}
    if not found.full_year:
        year = found.value.year + 1
        right |= {date(year, found.value.month, found.value.day).weekday()} if _has(found.value, year) else set()
    wrong = next((weekday for weekday in beside if weekday.weekday not in {*right, None}), None)
    if wrong is None:
        return None
    span = Span(min(found.span.start, wrong.span.start), max(found.span.end, wrong.span.end))
    reason = f"{found.value:%d.%m.%Y} — {weekday_name(found.value)}"
    return ImpossibleDate(span, reason, wrong_weekday=True, removable=wrong.removable)


def _has(day: date, year: int) -> bool:
    return exists(day.day, day.month, year)
