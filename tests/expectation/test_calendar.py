"""The working calendar, day by day.

Sources of the table: the government decrees on moving days off (for 2025 No. 1335 of 4 October 2024, for 2026 No. 1466
of 24 September 2025) and article 112 of the Labour Code, compared with the published production calendars of 2025 and
2026 (247 working days, 118 days off each). For 2027 the decree's own text was not at hand: its three moves are those
that two independent collections of the decrees agree on (the project xmlcalendar, edition of 2 September 2026, and the
package ``holidays``). The table was made from the first of them, not from the package under test.
"""

from datetime import date

import pytest

from companion.expectation.calendar import DAY, days_off, is_published, is_weekend, is_working, working_day_after

DAYS_OFF = {
    2025: (
        "1 2 3 4 5 6 7 8 11 12 18 19 25 26",
        "1 2 8 9 15 16 22 23",
        "1 2 8 9 15 16 22 23 29 30",
        "5 6 12 13 19 20 26 27",
        "1 2 3 4 8 9 10 11 17 18 24 25 31",
        "1 7 8 12 13 14 15 21 22 28 29",
        "5 6 12 13 19 20 26 27",
        "2 3 9 10 16 17 23 24 30 31",
        "6 7 13 14 20 21 27 28",
        "4 5 11 12 18 19 25 26",
        "2 3 4 8 9 15 16 22 23 29 30",
        "6 7 13 14 20 21 27 28 31",
    ),
    2026: (
        "1 2 3 4 5 6 7 8 9 10 11 17 18 24 25 31",
        "1 7 8 14 15 21 22 23 28",
        "1 7 8 9 14 15 21 22 28 29",
        "4 5 11 12 18 19 25 26",
        "1 2 3 9 10 11 16 17 23 24 30 31",
        "6 7 12 13 14 20 21 27 28",
        "4 5 11 12 18 19 25 26",
        "1 2 8 9 15 16 22 23 29 30",
        "5 6 12 13 19 20 26 27",
        "3 4 10 11 17 18 24 25 31",
        "1 4 7 8 14 15 21 22 28 29",
        "5 6 12 13 19 20 26 27 31",
    ),
    2027: (
        "1 2 3 4 5 6 7 8 9 10 16 17 23 24 30 31",
        "6 7 13 14 21 22 23 27 28",
        "6 7 8 13 14 20 21 27 28",
        "3 4 10 11 17 18 24 25",
        "1 2 3 8 9 10 15 16 22 23 29 30",
        "5 6 12 13 14 19 20 26 27",
        "3 4 10 11 17 18 24 25 31",
        "1 7 8 14 15 21 22 28 29",
        "4 5 11 12 18 19 25 26",
        "2 3 9 10 16 17 23 24 30 31",
        "4 5 6 7 13 14 20 21 27 28",
        "4 5 11 12 18 19 25 26 31",
    ),
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
    published = {
        date(year, month, int(day)) for month, days in enumerate(DAYS_OFF[year], start=1) for day in days.split()
    }
    assert [day for day in days_of(year) if is_working(day) == (day in published)] == []


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
