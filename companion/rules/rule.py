"""What a rule is: its identity, its function, its documentation and its examples."""

import dataclasses
from collections.abc import Callable, Generator
from dataclasses import dataclass

from companion.draft import FieldName
from companion.positions import Span
from companion.reading import Reading
from companion.report import Applicability, Severity

WHOLE = Span(0, 0)
"""The span of a finding about a whole or an empty field."""


@dataclass(frozen=True, slots=True)
class Change:
    """Replace a span (of the field's ``View.text``) by a text."""

    field: FieldName
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Remedy:
    """A fix before its positions are converted. ``safe`` only when the meaning cannot change."""

    title: str
    changes: tuple[Change, ...]
    applicability: Applicability = "ask"


@dataclass(frozen=True, slots=True)
class Hit:
    """One finding: a span of the field's ``View.text`` (``WHOLE`` for the field itself) and a short polite message.

    ``field`` is where the finding stands, when it is not the rule's own field.
    """

    span: Span
    message: str
    remedies: tuple[Remedy, ...] = ()
    field: FieldName | None = None


@dataclass(frozen=True, slots=True)
class Spared:
    """A candidate that the rule looked at and let pass, and why, in short Russian: «вчера» — «рядом стоит дата»."""

    span: Span
    reason: str
    field: FieldName | None = None


Finding = Generator[Hit | Spared, None, str | None]
"""What a rule does with a reading: it yields what it looked at, and returns why it had nothing (more) to look at.

The reason, in short Russian («о событии не рассказано»), counts where nothing was yielded.
"""
Find = Callable[[Reading], Finding]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``find`` is pure: the same reading gives the same finding."""

    id: str
    field: FieldName
    severity: Severity
    find: Find
    on_empty: bool = dataclasses.field(default=False, kw_only=True)
    """Whether it speaks while the description is empty."""

    @property
    def group(self) -> str:
        """The part of the id before the dot."""
        return self.id.partition(".")[0]


def rule(identifier: str, *, field: FieldName, severity: Severity, on_empty: bool = False) -> Callable[[Find], Rule]:
    """Declares the decorated function as the rule with this id of contract §4."""

    def declare(find: Find) -> Rule:
        return Rule(identifier, field, severity, find, on_empty=on_empty)

    return declare
