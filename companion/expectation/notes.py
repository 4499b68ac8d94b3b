"""What of the calendar moved a deadline, in words for the seller."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from companion.expectation.calendar import DAY, SATURDAY, is_published, is_weekend, is_working

_MONTHS = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
_WORKING_WEEKEND = ("рабочая суббота", "рабочее воскресенье")


def calendar_notes(sent: date, due: date) -> Iterator[str]:
    """Holidays and working weekends after the day of sending up to ``due``, then years without a final calendar.

    An ordinary weekend needs no word. Both days as counted in Moscow.
    """
    days = [sent + step * DAY for step in range(1, (due - sent).days + 1)]
    for working, group in groupby(days, is_working):
        run = list(group)
        yield from _working_weekends(run) if working else _holidays(run)
    for year in sorted({day.year for day in days}):
        if not is_published(year):
            yield f"Календарь на {year} год предварительный"


def _working_weekends(run: list[date]) -> Iterator[str]:
    for day in run:
        if is_weekend(day):
            yield f"{_named(day)} — {_WORKING_WEEKEND[day.weekday() - SATURDAY]}"


def _holidays(run: list[date]) -> Iterator[str]:
    if all(is_weekend(day) for day in run):
        return
    first, last = run[0], run[-1]
    while not is_working(first - DAY):  # sent in the middle of the holidays: name them whole
        first -= DAY
    if first == last:
        yield f"{_named(first)} — выходной"
    elif first.month == last.month:
        yield f"{first.day}–{_named(last)} — выходные"
    else:
        yield f"с {_named(first)} по {_named(last)} — выходные"


def _named(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"
