"""Days of the calendar: which exist, which is meant without a year, and how to say so in Russian."""

from calendar import monthrange
from datetime import date

from companion.text.dates.vocabulary import forms, table

_WITHIN = tuple(forms([month])[-1] for month in table("months")["words"])
_WEEKDAYS = tuple(forms([weekday])[0] for weekday in table("weekdays")["words"])


def exists(day: int, month: int, year: int | None) -> bool:
    """True when there is such a day; without a year, when any year has it."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(2024 if year is None else year, month)[1]


def nearest(day: int, month: int, now: date) -> date:
    """The nearest such day not after ``now``: 29 February is that of the last leap year."""
    year = now.year
    while not exists(day, month, year) or date(year, month, day) > now:
        year -= 1
    return date(year, month, day)


def why_not(day: int, month: int, year: int | None) -> str:
    """Why there is no such day: «в ноябре 30 дней»."""
    if not 1 <= month <= 12:
        return f"месяца с номером {month} нет"
    if not 1 <= day <= 31:
        return f"дня с номером {day} нет"
    days = monthrange(2024 if year is None else year, month)[1]
    of_year = f" {year} года" if month == 2 and year is not None else ""
    return f"в {_WITHIN[month - 1]}{of_year} {days} {'день' if days % 10 == 1 else 'дней'}"


def weekday_name(day: date) -> str:
    """«четверг»."""
    return _WEEKDAYS[day.weekday()]
