"""Who reads which word list: modules when they are imported, functions while a draft is checked."""

import inspect
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Any

from companion.qa.mutation.notebook import Notebook, Texts
from companion.qa.mutation.product import (
    READERS,
    executed_again,
    forget,
    in_order,
    memories,
    names_of,
    used_by,
)
from companion.text import phrases
from companion.text.lemmas import readings

Table = tuple[str, str]
"""Lexicon and table."""


class _Noted(Mapping[str, Any]):
    """The tables of a lexicon, which note that they are read."""

    def __init__(self, name: str, tables: Mapping[str, Any], note: Callable[[Table], object]) -> None:
        self._name = name
        self._tables = tables
        self._note = note

    def __getitem__(self, table: str) -> Any:
        self._note((self._name, table))
        return self._tables[table]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)


class ListReaders:
    """Which modules make constants of a list, which texts have it read, and what is made of lists in patterns."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._importing: defaultdict[Table, list[str]] = defaultdict(list)
        self.texts: defaultdict[Table, Texts] = defaultdict(set)
        """Per list the texts in whose check a function reads it."""
        self.everywhere: set[Table] = set()
        """The lists by which every word is read."""
        forget()
        pieces: set[str] = set()
        with _pieces_noted(pieces.add):
            for name in in_order():
                self._execute(name)
        self.pieces = frozenset(piece for piece in pieces if "|" in piece or "(?" in piece)
        with noted(self.everywhere.add):
            forget(words=True)
            readings("слово")

    def modules(self, table: Table) -> tuple[str, ...]:
        """The modules that a change of the list may change, each behind those that it uses."""
        reading = self._importing[table]
        users = {user for name in reading for user in used_by(name)}
        return tuple(name for name in in_order() if name in reading or name in users)

    @contextmanager
    def noting(self) -> Iterator[None]:
        """Notes the lists that are read for a text."""
        forget()
        with ExitStack() as stack:
            stack.enter_context(noted(lambda table: self._notebook.note(self.texts[table])))
            for memory in memories():
                for module, name in names_of(memory):
                    stack.enter_context(set_to(module, name, self._notebook.remembering(memory)))
            yield

    def _execute(self, name: str) -> None:
        forget()
        with noted(lambda table: self._importing[table].append(name)):
            executed_again(name)


@contextmanager
def noted(note: Callable[[Table], object]) -> Iterator[None]:
    """Every reading of a table of a lexicon by the product is noted."""
    lexicon = phrases.lexicon

    def noting(name: str) -> _Noted:
        return _Noted(name, lexicon(name), note)

    with ExitStack() as stack:
        for module, name in names_of(lexicon):
            stack.enter_context(set_to(module, name, noting))
        yield


@contextmanager
def _pieces_noted(note: Callable[[str], object]) -> Iterator[None]:
    """Every piece of a pattern that the readers of lists make is noted."""
    with ExitStack() as stack:
        for name in READERS:
            module = sys.modules[name]
            for function_name, function in list(vars(module).items()):
                made_here = getattr(function, "__module__", None) == name and callable(function)
                if made_here and function_name[0] != "_" and inspect.signature(function).return_annotation is str:
                    stack.enter_context(set_to(module, function_name, _noting_result(function, note)))
        yield


def _noting_result(function: Callable[..., str], note: Callable[[str], object]) -> Callable[..., str]:
    def noting(*given: Any) -> str:
        piece = function(*given)
        note(piece)
        return piece

    return noting


@contextmanager
def set_to(module: Any, name: str, value: object) -> Iterator[None]:
    """Sets an attribute of a module for a while."""
    before = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, before)
