"""What can be dropped from one entry of a word list: an alternative, a form, a mood, an optional word.

Both languages of the lists are read here: that of phrases (``companion.text.phrases``), where a space divides words
and «|» divides the choices of one word, and that of words beside numbers, where «|» divides whole entries.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

PartKind = Literal["alternative", "form", "optional"]

ARROW = " → "
"""Between what is found and what is to be written instead."""
_INNERMOST = re.compile(r"\{[^{}]*\}|\([^()]*\)")
_OPENING = {"(": ")", "{": "}", "<": ">"}


class Part(NamedTuple):
    """A part ``start:end`` of a source that can go, with what stands from ``first`` to ``last``: its marks."""

    kind: PartKind
    start: int
    end: int
    first: int
    last: int

    def without(self, source: str) -> str:
        """The source when this part is gone."""
        return " ".join((source[: self.first] + source[self.last :]).split())


def phrase_parts(source: str) -> Iterator[Part]:
    """The parts of a phrase: «выплат{а,у}|деньги … (не пришл*|зависл*)», «сколько еще? можно», «=списать/прош+наст».

    What may be written instead, behind an arrow, has alternatives of several words: «нету → нет|не имеется».
    """
    wanted = source.partition(ARROW)[0]
    yield from _words(source, 0, len(wanted))
    if wanted != source:
        yield from _each("alternative", _split(source, len(wanted) + len(ARROW), len(source), "|"))


def word_parts(source: str) -> Iterator[Part]:
    """The parts of a word beside a number: «код{,а} (из|в) смс», «январ{я,ь}|янв»."""
    yield from _choices(source, 0, len(source))


def _words(source: str, start: int, end: int) -> Iterator[Part]:
    for first, last in _split(source, start, end, " "):
        if source[first:last].endswith("?"):
            yield Part("optional", first, last - 1, first, last)
            last -= 1
        yield from _choices(source, first, last)


def _choices(source: str, start: int, end: int) -> Iterator[Part]:
    choices = _split(source, start, end, "|")
    yield from _each("alternative", choices)
    for first, last in choices:
        yield from _inside(source, first, last)


def _inside(source: str, start: int, end: int) -> Iterator[Part]:
    """The parts of the brackets of one choice, and of the moods behind its slash."""
    at = start
    while at < end:
        closing = _closing(source, at, end)
        match source[at]:
            case "(":
                alternatives = _split(source, at + 1, closing, "|")
                yield from _each("alternative", alternatives)
                for first, last in alternatives:
                    yield from _words(source, first, last)
            case "{":
                yield from _each("form", _split(source, at + 1, closing, ","))
            case "/" if source[start] == "=":
                yield from _each("form", _split(source, at + 1, end, "+"))
        at = closing + 1


def _each(kind: PartKind, spans: list[tuple[int, int]]) -> Iterator[Part]:
    """Each of several spans, with the mark behind it, or before the last; a single one cannot go."""
    if len(spans) < 2:
        return
    for number, (start, end) in enumerate(spans):
        last = number == len(spans) - 1
        yield Part(kind, start, end, start - last, end + (not last))


def _split(source: str, start: int, end: int, mark: str) -> list[tuple[int, int]]:
    """The spans between marks that stand in no brackets."""
    spans, at, first = [], start, start
    while at < end:
        if source[at] == mark:
            spans.append((first, at))
            first = at + 1
        at = _closing(source, at, end) + 1
    return [*spans, (first, end)]


def _closing(source: str, at: int, end: int) -> int:
    """Where the bracket that opens here closes; the same place when none opens."""
    closing = source.find(_OPENING[source[at]], at, end) if source[at] in _OPENING else at
    return closing if closing >= 0 else end


def expansions(source: str) -> frozenset[str]:
    """All words that a word beside a number stands for; «*» stays."""
    found: set[str] = set()
    for first, last in _split(source, 0, len(source), "|"):
        found |= _expanded(source[first:last])
    return frozenset(found)


def _expanded(choice: str) -> set[str]:
    bracket = _INNERMOST.search(choice)
    if bracket is None:
        return {choice}
    before, after = choice[: bracket.start()], choice[bracket.end() :]
    parts = bracket.group()[1:-1].split("," if bracket.group()[0] == "{" else "|")
    return {word for part in parts for word in _expanded(before + part + after)}
