"""A weekday that stands right beside a day: «в четверг 12 ноября», «12.11.2026 (чт)»."""

import re
from dataclasses import dataclass

from companion.positions import Span
from companion.text.dates.mention import Mention
from companion.text.dates.vocabulary import BEGINS, ENDS, either, forms, places, table

WEEKDAYS = places(table("weekdays")["words"]) | places(table("weekdays")["short"])
"""Per form its day of the week, Monday 0."""

_ANY = either(table("weekdays")["words"], table("weekdays")["short"])
_NAMED = frozenset(table("weekdays")["short"]) | {forms([weekday])[0] for weekday in table("weekdays")["words"]}
_BEFORE = re.compile(
    rf"(?:{BEGINS}(?P<in>во? ))?{BEGINS}(?<![-/])(?P<day>{_ANY})(?:(?<![^\W_]{{3}})\.)?"
    r"(?P<gap>,? (?:- |от )?|,? ?\(|\) )$"
)
_AFTER = re.compile(rf"(?P<open> ?\(|,? - |, ?| )(?P<in>во? )?(?P<day>{_ANY}){ENDS}(?![-/][^\W_])(?P<close>\.?\))?")
_SETTLED = re.compile(r"[.,;:!?)\n]|$| (?:в |около |с )?[0-9]{1,2}[:.][0-9]{2}")
"""What may follow a weekday that belongs to the day before it."""
_LISTED = re.compile(rf"(?:, | и )(?:во? )?{_ANY}{ENDS}(?!,? [0-9])")
_BACK = 24


@dataclass(frozen=True, slots=True)
class Beside:
    """A weekday beside a day: 0 is Monday, None one that may belong to another day.

    ``removable`` is what goes when the weekday goes, where the rest stays right.
    """

    weekday: int | None
    span: Span
    removable: Span | None
    bracket: bool = False


def weekday_before(lower: str, mention: Mention) -> Beside | None:
    """The weekday right before a day."""
    at = mention.span.start
    if not _named_in(lower[max(0, at - _BACK) : at]):
        return None
    match = _BEFORE.search(lower, max(0, at - _BACK), at)
    if match is None:
        return None
    whole = "(" not in match["gap"] and ")" not in match["gap"]
    return Beside(WEEKDAYS[match["day"]], Span(*match.span("day")), Span(match.start(), at) if whole else None)


def weekday_after(lower: str, mention: Mention) -> Beside | None:
    """The weekday right behind a day, unless it may begin something new: «12.11, в пятницу обещали ответ»."""
    at = mention.extent.end
    match = _AFTER.match(lower, at) if _named_in(lower[at : at + _BACK]) else None
    if match is None:
        return None
    bracket = "(" in match["open"]
    # «18, 19 и 20 ноября, в среду, четверг и пятницу»: a list of weekdays is that of several days.
    if _LISTED.match(lower, match.end()):
        return None
    if not bracket and _SETTLED.match(lower, match.end()) is None:
        return None
    if not bracket and match["in"] is None and match["day"] not in _NAMED:
        return None
    end = match.end("close") if match["close"] else match.end("day")
    if match["open"].startswith(",") and lower[end : end + 1] == ",":
        end += 1
    removable = None if bracket and not match["close"] else Span(match.start(), end)
    span = Span(match.start("day"), match.end("close") if match["close"] else match.end("day"))
    return Beside(WEEKDAYS[match["day"]], span, removable, bracket)


def _named_in(near: str) -> bool:
    """A quick look, for most days have no weekday beside them."""
    return any(word.strip(".,()-") in WEEKDAYS for word in near.split())
