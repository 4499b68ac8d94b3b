"""What is wrong in ``settings.toml``: where and why, in Russian for people and in English for the log."""

from collections.abc import Sequence
from typing import NamedTuple


class Mistake(NamedTuple):
    """One mistake. ``line`` counts from 1; None when it is the file as a whole.

    ``reason`` is Russian and may quote the file; ``cause`` is English and quotes nothing.
    """

    line: int | None
    reason: str
    cause: str

    @property
    def told(self) -> str:
        """«строка 7: …»."""
        return f"строка {self.line}: {self.reason}" if self.line else self.reason

    @property
    def logged(self) -> str:
        """The same for the log."""
        return f"line {self.line}: {self.cause}" if self.line else self.cause


def summary(name: str, mistakes: Sequence[Mistake]) -> str:
    """The first mistake and how many more there are, as one Russian line: «settings.toml, строка 7: …»."""
    more = f" Ещё ошибок: {len(mistakes) - 1}." if len(mistakes) > 1 else ""
    return f"{name}, {mistakes[0].told}.{more}"
