"""Days told by their distance from today: «вчера», «три дня назад», «в прошлую пятницу», «третий месяц», «недавно»."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from companion.positions import Cover, Span
from companion.text.dates.beside import dated, told_since
from companion.text.dates.durations import durations
from companion.text.dates.exact import Resolved
from companion.text.dates.model import RelativeDate
from companion.text.dates.near import near
from companion.text.dates.vocabulary import ENDS, either, places, table, word_list
from companion.text.dates.weekdays import WEEKDAYS

_WORDS = table("relative")
_DAYS: dict[str, int] = _WORDS["days"]
_DAILY: dict[str, int] = _WORDS["daily"]
_DAY, _DAY_ADJECTIVE = either(_DAYS), rf"(?P<daily>{either(_DAILY)})[а-я]{{2,3}}"
_COUNTS = places(table("numerals")["words"], 1)
_COUNT = rf"[0-9]{{1,3}}|{either(_COUNTS)}"
_ROUGH = either(table("numerals")["unclear"], table("numerals")["genitive"], ("некоторое", "какое-то"))
_ABOUT = either(_WORDS["about_so"])
_PAST, _THIS, _NEXT, _THAT = (either(_WORDS[key]) for key in ("past", "this", "next", "that"))
_SPANS, _YEARS = either(_WORDS["spans"]), either(_WORDS["years"])
_WEEKDAY = either(table("weekdays")["words"], table("weekdays")["short"])
_IN = "(?:в|на|с|со|за|до|к|от|по)"
_AGO_UNIT = either(_WORDS["units"], _WORDS["ago"], _WORDS["halves"])
_BIOGRAPHY = either(table("biography")["words"])
# «До сегодняшнего дня» says no more than «до сих пор».
_NOT_SO_FAR = r"(?<!\bна )(?<!\bпо )(?!(?<=\bдо )сегодняшн)"
_HABITS = word_list("habits")
_EXACT_UNITS = ("дн", "ден", "сут", "нед")
_FARTHEST = 366
_CLOSE = 4
"""Characters between two names of one day: a comma, a bracket, «г.»."""


class _Match(NamedTuple):
    """Where a pattern fits, and the day that it means as of ``today``."""

    lower: str
    match: re.Match[str]
    today: date


def _none(_found: _Match) -> None:
    return None


def _shifted(found: _Match) -> date | None:
    word = found.match["day"]
    return None if found.match["more"] else found.today + timedelta(days=_DAYS[word])


def _daily(found: _Match) -> date:
    return found.today + timedelta(days=_DAILY[found.match["daily"]])


def _third_day(found: _Match) -> date:
    """«Третьего дня» is an old word for «позавчера»."""
    return found.today - timedelta(days=2)


def _ago(found: _Match) -> date | None:
    """Days and weeks are meant exactly; months, years and «около» roughly."""
    match = found.match
    count, unit = match["count"] or "", match["unit"]
    if match["about"] or match["rough"] or match["inverted"] or match["working"] or not unit.startswith(_EXACT_UNITS):
        return None
    number = int(count) if count.isdigit() else _COUNTS.get(count, 1)
    days = number * (7 if unit.startswith("нед") else 1)
    return found.today - timedelta(days=days) if days <= _FARTHEST else None


def _weekday(found: _Match) -> date | None:
    """«В прошлый понедельник» said on a Wednesday may be this week's or the one before: None."""
    match, today = found.match, found.today
    back = today.weekday() - WEEKDAYS[match["weekday"]]
    if match["past"] and not match["past"].startswith("поза") and back <= 0:
        return today - timedelta(days=back + 7)
    return today - timedelta(days=back) if match["this"] else None


def _last(match: re.Match[str], today: date) -> date | None:
    """The last such day before today of a weekday that nothing says more about."""
    groups = match.groupdict()
    if not groups.get("weekday") or groups["past"] or groups["this"] or groups["next"]:
        return None
    return today - timedelta(days=(today.weekday() - WEEKDAYS[groups["weekday"]] - 1) % 7 + 1)


def _once(lower: str, match: re.Match[str]) -> bool:
    """False for a timetable: «каждый понедельник», «в субботу и воскресенье не работает»."""
    if match["range"] or not (match["in"] or match["of"] or match["past"] or match["this"]):
        return False
    line = lower.rfind("\n", 0, match.start()) + 1
    words = re.findall(r"[^\W_]+", lower[max(line, match.start() - 40) : match.start()])
    words += re.findall(r"[^\W_]+", lower[match.end() : match.end() + 20])[:1]
    return not any(_HABITS.has(word) for word in words)


def _always(_lower: str, _match: re.Match[str]) -> bool:
    return True


class _Pattern(NamedTuple):
    """``anchors``: pieces of text of which one stands in every phrase of the pattern, which begins with a word."""

    anchors: tuple[str, ...]
    pattern: re.Pattern[str]
    value: Callable[[_Match], date | None] = _none
    holds: Callable[[str, re.Match[str]], bool] = _always
    back: int = 24


