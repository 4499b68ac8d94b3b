"""The working calendar, day by day.

The table is `tests/support/production_calendar.py`.
"""

from datetime import date

import pytest

from companion.expectation.calendar import DAY, days_off, is_published, is_weekend, is_working, working_day_after
from tests.support.production_calendar import DAYS_OFF, published

HOLIDAYS = (*((1, day) for day in range(1, 9)), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4))
"""Labour Code, article 112, part 1."""
DECREES = {
    # From a day that would be off to a day that is off instead.
    2025: {"01-04": "05-02", "01-05": "12-31", "02-23": "05-08", "03-08": "06-13", "11-01": "11-03"},
    2026: {"01-03": "01-09", "01-04": "12-31"},
    2027: {"01-02": "11-05", "01-03": "12-31", "02-20": "02-22"},
}
WORKING_DAYS_BY_MONTH = {
    2025: (17, 20, 21, 22, 18, 19, 23, 21, 22, 23, 19, 22),
    2026: (15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22),
    2027: (15, 19, 22, 22, 19, 21, 22, 22, 22, 21, 20, 22),
}
WORKING_DAYS = {
    # The yearly norm as the production calendars printed it.
    2013: 247,
    2014: 247,
    2015: 247,
    2016: 247,
    2017: 247,
    2018: 247,
    2019: 247,
    2020: 248,
    2021: 247,
    2022: 247,
    2023: 247,
    2024: 248,
    2025: 247,
    2026: 247,
    2027: 247,
}


def days_of(year: int) -> list[date]:
    return [date(year, 1, 1) + step * DAY for step in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]


@pytest.mark.parametrize("year", DAYS_OFF)
def test_every_day_is_as_in_the_production_calendar(year: int) -> None:
    off = published(year)
    assert [day for day in days_of(year) if is_working(day) == (day in off)] == []


@pytest.mark.parametrize("year", DAYS_OFF)
def test_the_table_is_what_the_labour_code_and_the_decrees_of_the_year_say(year: int) -> None:
    holidays = {date(year, month, day) for month, day in HOLIDAYS}
    moves = {
        date.fromisoformat(f"{year}-{old}"): date.fromisoformat(f"{year}-{new}") for old, new in DECREES[year].items()
    }
    off = {day for day in days_of(year) if is_weekend(day)} | holidays
    for holiday in sorted(holidays):
        # Part 2: a holiday on a weekend moves to the next working day, unless the decree says where; 1–8 January never.
        if is_weekend(holiday) and holiday not in moves and holiday > date(year, 1, 8):
            off.add(next(day for day in days_of(year) if day > holiday and day not in off))
    for old, new in moves.items():
        assert old in off
        assert new not in off, new
        off.add(new)
        # A weekend that is no holiday is worked.
        if old not in holidays:
            off.remove(old)
    assert off == published(year)


@pytest.mark.parametrize("year", WORKING_DAYS_BY_MONTH)
def test_every_month_has_its_norm_of_working_days(year: int) -> None:
    working = [day.month for day in days_of(year) if is_working(day)]
    assert tuple(working.count(month) for month in range(1, 13)) == WORKING_DAYS_BY_MONTH[year]


@pytest.mark.parametrize(("year", "norm"), WORKING_DAYS.items())
def test_every_year_has_its_norm_of_working_days(year: int, norm: int) -> None:
    assert sum(map(is_working, days_of(year))) == norm


def test_working_saturdays_are_working_days() -> None:
    saturdays = [day for year in (2024, 2025, 2026, 2027) for day in days_of(year) if is_weekend(day)]
    assert [day for day in saturdays if is_working(day)] == [
        *(date(2024, 4, 27), date(2024, 11, 2), date(2024, 12, 28)),
        date(2025, 11, 1),
        date(2027, 2, 20),
    ]


def test_the_calendars_up_to_2027_are_published_and_no_later_one_is_guessed() -> None:
    assert all(is_published(year) for year in range(2000, 2028))
    assert not is_published(2100)


@pytest.mark.skipif(is_published(2030), reason="the decree for 2030 is known now: choose a later year")
def test_a_year_without_a_decree_has_weekends_holidays_and_the_moves_that_the_law_itself_makes() -> None:
    assert {day for day in days_off(2030) if not is_weekend(day)} == {
        *(date(2030, 1, day) for day in (1, 2, 3, 4, 7, 8)),
        date(2030, 2, 25),  # 23 February 2030 is a Saturday, the only holiday of that year on a weekend
        *(date(2030, 3, 8), date(2030, 5, 1), date(2030, 5, 9), date(2030, 6, 12), date(2030, 11, 4)),
    }


def test_the_working_days_after_a_day_never_count_that_day() -> None:
    assert [working_day_after(date(2026, 11, 3), number) for number in (1, 2, 3)] == [
        *(date(2026, 11, 5), date(2026, 11, 6), date(2026, 11, 9)),
    ]


def test_a_later_working_day_lies_in_the_next_year() -> None:
    assert working_day_after(date(2025, 12, 30), 1) == date(2026, 1, 12)
