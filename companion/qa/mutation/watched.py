"""A regular expression that can be exchanged while the product runs, and remembers what it was asked."""

import re
from collections import defaultdict
from collections.abc import Iterator, Set
from typing import Any

Call = tuple[str, tuple[Any, ...]]
"""The method of a pattern and what it was given."""


class Watched:
    """Stands in the product's modules for a compiled pattern."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.original = pattern
        self.now = pattern
        self.text: int | None = None
        """The number of the text that is being checked, while what is asked is to be remembered."""
        self.calls: defaultdict[Call, set[int]] = defaultdict(set)
        """Per call the texts in whose check it was made."""
        self._answers: dict[Call, object] = {}

    def __getattr__(self, name: str) -> Any:
        """``pattern``, ``flags``, ``groupindex`` and whatever else a compiled pattern has."""
        return getattr(self.now, name)

    def search(self, *given: Any) -> re.Match[str] | None:
        """As ``re.Pattern.search``."""
        self._remember("search", given)
        return self.now.search(*given)

    def match(self, *given: Any) -> re.Match[str] | None:
        """As ``re.Pattern.match``."""
        self._remember("match", given)
        return self.now.match(*given)

    def fullmatch(self, *given: Any) -> re.Match[str] | None:
        """As ``re.Pattern.fullmatch``."""
        self._remember("fullmatch", given)
        return self.now.fullmatch(*given)

    def finditer(self, *given: Any) -> Iterator[re.Match[str]]:
        """As ``re.Pattern.finditer``."""
        self._remember("finditer", given)
        return self.now.finditer(*given)

    def findall(self, *given: Any) -> list[Any]:
        """As ``re.Pattern.findall``."""
        self._remember("findall", given)
        return self.now.findall(*given)

    def split(self, *given: Any) -> list[Any]:
        """As ``re.Pattern.split``."""
        self._remember("split", given)
        return self.now.split(*given)

    def sub(self, *given: Any) -> str:
        """As ``re.Pattern.sub``."""
        self._remember("sub", given)
        return self.now.sub(*given)

    def _remember(self, method: str, given: tuple[Any, ...]) -> None:
        if self.text is not None:
            self.calls[method, given].add(self.text)

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
    method, given = call
    answer = getattr(pattern, method)(*given)
    if method == "finditer":
        return [match.regs for match in answer]
    return answer.regs if isinstance(answer, re.Match) else answer