_PATTERNS = (
    _Pattern(
        ("вчера", "сегодн", "седня", "севодня", "завтра"),
        re.compile(rf"(?P<with>со? )?(?P<day>{_DAY})(?<!на сегодня)(?P<more>-{_DAY})?{ENDS}"),
        _shifted,
        back=16,
    ),
    _Pattern(
        ("вчерашн", "сегодняшн", "завтрашн"),
        re.compile(
            rf"(?P<with>со? )?{_NOT_SO_FAR}{_DAY_ADJECTIVE} "
            rf"(?:день|дн[яюе]|днем|числ[ао]|числом|дат[аыуе]|датой){ENDS}"
        ),
        _daily,
    ),
    _Pattern(("вчерашн", "сегодняшн", "завтрашн"), re.compile(rf"{_NOT_SO_FAR}{_DAY_ADJECTIVE}{ENDS}")),
    _Pattern(
        ("назад",),
        re.compile(
            rf"(?P<about>{_ABOUT} )?(?:(?:(?P<count>{_COUNT})|(?P<rough>{_ROUGH})) )?"
            rf"(?P<working>рабоч[а-я]+ |календарн[а-я]+ )?(?P<unit>{_AGO_UNIT})"
            rf"(?P<inverted> (?:{_COUNT}))? (?:тому )?назад{ENDS}"
        ),
        _ago,
        back=48,
    ),
    _Pattern(
        ("шл", "шедш", "минувш"),
        re.compile(rf"(?:{_IN} )?{_PAST} {either(_WORDS['spans'], _WORDS['years'], _WORDS['seasons'])}{ENDS}"),
    ),
    _Pattern(("недел", "месяц", "квартал"), re.compile(rf"{_IN} (?:{_THIS}|{_THAT}|{_NEXT}) {_SPANS}{ENDS}")),
    _Pattern((" год",), re.compile(rf"{_IN} (?:{_THAT}|{_NEXT}) {_YEARS}{ENDS}")),
    _Pattern(
        tuple(sorted({day[:5] if len(day) > 2 else f" {day}" for day in WEEKDAYS})),
        re.compile(
            rf"(?P<in>во? )?(?P<of>(?P<with>со )|(?:с|до|к|ко|на|от|после|за) )?"
            rf"(?:(?:(?P<past>{_PAST})|(?P<this>{_THIS})|(?P<next>{_NEXT})) )?(?P<weekday>{_WEEKDAY})"
            rf"(?P<range>(?: и | и в |-| по | на | до ){_WEEKDAY}| обитания| разработки)?{ENDS}"
        ),
        _weekday,
        _once,
    ),
    _Pattern(
        ("третьего дня",),
        re.compile(
            rf"(?<!с )(?<!со )(?<!до )(?<!после )(?<!от )(?<!течение )(?<!конца )третьего дня{ENDS}"
            r"(?! (?:после|хран|с |со |просроч|работ|акци|размещ|прием))"
        ),
        _third_day,
    ),
    _Pattern(
        ("выходн", "праздник"),
        re.compile(rf"(?:на|в|за|после|с) (?:{_THIS} )?{either(_WORDS['rest'])}{ENDS}"),
    ),
    _Pattern(
        ("недел", "месяц"),
        re.compile(
            rf"(?:с|в|к) {either(_WORDS['parts'])} (?:(?:{_THIS}|{_THAT}|{_PAST}) )?"
            rf"{either(_WORDS['spans'])}{ENDS}"
        ),
    ),
    _Pattern(
        ("дав", "на днях", "намедни", "надысь", "прошлогодн"),
        re.compile(rf"(?<!как ){either(_WORDS['recently'])}{ENDS}(?! (?:уже |мы |я )?{_BIOGRAPHY}{ENDS})"),
    ),
)


def relative_dates(lower: str, today: date, days: Resolved) -> tuple[RelativeDate, ...]:
    """The relative dates of a text, in order; none inside an exact date with its weekday."""
    found: list[RelativeDate] = []
    taken = Cover(days.extents)
    for candidate in sorted(_candidates(lower, today, days), key=lambda found: (found.span.start, -found.span.end)):
        if not taken.overlaps(candidate.span) and (not found or found[-1].span.end <= candidate.span.start):
            found.append(candidate)
    return tuple(found)


def _candidates(lower: str, today: date, days: Resolved) -> Iterator[RelativeDate]:
    known = days.extents
    for anchors, pattern, value, holds, back in _PATTERNS:
        for _, match in near(lower, anchors, pattern, back=back):
            if holds(lower, match):
                told = _relative(match, value(_Match(lower, match, today)))
                last = _last(match, today)
                beside = _again(told, last, days) or dated(lower, told.span, known, computed=told.value is not None)
                yield replace(told, dated=beside, last=last)
    for duration in durations(lower):
        beside = dated(lower, duration.span, known, computed=False)
        since = not duration.ordinal and told_since(lower, duration.span, known)
        yield RelativeDate(duration.span, dated=beside or since)


def _again(told: RelativeDate, last: date | None, days: Resolved) -> bool:
    """A weekday that stands beside a date elsewhere means that date; «20.11.2026, в прошлую пятницу» says one twice."""
    if last is not None and last.weekday() in days.weekdays:
        return True
    return any(day.value == told.value and 0 <= told.span.start - day.span.end <= _CLOSE for day in days.exact)


def _relative(match: re.Match[str], value: date | None) -> RelativeDate:
    """The span with «со», which becomes «с»; without the other prepositions where a date takes its place."""
    groups = match.groupdict()
    start = match.start()
    if value is not None and groups.get("of") and not groups.get("with"):
        start = match.end("of")
    whole = groups.get("of") if value is None else None
    return RelativeDate(Span(start, match.end()), value, "с " if groups.get("with") else whole or "")
