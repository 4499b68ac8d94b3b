"""Notes which text a question was asked for: of a pattern, or of a word list.

What a function remembers would hide the questions behind its answer. So they are noted with the answer, and count
again for every text that gets it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

Texts = set[int]
"""The numbers of the texts that a question was asked for."""


class Notebook:
    """Writes while ``text`` is the number of a text that is being checked."""

    def __init__(self) -> None:
        self.text: int | None = None
        self._open: list[dict[int, Texts]] = []

    def note(self, texts: Texts) -> None:
        """Adds the text at hand to those of a question."""
        if self.text is not None:
            texts.add(self.text)
            for questions in self._open:
                questions[id(texts)] = texts

    def remembering(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """A function with a memory, whose questions are noted each time that it answers. Its memory is empty now."""
        asked: dict[Any, dict[int, Texts]] = {}

        def remembering(*given: Any, **named: Any) -> Any:
            key = (given, tuple(sorted(named.items())))
            if self.text is None:
                return function(*given, **named)
            if key in asked:
                for texts in asked[key].values():
                    self.note(texts)
                return function(*given, **named)
            with self._noting() as asked[key]:
                return function(*given, **named)

        return remembering

    @contextmanager
    def _noting(self) -> Iterator[dict[int, Texts]]:
        questions: dict[int, Texts] = {}
        self._open.append(questions)
        try:
            yield questions
        finally:
            self._open.pop()
