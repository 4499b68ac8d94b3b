"""One mutant: what is dropped, where it stands, and how to have it gone for a while."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

from companion.text.phrases import lexicon

Kind = Literal["entry", "exception", "alternative", "form", "optional", "look-around", "anchor"]


@dataclass(frozen=True, slots=True)
class LexiconChange:
    """One entry of a list of a lexicon becomes ``new``, or goes when that is None.

    ``at`` is its place in the list, its number among the words of a text, or its key in a table.
    """

    lexicon: str
    table: str
    key: str
    at: int | str
    new: str | None

    @contextmanager
    def applied(self) -> Iterator[None]:
        """Changes the lexicon in memory, and back: whoever reads it meanwhile finds the entry changed."""
        table: dict[str, Any] = lexicon(self.lexicon)[self.table]  # type: ignore[assignment]  # a Mapping for all others
        whole = table[self.key]
        table[self.key] = self._changed(whole)
        try:
            yield
        finally:
            table[self.key] = whole

    def _changed(self, whole: Any) -> Any:
        match whole:
            case dict():
                return {self.new if key == self.at else key: value for key, value in whole.items()}
            case str():
                return " ".join(self._changed(whole.split()))
            case _:
                kept = [self.new if place == self.at else entry for place, entry in enumerate(whole)]
                return [entry for entry in kept if entry is not None]


@dataclass(frozen=True, slots=True)
class PatternChange:
    """The regular expression number ``pattern`` of ``Patterns`` becomes ``new``."""

    pattern: int
    new: str


@dataclass(frozen=True, slots=True)
class Mutant:
    """``file`` below the package, ``listed`` the list or the pattern in it, ``source`` the entry as it is written.

    ``at`` is where in the source the dropped part begins.
    """

    file: str
    listed: str
    kind: Kind
    source: str
    dropped: str
    at: int
    change: LexiconChange | PatternChange


def named(file: str, listed: str, beginning: str) -> bool:
    """True when the file below ``text/``, or the name of the list or pattern in it, begins so."""
    below = file.removeprefix("text/")
    return any(name.startswith(beginning) for name in (below, listed, f"{below}:{listed}"))
