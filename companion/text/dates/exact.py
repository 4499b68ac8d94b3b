"""From days as written to days of the calendar: the year that is meant, and whether there is such a day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from companion.positions import Span
from companion.text.dates.calendar import exists, nearest, weekday_name, why_not
from companion.text.dates.mention import Mention
from companion.text.dates.model import ExactDate, ImpossibleDate
from companion.text.dates.standing import named, of_period, planned, since
from companion.text.dates.weekdays import Beside, weekday_after, weekday_before

_RANGE = re.compile(r" ?- ?| (?:по|до|и|или|и с|и по) ")
_FAR_JOINT = 12
_SOON = timedelta(days=120)
"""So far ahead a day may lie that is named with its weekday and without its year."""


class Resolved(NamedTuple):
    """The days that exist, those that do not, all they cover with their weekdays, and the weekdays that are theirs."""

    exact: tuple[ExactDate, ...]
    impossible: tuple[ImpossibleDate, ...]
    extents: tuple[Span, ...]
    weekdays: frozenset[int]


def resolved(lower: str, mentions: Sequence[Mention], today: date) -> Resolved:
    """From days as written to days of the calendar as of ``today``."""
    exact: list[ExactDate] = []
    impossible: list[ImpossibleDate] = []
    extents: list[Span] = []
    weekdays: set[int] = set()
    mentions = _with_years(lower, mentions)
    for head, mention, beside in zip((None, *mentions), mentions, _weekdays(lower, mentions), strict=False):
        extents += [mention.extent, *(weekday.span for weekday in beside)]
        weekdays.update(weekday.weekday for weekday in beside if weekday.weekday is not None)
        if not exists(mention.day, mention.month, mention.year):
            if mention.certain:
                impossible.append(_no_such_day(mention))
            continue
        joined = head if head is not None and _joined(lower, head, mention) else None
        found = _exact(lower, mention, today, beside, joined)
        wrong = _wrong_weekday(found, beside, today)
        if wrong is None:
            exact.append(found)
        else:
            impossible.append(wrong)
    return Resolved(tuple(exact), tuple(impossible), tuple(sorted(extents)), frozenset(weekdays))


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


def _exact(lower: str, mention: Mention, today: date, beside: list[Beside], head: Mention | None) -> ExactDate:
    start = min([mention.span.start, *(weekday.span.start for weekday in beside)])
    value = (
        nearest(mention.day, mention.month, today)
        if mention.year is None
        else date(mention.year, mention.month, mention.day)
    )
    begun = since(lower, start if head is None else head.span.start)
    return ExactDate(
        mention.span,
        value,
        full_year=mention.year is not None and mention.year_counts,
        planned=planned(lower, start) and not (head is not None and begun),
        since=begun,
        named=named(lower, start),
        period=head is not None and of_period(lower, head.span.start),
    )


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


def _wrong_weekday(found: ExactDate, beside: list[Beside], today: date) -> ImpossibleDate | None:
    """Without a year the day that comes soon is as good: «доставка в пятницу 4 декабря»."""
    right = {found.value.weekday()}
    coming = found.value.year + 1
    if not found.full_year and exists(found.value.day, found.value.month, coming):
        day = found.value.replace(year=coming)
        right |= {day.weekday()} if day - today <= _SOON else set()
    wrong = next((weekday for weekday in beside if weekday.weekday not in {*right, None}), None)
    if wrong is None:
        return None
    span = Span(min(found.span.start, wrong.span.start), max(found.span.end, wrong.span.end))
    reason = f"{found.value:%d.%m.%Y} — {weekday_name(found.value)}"
    return ImpossibleDate(span, reason, wrong_weekday=True, removable=wrong.removable)
