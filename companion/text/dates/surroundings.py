"""What stands around digits: it tells a day from a clause, a version, a sum, a time or a measure."""

import re

from companion.positions import Span
from companion.text.dates.vocabulary import forms, table, word_list
from companion.text.word_patterns import PICTURE

JOINT = re.compile(r" ?(?:[-,;/]|и|или|по|до) ?")
"""What joins the numbers of two clauses: «пп. 4.12 и 10.11»."""

_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*|[№#§]")
_SIGNS = frozenset("№#§")
_NEXT = re.compile(r"\)? ?([^\W_]+|[₽$€¥%‰°*×=+])")
_OTHER_END = re.compile(
    r" ?(?:-|до|по|и|или) ?(?P<whole>[0-9]{1,7})[.,](?P<part>[0-9]{1,2})(?![.,/-]?[0-9])"
    r"\)? ?(?P<unit>[^\W_]+|[₽$€¥%‰°*×=+])?"
)
"""The end of a range of sums or measures: its unit speaks for both ends («от 31.11 до 45.99 рублей»)."""
_FROM = ("с", "от")
_TIMES = "*"
"""Counts too: «10.11 * 2». In a list this sign would stand for any ending."""
_VERSIONED = 2
"""How many words back «версия» still speaks about a number: «версия приложения 2.10»."""
_MEASURED = 6
_WINDOW, _NEAR = 60, 28
_MOST_DAY, _MOST_MONTH = 31, 12
_ABBREVIATED = 4
"""A full stop behind a longer word ends a sentence."""

_SHAPE_BLOCKED = word_list("shape_blocked")
_BARE_BLOCKED = word_list("bare_blocked")
_MEASURES = word_list("measured")
_CHANGED = word_list("changed")
_UNITS = word_list("units")
_PREPOSITIONS = word_list("prepositions")
_EVENTFUL = word_list("eventful")
_BEGINS = re.compile(rf"(?:^|[.!?\n{PICTURE}]) ?$", re.MULTILINE)
_LATIN = re.compile(r"[a-z]")
_WEEKDAYS = frozenset(forms((*table("weekdays")["words"], *table("weekdays")["short"])))
_CLOCK_BEFORE = frozenset(("в", "во"))
_CLOCK_AFTER = re.compile(r",? (?:в |с |около |до )?[0-9]{1,2}:[0-9]{2}|,? в [0-9]{1,2}(?:[.][0-9]{2}(?![0-9.])| час)")


class Surroundings:
    """The neighbours of one run of digits."""

    def __init__(self, lower: str, span: Span, extent: Span, *, joined: bool = False) -> None:
        """``joined``: a day stands before it, with «и», a comma or a dash between."""
        self._joined = joined
        self._lower = lower
        self._span = span
        self._extent = extent
        self._last = self._last_word()

    def _last_word(self) -> str:
        """The word right before it in its line; none where a comma, a bracket or the end of a sentence parts them."""
        near = self._lower[max(0, self._span.start - _NEAR) : self._span.start].rpartition("\n")[2]
        reached = near.rstrip(' .:(["«')
        word = reached.split(" ")[-1].lstrip('([{«",.;:') if reached else ""
        ends_sentence = "." in near[len(reached) :] and len(word) > _ABBREVIATED
        return "" if ends_sentence or not (word[-1:].isalnum() or word in _SIGNS) else word

    @property
    def _before(self) -> list[str]:
        """The words before the last one in its line, in order."""
        line = self._lower[max(0, self._span.start - _WINDOW) : self._span.start].rpartition("\n")[2]
        return _WORDS.findall(line)[:-1] if self._last else []

    @property
    def _next(self) -> str:
        match = _NEXT.match(self._lower, self._extent.end)
        return match.group(1) if match else ""

    @property
    def no_date(self) -> bool:
        """True behind «п.», «№», «версия» and the like, whatever the digits are."""
        return _SHAPE_BLOCKED.has(self._last)

    @property
    def counts(self) -> bool:
        """True before a unit: the number counts something; in a range the unit stands behind its end."""
        if self._next == _TIMES or _UNITS.has(self._next):
            return True
        end = _OTHER_END.match(self._lower, self._extent.end)
        if end is None:
            return False
        no_day = int(end["whole"]) > _MOST_DAY or int(end["part"]) > _MOST_MONTH
        return no_day or _UNITS.has(end["unit"] or "")

    @property
    def preposition(self) -> bool:
        """True behind «с», «от», a weekday: what follows is sooner a day than anything else."""
        return _PREPOSITIONS.has(self._last) or self._last in _WEEKDAYS

    @property
    def eventful(self) -> bool:
        """True where only a day makes sense: behind a preposition, «платёж», «сдали», at the start of a sentence."""
        if self._joined:
            return True
        begins = _BEGINS.search(self._lower, max(0, self._span.start - 2), self._span.start)
        return self.preposition or begins is not None or _EVENTFUL.has(self._last)

    def short_year(self, year: int, month: str, marks: str) -> bool:
        """True when two last digits may be a year: 12.11.26, 12/11/26; 12-11-26 only behind a preposition."""
        likely = 15 <= year <= 35 and len(month) == 2 and not self.counts and not _BARE_BLOCKED.has(self._last)
        return likely and (self.preposition or marks in ("..", "//"))

    def bare(self, *, spelled_out: bool) -> bool:
        """True when «12.11» without a year may be a day; ``spelled_out``: the day has two digits."""
        if self._last in _CLOCK_BEFORE or _BARE_BLOCKED.has(self._last) or _LATIN.search(self._last):
            return False
        if self._versioned or self._measured:
            return False
        return spelled_out or self.eventful or _CLOCK_AFTER.match(self._lower, self._extent.end) is not None

    @property
    def _versioned(self) -> bool:
        near = () if self.preposition else self._before[-_VERSIONED:]
        return any(_SHAPE_BLOCKED.has(word) for word in near)

    @property
    def _measured(self) -> bool:
        if not self.preposition:
            return False
        back = self._before
        # «цена выросла с 30.02 до 31.11»: what is said of the beginning of a range is said of its end.
        if len(back) > 2 and back[-3] in _FROM and back[-2].isdigit() and back[-1].isdigit():
            back = back[:-3]
        back = back[-_MEASURED:]
        return any(_MEASURES.has(word) for word in back) or bool(back and _CHANGED.has(back[-1]))
