"""The published production calendars of the five-day week, written out: what the calendar of the product must say.

Sources of the table: the government decrees on moving days off (for 2025 No. 1335 of 4 October 2024, for 2026 No. 1466
of 24 September 2025) and article 112 of the Labour Code, compared with the published production calendars of 2025 and
2026 (247 working days, 118 days off each). For 2027 the decree's own text was not at hand: its three moves are those
that two independent collections of the decrees agree on (the project xmlcalendar, edition of 2 September 2026, and the
package ``holidays``, which names the decree's page in a copy of 19 September 2026). The table was made from the first
of them, not from the package under test; the moves beside it come from the decrees, and each proves the other.
"""

from datetime import date
from functools import cache

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
"""Per year and month the days off."""


@cache
def published(year: int) -> frozenset[date]:
    """All days off of a year, weekends included."""
    months = enumerate(DAYS_OFF[year], start=1)
    return frozenset(date(year, month, int(day)) for month, days in months for day in days.split())
