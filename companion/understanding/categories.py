"""The category that a text or a topic belongs to, with the words that decided it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from companion.positions import Span
from companion.report import Category
from companion.text.problems import MAIN_CATEGORIES, MainCategory, Problem
from companion.text.written import FieldText

_STRONG, _LEANING, _WEAK, _MOST_WEAK = 3, 2, 1, 3
_AHEAD = 2
"""So many points more than the next make a category clear."""


@dataclass(frozen=True, slots=True)
class TextCategory:
    """The category that a text clearly belongs to, and the words that decided it."""

    category: MainCategory
    words: str


class Categories:
    """How much of a text, or of a part of it, speaks for each category."""

    def __init__(self, text: FieldText, problems: Sequence[Problem], within: Span | None = None) -> None:
        self._text = text
        self._within = within or text.all
        self._problems = [problem for problem in problems if problem.found.span.inside(self._within)]
        self.scores = {category: self._score(category) for category in MAIN_CATEGORIES}

    def clear(self) -> TextCategory | None:
        """The category of a named problem that leads; None when it is unclear or the text fits several."""
        return self._leading(_STRONG)

    def likely(self) -> TextCategory | None:
        """Two words of one area and none of another are enough; what was charged for goods is about money."""
        charged = any(problem.claimed and problem.kind.category and problem.kind.money for problem in self._problems)
        if charged and self._ranked()[0][0] in ("finance", "logistics"):
            return self._named("finance")
        return self._leading(2 * _WEAK)

    def hinted(self) -> TextCategory | None:
        """As ``likely``; where all else is silent, one word of an area."""
        (first, most), (_, second) = self._ranked()
        return self._named(first) if most and not second else self.likely()

    def leading(self) -> MainCategory | None:
        """The one category that has more points than every other."""
        (first, most), (_, second) = self._ranked()
        return first if most > second else None

    def _ranked(self) -> list[tuple[MainCategory, int]]:
        return sorted(self.scores.items(), key=lambda pair: -pair[1])[:2]

    def _score(self, category: MainCategory) -> int:
        """A named problem 3, one that leans to the category 2, words of the area 1 each and 3 at the most."""
        strong = {problem.kind.name for problem in self._problems if problem.kind.category == category}
        leaning = any(problem.kind.leans == category for problem in self._problems)
        weak = {self._text.words[hit].lower[:5] for hit in self._area(category)}
        return _STRONG * len(strong) + _LEANING * leaning + _WEAK * min(len(weak), _MOST_WEAK)

    def _area(self, category: MainCategory) -> list[int]:
        hits = self._text.found(f"areas.{category}")
        first = bisect_left(hits, self._within.start, key=lambda hit: hit.span.start)
        last = bisect_right(hits, self._within.end, key=lambda hit: hit.span.end)
        return [hit.first for hit in hits[first:last]]

    def _leading(self, least: int) -> TextCategory | None:
        (first, most), (_, second) = self._ranked()
        if most < least or most < second + _AHEAD:
            return None
        return self._named(first)

    def _named(self, first: MainCategory) -> TextCategory:
        named = (p.found.span for p in self._problems if first in (p.kind.category, p.kind.leans))
        span = next(named, None) or self._text.words[self._area(first)[0]].span
        return TextCategory(first, span.of(self._text.view.text))


def subject_category(subject: FieldText) -> Category | None:
    """The category of a topic or a menu path: the first part that names one; None when none does."""
    start = 0
    for part in subject.view.lower.split(" > "):
        end = start + len(part)
        for category in (*MAIN_CATEGORIES, "other"):
            if any(start <= found.span.start < end for found in subject.found(f"topics.{category}")):
                return category  # type: ignore[return-value]
        start = end + 3
    return None
