"""Time without a day: months, quarters, years, the last weeks. It says roughly when, so a date is not missing."""

import re
from collections.abc import Iterator

from companion.positions import Cover, Span
from companion.text.dates.near import near
from companion.text.dates.vocabulary import ENDS, beginning, either, forms, table

_UNITS = either(table("relative")["units"])
_COUNTS = either(table("numerals")["words"], table("numerals")["unclear"])
_AFTER_ZA = either(table("periods")["after_za"])
_YEAR = re.compile(r"20[0-9]{2}(?:-(?:0[1-9]|1[0-2])(?![\w/.-])|(?:-?(?:й|го|м))? ?(?:г(?![^\W_])|год))")
_MONTH_AND_YEAR = re.compile(r"[./]20[0-9]{2}(?![\w/-]|[.,][0-9])")
_MONTH_BEFORE = re.compile(r"(?<![\w.,/-])(?:0?[1-9]|1[0-2])$")
_ALONE = re.compile(r"(?<![\w.,/-])")
_ON_WEEKDAY = re.compile(rf"во? {either(table('weekdays')['words'])}{ENDS}")
_PERIOD = re.compile(either(table("periods")["words"]) + ENDS)
# A piece of text that stands in it, and the pattern, which is tried at the beginnings of words.
_PATTERNS = (
    (" числ", re.compile(rf"(?<![\w.,/-])[0-9]{{1,2}}(?:-?(?:е|му|м))? числ[аоуе]?{ENDS}")),
    ("-", re.compile(r"(?:к|по) [0-9]{1,2}-(?:е|му)(?= и |[.,;)\n]|$)")),
    (" числ", re.compile(r"[а-я]{3,}(?:ого|ых|его) числа")),
    ("числа ", re.compile(r"числа [0-9]{1,2}(?![0-9])")),
    (
        "го",
        re.compile(
            rf"(?<![\w.,/№-])(?:0?[1-9]|[12][0-9]|3[01])-?о?го(?![^\W_])(?! {either(table('counted')['words'])}{ENDS})"
        ),
    ),
    ("последн", re.compile(rf"последн[а-я]+ (?:(?:[0-9]{{1,3}}|{_COUNTS}) )?{_UNITS}{ENDS}")),
    (
        "за ",
        re.compile(rf"за (?:(?:[0-9]{{1,3}}|{_COUNTS}) )?{_AFTER_ZA}{ENDS}(?! до)"),
    ),
    *((beginning(forms([weekday])), _ON_WEEKDAY) for weekday in table("weekdays")["words"]),
    *((word.rstrip("*"), _PERIOD) for word in forms(table("periods")["words"])),
)
_BACK = 20


def vague_dates(lower: str, months: list[Span], known: Cover) -> tuple[Span, ...]:
    """The vague dates of a text, in order; nothing that overlaps what is ``known``."""
    found = {*months, *(_years(lower) if "20" in lower else ())}
    for piece, pattern in _PATTERNS:
        if piece in lower:
            found.update(Span(*match.span()) for _, match in near(lower, (piece,), pattern, back=_BACK))
    return tuple(sorted(span for span in found if not known.overlaps(span)))


def _years(lower: str) -> Iterator[Span]:
    for match in _YEAR.finditer(lower):
        if _ALONE.search(lower, match.start(), match.start()):
            yield Span(*match.span())
    for match in _MONTH_AND_YEAR.finditer(lower):
        month = _MONTH_BEFORE.search(lower, max(0, match.start() - 2), match.start())
        if month is not None:
            yield Span(month.start(), match.end())
