"""What an identifier is, and what the number field can hold."""

from dataclasses import dataclass
from typing import Literal

from companion.positions import Span
from companion.report import ReferenceKind

Fault = Literal["writing", "placeholder", "phone", "date", "barcode", "digits", "words"]
"""Why something in the number field is malformed: ``writing`` is a known identifier written otherwise."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """One identifier of contract §6: its value normalised, its place without keyword or «№»."""

    kind: ReferenceKind
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Malformed:
    """What is wrong in the number field; ``value`` is what it should be, where that is certain."""

    fault: Fault
    span: Span
    value: str | None = None


@dataclass(frozen=True, slots=True)
class ReferenceField:
    """What stands in the number field."""

    blank: bool
    identifiers: tuple[Identifier, ...]
    malformed: tuple[Malformed, ...]

    @property
    def usable(self) -> bool:
        """True when it holds at least one known identifier, however it is written."""
        return bool(self.identifiers)
