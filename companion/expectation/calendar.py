"""The Russian working calendar of the five-day week.

Sources: the package ``holidays`` (article 112 of the Labour Code and the yearly government decrees that move days
off) for every year whose decree it knows; for later years article 112 alone, which makes them preliminary: the decree
will still hand out the days off that fall on 1–8 January. Days off outside the production calendar (the pandemic
weeks of 2020 and 2021) are not in it.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import count, islice

DAY = timedelta(days=1)
SATURDAY = 5
"""``date.weekday()`` of the first day of a weekend."""

_NEW_YEAR_HOLIDAYS = tuple((1, day) for day in range(1, 9))
_OTHER_HOLIDAYS = ((2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4))
"""Labour Code, article 112, part 1, as in force since 2013."""

_LACKING = {2014: frozenset({date(2014, 3, 10)})}
"""Days off that ``holidays`` 0.109 lacks: 8 March 2014 was a Saturday, so part 2 of article 112 moved it to Monday."""


def is_working(day: date) -> bool:
    """Whether offices work on this day."""
    return day not in days_off(day.year)


def is_weekend(day: date) -> bool:
    """Whether it is a Saturday or a Sunday, whatever the calendar says about it."""
    return day.weekday() >= SATURDAY


def working_day_after(day: date, number: int) -> date:
    """The working day that is ``number`` (from 1) after ``day``; ``day`` itself never counts."""
    working = (later for step in count(1) if is_working(later := day + step * DAY))
    return next(islice(working, number - 1, None))


@cache
def is_published(year: int) -> bool:
    """Whether the government's decree on the days off of this year is known, so that the calendar is final."""
    from holidays.countries.russia import RussiaStaticHolidays

    return year <= max(RussiaStaticHolidays.special_public_holidays)


@cache
def days_off(year: int) -> frozenset[date]:
    """All days of a year on which offices do not work, weekends included."""
    return _published(year) if is_published(year) else _statutory(year)


def _published(year: int) -> frozenset[date]:
    # The package loads all its countries, 60–100 ms: only when a deadline in working days is first asked for.
    from holidays import country_holidays

    calendar = country_holidays("RU", years=year)
    off = frozenset(day for day in _days_of(year) if not calendar.is_working_day(day))
    return off | _LACKING.get(year, frozenset())


def _statutory(year: int) -> frozenset[date]:
    """Weekends, holidays, and for a holiday on a weekend the next working day (article 112, part 2).

    That part leaves out 1–8 January, whose two days off go where the decree says.
    """
    off = {day for day in _days_of(year) if is_weekend(day)}
    off.update(date(year, month, day) for month, day in _NEW_YEAR_HOLIDAYS)
    for month, number in _OTHER_HOLIDAYS:
        day = date(year, month, number)
        while day in off:
            day += DAY
        off.add(day)
    return frozenset(off)


def _days_of(year: int) -> Iterator[date]:
    first = date(year, 1, 1)
    return (first + step * DAY for step in range((date(year, 12, 31) - first).days + 1))
