"""A regular expression that can be exchanged while the product runs, and remembers what it was asked."""

import re
from collections import defaultdict
from collections.abc import Callable, Set
from typing import Any, NamedTuple

from companion.qa.mutation.notebook import Notebook, Texts

_ASKED = frozenset(("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn"))
"""The methods of a pattern that look at a text."""


class Call(NamedTuple):
    """One question to a pattern."""

    method: str
    given: tuple[Any, ...]
    named: tuple[tuple[str, Any], ...]


class Watched:
    """Stands in the product's modules for a compiled pattern."""

    def __init__(self, pattern: re.Pattern[str], notebook: Notebook) -> None:
        self.original = pattern
        self.now = pattern
        self._notebook = notebook
        self.calls: defaultdict[Call, Texts] = defaultdict(set)
        """Per call the texts in whose check it was made."""
        self._answers: dict[Call, object] = {}

    def __getattr__(self, name: str) -> Any:
        """What a compiled pattern has; its questions are remembered while a text is being checked."""
        found = getattr(self.now, name)
        return found if self._notebook.text is None or name not in _ASKED else self._noting(name, found)

    def _noting(self, method: str, ask: Callable[..., Any]) -> Callable[..., Any]:
        def noting(*given: Any, **named: Any) -> Any:
            self._notebook.note(self.calls[Call(method, given, tuple(sorted(named.items())))])
            return ask(*given, **named)

        return noting

    def texts_that_tell(self, other: re.Pattern[str], among: Set[int]) -> set[int]:
        """Of some texts those in whose check another pattern would have answered something else."""
        told: set[int] = set()
        for call, texts in self.calls.items():
            asked = texts & among - told
            if asked and self._answer(call) != _answer(other, call):
                told |= asked
        return told

    def _answer(self, call: Call) -> object:
        if call not in self._answers:
            self._answers[call] = _answer(self.original, call)
        return self._answers[call]


def _answer(pattern: re.Pattern[str], call: Call) -> object:
    """What a pattern answers, in a form that can be compared: every group's place in every match."""
    answer = getattr(pattern, call.method)(*call.given, **dict(call.named))
    if call.method == "finditer":
        return [match.regs for match in answer]
    return answer.regs if isinstance(answer, re.Match) else answer
