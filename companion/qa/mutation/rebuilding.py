"""The product with a word list changed: the modules that read the list are executed again."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, NamedTuple

from companion.qa.mutation.list_readers import ListReaders, Table
from companion.qa.mutation.patterns import Patterns
from companion.qa.mutation.product import constants_of, executed_again, product_modules
from companion.qa.mutation.watched import Watched

_Exchange = tuple[Watched, re.Pattern[str]]


class DoesNotBuild(Exception):
    """A module could not be imported with its list as it is now."""


class Effect(NamedTuple):
    """What has become another: patterns, and whether any other constant."""

    exchanged: tuple[_Exchange, ...]
    others: bool


@contextmanager
def rebuilt(table: Table, patterns: Patterns, readers: ListReaders) -> Iterator[Effect]:
    """The product as it is with the list as it is now; afterwards as it was. Raises ``DoesNotBuild``."""
    exchanged: list[_Exchange] = []
    replaced: list[tuple[ModuleType, str, Any]] = []
    try:
        for name in readers.modules(table):
            _rebuild(name, exchanged, replaced)
        for watched, make in patterns.made:
            _exchange(exchanged, [(watched, _made(make))])
        yield Effect(tuple(exchanged), bool(replaced))
    finally:
        for module, constant, before in reversed(replaced):
            setattr(module, constant, before)
        for watched, _ in exchanged:
            watched.now = watched.original


def _rebuild(name: str, exchanged: list[_Exchange], replaced: list[tuple[ModuleType, str, Any]]) -> None:
    names = _made(lambda: executed_again(name))
    module = product_modules()[name]
    for constant in constants_of(name):
        before, now = vars(module)[constant], names[constant]
        exchanges = _exchanges(before, now)
        if exchanges is not None:
            _exchange(exchanged, exchanges)
            continue
        for user in product_modules().values():
            if vars(user).get(constant) is before:
                replaced.append((user, constant, before))
                setattr(user, constant, now)


def _exchange(exchanged: list[_Exchange], exchanges: list[_Exchange]) -> None:
    for watched, pattern in exchanges:
        if pattern != watched.original:
            exchanged.append((watched, pattern))
            watched.now = pattern


def _made(make: Any) -> Any:
    try:
        return make()
    except Exception as error:  # whatever fails, the product would not start
        raise DoesNotBuild from error


def _exchanges(before: Any, now: Any) -> list[_Exchange] | None:
    """The patterns of a constant with those that take their place; None when more than patterns has changed."""
    if isinstance(before, Watched):
        return [(before, now)] if isinstance(now, re.Pattern) else [] if now is before else None
    if isinstance(before, tuple | list) and isinstance(now, tuple | list) and len(before) == len(now):
        return _of_all(zip(before, now, strict=True))
    if isinstance(before, dict) and isinstance(now, dict) and list(before) == list(now):
        return _of_all((before[key], now[key]) for key in before)
    # Classes and functions are made anew every time, and so are the values of such classes.
    same = callable(before) or before == now or (type(before) is not type(now) and repr(before) == repr(now))
    return [] if same else None


def _of_all(pairs: Iterator[tuple[Any, Any]] | Any) -> list[_Exchange] | None:
    found: list[_Exchange] = []
    for before, now in pairs:
        exchanges = _exchanges(before, now)
        if exchanges is None:
            return None
        found += exchanges
    return found
