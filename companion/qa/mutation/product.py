"""The running product as mutation sees it: its modules, which of them use which, their constants and memories."""

import ast
import sys
from functools import _lru_cache_wrapper, cache
from graphlib import TopologicalSorter
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import companion
from companion.rules import all_rules
from companion.text.lemmas import readings, trade_words
from companion.text.lexicon_examples import list_examples
from companion.text.matching import all_phrases

READERS = ("companion.text.phrases", "companion.text.word_patterns", "companion.text.dates.vocabulary")
"""They read the word lists, not drafts."""
PACKAGE = Path(companion.__file__).resolve().parent
_TEXT = "companion.text."
_NOT_THE_PRODUCT = ("companion.qa", "companion.cli", "companion.service")
_KEPT = frozenset(
    f"companion.{name}"
    for name in (
        "text.phrases",
        "text.matching",
        "text.lemmas",
        "rules",
        "expectation.calendar",
    )
)
"""What these remember no mutant changes, or its trial sees to it."""


@cache
def product_modules() -> dict[str, ModuleType]:
    """All modules of the product that a check needs, by name."""
    all_rules()
    all_phrases()
    return {
        name: module
        for name, module in sorted(sys.modules.items())
        if name.partition(".")[0] == "companion" and not name.startswith(_NOT_THE_PRODUCT)
    }


@cache
def in_order() -> tuple[str, ...]:
    """The modules that understand text, each behind those that it uses."""
    names = [name for name in product_modules() if name.startswith(_TEXT)]
    return tuple(TopologicalSorter({name: sorted(_imported(name) & {*names}) for name in sorted(names)}).static_order())


@cache
def used_by(name: str) -> frozenset[str]:
    """The text modules that use a module, directly or by others."""
    users: set[str] = set()
    for other in in_order():
        if _imported(other) & {name, *users}:
            users.add(other)
    return frozenset(users)


def names_of(value: object) -> list[tuple[ModuleType, str]]:
    """The modules of the product that hold a value, each with the value's name there."""
    modules = product_modules().values()
    return [(module, name) for module in modules for name, held in vars(module).items() if held is value]


def file_of(name: str) -> str:
    """The module's file below the package: «text/dates/numeric.py»."""
    return _path(name).relative_to(PACKAGE).as_posix()


@cache
def constants_of(name: str) -> tuple[str, ...]:
    """The names that a module itself gives to values, in the order of its source."""
    body = _tree(name).body
    targets = [target for node in body if isinstance(node, ast.Assign) for target in node.targets]
    targets += [node.target for node in body if isinstance(node, ast.AnnAssign)]
    return tuple(dict.fromkeys(target.id for target in targets if isinstance(target, ast.Name)))


def executed_again(name: str) -> dict[str, Any]:
    """What the module's names would stand for if it were imported now; the module itself stays as it is."""
    names: dict[str, Any] = {
        "__name__": name,
        "__package__": sys.modules[name].__package__,
        "__file__": str(_path(name)),
    }
    exec(_code(name), names)  # noqa: S102  our own module, from its own file
    return names


def forget(*, words: bool = False) -> None:
    """Clears what functions of the product remember; ``words``: also of which words a form may be."""
    for memory in memories():
        memory.cache_clear()
    if words:
        readings.cache_clear()
        trade_words.cache_clear()
        all_phrases().forget_words()


@cache
def memories() -> "tuple[_lru_cache_wrapper[Any], ...]":
    """What a function remembers of a text or of a word list, found before anything takes the function's place."""
    return tuple(
        value
        for name, module in product_modules().items()
        if name not in _KEPT
        for value in vars(module).values()
        if isinstance(value, _lru_cache_wrapper) and value.__module__ == name and value is not list_examples
    )


@cache
def _imported(name: str) -> frozenset[str]:
    nodes = ast.walk(_tree(name))
    return frozenset(node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module is not None)


@cache
def _tree(name: str) -> ast.Module:
    return ast.parse(_path(name).read_text(encoding="utf-8"))


@cache
def _code(name: str) -> CodeType:
    return compile(_tree(name), _path(name), "exec")


def _path(name: str) -> Path:
    return Path(str(sys.modules[name].__file__)).resolve()
