"""Days in digits with other marks than points: 12.XI.2026, 12,11,2026, 12 11 2026."""

import re
from collections.abc import Iterator

from companion.positions import Span
from companion.text.dates.calendar import exists
from companion.text.dates.mention import Mention

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
# A Cyrillic «х» stands for the Latin one. «12.x» is a version: one letter needs a year behind it.
_ROMAN_DAY = re.compile(
    r"(?<![\w./№#-])(?P<day>[0-9]{1,2})(?P<mark>[./-])(?P<month>[ivxх]{1,4})"
    r"(?:(?P=mark)(?P<year>(?:20)?[0-9]{2}))?(?![^\W_г]|[./-][^\W_])"
)
_ROMAN_LETTER = re.compile(r"[./-][ivxх]")
_SPELLED = re.compile(
    r"(?<![\w.,№#:/-])(?<![0-9] )(?P<day>[0-3][0-9])(?P<mark>[, ])(?P<month>[01][0-9])(?P=mark)(?P<year>20[0-9]{2})"
    r"(?![^\W_г]|[ .,:/-][0-9])(?! ?(?:руб|р\b|₽|шт|кг|г\b(?!\.)|т\b))"
)


def unusual_mentions(lower: str) -> Iterator[Mention]:
    """Every such day that the calendar has."""
    found = list(_ROMAN_DAY.finditer(lower)) if _ROMAN_LETTER.search(lower) else []
    for match in (*found, *(_SPELLED.finditer(lower) if "20" in lower else ())):
        month = match["month"].replace("х", "x")
        number = int(month) if month.isdigit() else _ROMAN.index(month) + 1 if month in _ROMAN else 0
        if not number or (len(month) == 1 and match["year"] is None):
            continue
        year = None if match["year"] is None else int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
        if exists(int(match["day"]), number, year):
            span = Span(*match.span())
            yield Mention(span, span, int(match["day"]), number, year, certain=False)
