"""Whether one text holds two problems of different categories, the second introduced as another one."""

import re
from collections.abc import Iterator, Sequence

from companion.positions import Span
from companion.text.problems import MainCategory, Problem
from companion.text.word_patterns import word_set
from companion.text.written import FieldText
from companion.understanding.categories import Categories

_ITEM = re.compile(r"[^\w\s«\"(]{0,3} ?(?:[0-9]{1,2}[.)]|[-–—•*]) ?(?![0-9])")


def second_problem(text: FieldText, problems: Sequence[Problem], requests: Sequence[Span]) -> Span | None:
    """Where the other problem stands: its words, or the words that introduce it; None when there is but one."""
    return _told_apart(text, problems, requests) or _introduced(text, problems) or _counted(text, problems)


def _told_apart(text: FieldText, problems: Sequence[Problem], requests: Sequence[Span]) -> Span | None:
    """Parts that the author has told apart («Во-вторых», «Ещё вопрос», a numbered line), of two categories.

    Where no ordinal word says it, each part has to ask or claim something: steps of one problem do not.
    """
    same = {found.sentence for found in text.found("speech.same")}
    ordinal = bool(text.found("speech.ordinal"))
    known: set[MainCategory] = set()
    for start, part in _parts(text):
        category = Categories(text, problems, part).leading()
        asks = ordinal or any(request.inside(part) for request in requests)
        asks = asks or any(p.claimed and p.kind.category == category and p.found.span.inside(part) for p in problems)
        if category is None or not asks:
            continue
        if known - {category} and text.sentence_number(part.start) not in same:
            named = (p.found.span for p in problems if p.found.span.inside(part) and p.kind.category == category)
            return next(named, start)
        known.add(category)
    return None


def _parts(text: FieldText) -> Iterator[tuple[Span, Span]]:
    """Each part with the words that begin it, the first from the start of the text."""
    numbered = [line for line in text.sentences if _ITEM.match(text.view.text, line.start)]
    begun = [line for line in numbered if len(numbered) > 1]
    begun += [found.span for found in text.found("speech.another", "speech.ordinal")]
    if text.found("speech.counted"):
        begun += [line for line in text.sentences if text.view.text[line.start - 1 : line.start] == "\n"]
        begun += [line for line in text.sentences if _begins_with_number(text, line)]
    # Of two beginnings in one sentence («И ещё просьба из другой оперы») the first counts.
    starts = list({text.sentence_number(start.start): start for start in sorted(begun, reverse=True)}.values())[::-1]
    if not starts:
        return
    yield starts[0], Span(0, starts[0].start)
    ends = [start.start for start in starts[1:]] + [text.all.end]
    yield from ((start, Span(start.start, end)) for start, end in zip(starts, ends, strict=True))


def _begins_with_number(text: FieldText, sentence: Span) -> bool:
    """«Второй: почему …»."""
    first = next(iter(text.words_in(sentence)), None)
    return first is not None and first.lower in word_set("speech.number_of_part")


def _counted(text: FieldText, problems: Sequence[Problem]) -> Span | None:
    """Claims of two categories where the author says that they are several: «у меня три беды»."""
    if not text.found("speech.counted"):
        return None
    claimed = [problem for problem in problems if problem.claimed and problem.kind.category]
    return next((p.found.span for p in claimed if p.kind.category != claimed[0].kind.category), None)


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
