"""The regular expressions of ``companion.text``, each exchangeable, and the mutants of what is written by hand."""

import inspect
import re
from collections.abc import Callable, Iterator
from functools import cache
from types import ModuleType
from typing import Any, NamedTuple

from companion.qa.mutation.lexicon_mutants import is_pattern
from companion.qa.mutation.mutant import Mutant, PatternChange, named
from companion.qa.mutation.notebook import Notebook
from companion.qa.mutation.product import READERS, constants_of, file_of, in_order, names_of, product_modules
from companion.qa.mutation.regex_parts import RegexPart, regex_parts
from companion.qa.mutation.watched import Watched


class Place(NamedTuple):
    """Where a regular expression stands: its file, and the constant that it is or belongs to."""

    file: str
    name: str


class Patterns:
    """Every compiled pattern of the text modules, watched. Made once in a process, before anything is checked."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self.written: list[tuple[Watched, Place]] = []
        """Those that a module's constants hold."""
        self.made: list[tuple[Watched, Callable[[], re.Pattern[str]]]] = []
        """Those that a function makes of a list when they are first needed, with the way to make them again."""
        self._known: dict[int, Watched] = {}
        modules = product_modules()
        # The readers' own tests hold their patterns, and what they make of a list is the list's.
        for name in (name for name in in_order() if name not in READERS):
            for constant in constants_of(name):
                for pattern in _patterns_in(vars(modules[name])[constant]):
                    self._watch(pattern, Place(file_of(name), constant))
        for module in modules.values():
            self._exchange(module)
        for name in in_order():
            self._watch_makers(modules[name])

    def mutants(self, made_of_lists: frozenset[str], only: str) -> Iterator[Mutant]:
        """The mutants of the patterns whose file or name begins so.

        What the given pieces of source make up is mutated in the lists.
        """
        for number, (watched, place) in enumerate(self.written):
            if not named(place.file, place.name, only):
                continue
            source = watched.original.pattern
            covered = _covered(source, made_of_lists)
            for part in regex_parts(source):
                if not _of_a_list(part, covered) and is_pattern(part.left):
                    yield Mutant(
                        file=place.file,
                        listed=place.name,
                        kind=part.kind,
                        source=source,
                        dropped=source[part.start : part.end],
                        at=part.start,
                        change=PatternChange(number, part.left),
                    )

    def _watch(self, pattern: re.Pattern[str], place: Place) -> None:
        if id(pattern) not in self._known:
            self._known[id(pattern)] = Watched(pattern, self._notebook)
            self.written.append((self._known[id(pattern)], place))

    def _exchange(self, module: ModuleType) -> None:
        for name, value in list(vars(module).items()):
            exchanged = _exchanged(value, self._known)
            if exchanged is not value:
                setattr(module, name, exchanged)

    def _watch_makers(self, module: ModuleType) -> None:
        """Functions that compile a list's pattern when it is first needed give a watched one wherever they are used."""
        for value in list(vars(module).values()):
            made = getattr(value, "__wrapped__", None)
            if made is None or value.__module__ != module.__name__:
                continue
            if inspect.signature(made).return_annotation == re.Pattern[str]:
                maker = self._watched_maker(made)
                for user, alias in names_of(value):
                    setattr(user, alias, maker)

    def _watched_maker(self, made: Callable[..., re.Pattern[str]]) -> Callable[..., Watched]:
        @cache
        def maker(*given: Any) -> Watched:
            watched = Watched(made(*given), self._notebook)
            self.made.append((watched, lambda: made(*given)))
            return watched

        return maker


def _patterns_in(value: object) -> Iterator[re.Pattern[str]]:
    match value:
        case re.Pattern():
            yield value
        case tuple() | list():
            for item in value:
                yield from _patterns_in(item)
        case dict():
            for item in value.values():
                yield from _patterns_in(item)


def _exchanged(value: Any, known: dict[int, Watched]) -> Any:
    """The value with watched patterns in place of compiled ones; the same object when it holds none."""
    match value:
        case re.Pattern():
            return known.get(id(value), value)
        case tuple() | list():
            items = [_exchanged(item, known) for item in value]
            if all(new is old for new, old in zip(items, value, strict=True)):
                return value
            return value._make(items) if hasattr(value, "_make") else type(value)(items)
        case dict():
            entries = {key: _exchanged(item, known) for key, item in value.items()}
            return value if all(entries[key] is value[key] for key in value) else entries
    return value


def _covered(source: str, pieces: frozenset[str]) -> list[tuple[int, int]]:
    """Where pieces of source stand in a pattern."""
    found = []
    for piece in pieces:
        at = source.find(piece)
        while at >= 0:
            found.append((at, at + len(piece)))
            at = source.find(piece, at + 1)
    return found


def _of_a_list(part: RegexPart, covered: list[tuple[int, int]]) -> bool:
    """True inside what a list makes up; a whole list as one of several alternatives was written by hand."""
    for start, end in covered:
        inside = start <= part.start and part.end <= end
        if inside and (part.kind != "alternative" or (part.start, part.end) != (start, end)):
            return True
    return False
