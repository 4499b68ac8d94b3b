"""Time without a day: months, quarters, years, the last weeks. It says roughly when, so a date is not missing."""

import re

from companion.positions import Span
from companion.text.dates.cover import Cover
from companion.text.dates.vocabulary import BEGINS, ENDS, either, table

_UNITS = either(table("relative")["units"])
_COUNTS = either(table("numerals")["counts"], table("numerals")["unclear"])
# A piece of text that must stand there, and what is then looked for.
_PATTERNS = (
    ("20", re.compile(r"(?<![\w.,/-])20[0-9]{2}(?:-?(?:й|го|м))? ?(?:г(?![^\W_])|год)")),
    ("20", re.compile(r"(?<![\w.,/-])(?:0?[1-9]|1[0-2])[./]20[0-9]{2}(?![\w/-]|[.,][0-9])")),
    ("20", re.compile(r"(?<![\w.,/-])20[0-9]{2}-(?:0[1-9]|1[0-2])(?![\w/.-])")),
    ("числ", re.compile(rf"(?<![\w.,/-])[0-9]{{1,2}}(?:-?(?:го|е|му|м))? числ[аоуе]?{ENDS}")),
    ("-", re.compile(rf"{BEGINS}(?:с|до|к|по|от) [0-9]{{1,2}}-(?:го|ого|е|му)(?= (?:и|по|до) |[.,;)\n]|$)")),
    ("последн", re.compile(rf"{BEGINS}последн[а-я]+ (?:(?:[0-9]{{1,3}}|{_COUNTS}) )?{_UNITS}{ENDS}")),
    (
        "за ",
        re.compile(rf"{BEGINS}за (?:(?:[0-9]{{1,3}}|{_COUNTS}) )?(?:недел[юи]|месяц[аы]?|квартал|год){ENDS}(?! до)"),
    ),
)
_PERIODS = tuple(
    (word.rstrip("*"), re.compile(f"{BEGINS}{either([word])}{ENDS}")) for word in table("periods")["words"]
)


def vague_dates(lower: str, months: list[Span], known: Cover) -> tuple[Span, ...]:
    """The vague dates of a text, in order; nothing that overlaps what is ``known``."""
    found = [*months]
    for needed, pattern in (*_PATTERNS, *_PERIODS):
        if needed in lower:
            found += [Span(*match.span()) for match in pattern.finditer(lower)]
    return tuple(sorted(span for span in set(found) if not known.overlaps(span)))
