"""Whether one text holds two problems of different categories, the second introduced as another one."""

import re
from collections.abc import Iterator, Sequence

from companion.positions import Span
from companion.text.problems import Problem
from companion.text.written import FieldText
from companion.understanding.categories import Categories

_ITEM = re.compile(r"(?:[0-9]{1,2}[.)]|[-–—•*]) ?(?![0-9])")
_CATEGORIES_APART = 2
"""More categories than this are several problems without any word that says so."""


def second_problem(text: FieldText, problems: Sequence[Problem]) -> Span | None:
    """Where the other problem stands: its words, or the words that introduce it; None when there is but one."""
    return _listed(text, problems) or _apart(text, problems) or _introduced(text, problems)


def _listed(text: FieldText, problems: Sequence[Problem]) -> Span | None:
    """Parts that the author has told apart («Во-вторых», «Другой вопрос», a numbered line), of two clear categories."""
    starts = sorted({start.start: start for start in _parts(text)}.values())
    if not starts:
        return None
    ends = [start.start for start in starts[1:]] + [text.all.end]
    parts = [Span(0, starts[0].start), *(Span(start.start, end) for start, end in zip(starts, ends, strict=True))]
    known = None
    for number, part in enumerate(parts):
        likely = Categories(text, problems, part).likely()
        if likely is None:
            continue
        if known and known != likely.category:
            named = (p.found.span for p in problems if p.found.span.inside(part) and p.claimed and p.kind.category)
            return next(named, starts[number - 1])
        known = known or likely.category
    return None


def _parts(text: FieldText) -> Iterator[Span]:
    """The words that begin a part. A first numbered line alone begins none: before it stands a heading."""
    numbered = [line for line in text.sentences if _ITEM.match(text.view.text, line.start)]
    yield from (Span(line.start, line.end) for line in numbered if len(numbered) > 1)
    yield from (found.span for found in text.found("speech.another"))


def _apart(text: FieldText, problems: Sequence[Problem]) -> Span | None:
    first_of = {p.kind.category: p for p in reversed(problems) if p.claimed and p.kind.category}
    if len(first_of) <= _CATEGORIES_APART or text.found("speech.same"):
        return None
    return sorted(problem.found.span for problem in first_of.values())[1]


def _introduced(text: FieldText, problems: Sequence[Problem]) -> Span | None:
    """A named problem before and one of another category right after «также», «ещё»."""
    known = [problem for problem in problems if problem.claimed and problem.kind.category]
    same = {found.sentence for found in text.found("speech.same")}
    for also in text.found("speech.also"):
        before = {problem.kind.category for problem in known if problem.found.span.end <= also.span.start}
        for problem in known:
            near = problem.found.span.start >= also.span.start and problem.found.sentence - also.sentence in (0, 1)
            if near and problem.found.sentence not in same and before - {problem.kind.category}:
                return problem.found.span
    return None
