"""Days with the month as a word: 12 ноября 2026 года, с 3 по 7 ноября, двадцать второго ноября; months alone."""

import re
from collections.abc import Iterator
from datetime import date

from companion.positions import Span
from companion.text.dates.mention import Mention
from companion.text.dates.vocabulary import BEGINS, ENDS, beginning, either, forms, places, table

_BESIDE, _ALONE = table("months")["beside"], table("months")["words"]


_MONTHS = tuple(
    # The common beginning first: a text without it is not searched at all.
    (beginning(forms([beside, alone])), month, re.compile(either([beside], [alone]) + ENDS))
    for month, (beside, alone) in enumerate(zip(_BESIDE, _ALONE, strict=True), 1)
)
_BESIDE_FORMS = frozenset(forms(_BESIDE))
_ALONE_FORMS = frozenset(forms(_ALONE))

_ORDINAL_DAYS = places(table("ordinals")["words"], 1)
_DAY_WORDS = either(table("ordinals")["words"])
_ENDING = r"(?:-?(?:ого|ое|го|е))?"
_DAY = re.compile(rf"(?<![\w./№#])(?P<day>[0-9]{{1,2}}){_ENDING}(?: числа|[\"»])?[ -]?$")
_DAY_IN_WORDS = re.compile(rf"{BEGINS}(?P<day>{_DAY_WORDS}) $")
_JOINT = re.compile(r" ?- ?$|, ?$| и с $| (?:и|или|по|до|на) $")
_HEAD = re.compile(rf"(?<![\w./№#-])(?P<day>[0-9]{{1,2}}){_ENDING}$")
_HEAD_IN_WORDS = re.compile(rf"{BEGINS}(?P<day>{_DAY_WORDS})$")
_FROM = re.compile(rf"{BEGINS}(?:с|со|от) $")
_BACK, _BACK_IN_WORDS = 15, 32
_YEAR = re.compile(
    r"\.?(?P<dash>[ -]?)(?:(?P<four>(?:19|20)[0-9]{2})(?![0-9])|(?P<two>[0-9]{2})(?= ?г(?:од|(?![^\W_]))))"
    r"(?P<word> ?(?:г(?![^\W_])(?:\.(?![^\W_]))?|год[ау]?(?![^\W_])))?"
)
_UNIT = re.compile(rf" ?(?:{either(table('units')['words'])}{ENDS}|[0-9]|[.,][0-9])")
_OTHER_YEAR = re.compile(r" (?:(?P<last>прошлого)|(?:этого|текущего|сего)) года")
_NOMINATIVE = frozenset(form for form in forms(_ALONE) if form.endswith(("ь", "т", "й")))
_MOST_DAY = 39
_FAR = 20
"""A bare number behind a month is a year only when it is not farther than this from now."""


def written_mentions(lower: str, now: date) -> tuple[list[Mention], list[Span]]:
    """Every day with a month word, in order, and the months without a day."""
    days: list[Mention] = []
    alone: list[Span] = []
    for stem, month, pattern in _MONTHS:
        if stem not in lower:
            continue
        for match in pattern.finditer(lower):
            if match.start() and (lower[match.start() - 1].isalpha() or lower[match.start() - 1] == "_"):
                continue
            mentioned = list(_mentioned(lower, match, month, now))
            days += mentioned
            if not mentioned and match.group() in _ALONE_FORMS:
                alone.append(Span(*match.span()))
    return sorted(days, key=lambda day: day.span), sorted(alone)


def _mentioned(lower: str, match: re.Match[str], month: int, now: date) -> Iterator[Mention]:
    found = _before(lower, match.start(), _DAY, _DAY_IN_WORDS)
    if found is None or match.group() not in _BESIDE_FORMS:
        return
    day = _number(found)
    year, end, extent_end, counts = _year(lower, match.end(), now)
    # «31 сентябрь» may count something; the genitive and the abbreviations only follow a day.
    certain = day <= _MOST_DAY and (match.group() not in _NOMINATIVE or year is not None)
    span = Span(found.start(), end)
    tail = Mention(span, Span(found.start(), extent_end), day, month, year, certain=certain, year_counts=counts)
    yield from reversed(list(heads(lower, tail)))
    yield tail


def _before(lower: str, at: int, digits: re.Pattern[str], words: re.Pattern[str]) -> re.Match[str] | None:
    """The number right before ``at``; words are looked for only where an ordinal may end."""
    found = digits.search(lower, max(0, at - _BACK), at)
    if found is None and lower[at - 3 : at].strip().endswith(("е", "го")):
        found = words.search(lower, max(0, at - _BACK_IN_WORDS), at)
    return found


def _number(match: re.Match[str]) -> int:
    return int(match["day"]) if match["day"].isdigit() else _ORDINAL_DAYS[match["day"]]


def _year(lower: str, at: int, now: date) -> tuple[int | None, int, int, bool]:
    """The year, where the day with it ends, where what belongs to it ends, and whether it is written."""
    other = _OTHER_YEAR.match(lower, at)
    if other is not None:
        return now.year - bool(other["last"]), at, other.end(), False
    match = _YEAR.match(lower, at)
    if match is not None:
        year = int(match["four"] or 2000 + int(match["two"]))
        counted = match["word"] is None and (_UNIT.match(lower, match.end()) or abs(year - now.year) > _FAR)
        if not counted:
            end = match.start("word") if match["word"] else match.end()
            return year, end, match.end(), True
    dot = at + (lower[at : at + 1] == "." and lower[at + 1 : at + 2] == " " and lower[at + 2 : at + 3].islower())
    return None, at, dot, True


def heads(lower: str, tail: Mention) -> Iterator[Mention]:
    """The days before it that share its month, the last one first: «с 3 по 7 ноября», «3, 4 и 5 ноября»."""
    start, below, listed = tail.span.start, tail.day, False
    while True:
        between = _JOINT.search(lower, max(0, start - 5), start)
        match = _before(lower, between.start(), _HEAD, _HEAD_IN_WORDS) if between else None
        if between is None or match is None:
            return
        joint = between.group().strip()
        day = _number(match)
        if not 1 <= day < below or (joint == "," and not listed and below - day > 1):
            return
        if joint in ("по", "до", "на") and _FROM.search(lower, max(0, match.start() - 8), match.start()) is None:
            return
        span = Span(*match.span("day"))
        yield Mention(span, Span(match.start(), start), day, tail.month, tail.year, False, tail.year_counts)
        if joint not in ("и", "или", "и с", ","):
            return
        start, below, listed = match.start(), day, True
