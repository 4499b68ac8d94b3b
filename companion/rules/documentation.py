"""A rule's docstring as documentation: the page behind «Почему?» and the entry in the catalogue."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from companion.draft import FieldName
from companion.report import Severity
from companion.rules.rule import Rule

_PARTS = re.compile(
    r"(?P<title>.+?)\.?\n\s*Что ищет: (?P<looks_for>.+?)\s*Почему мешает: (?P<why>.+?)\s*Как исправить: (?P<how>.+)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Documentation:
    """The four parts of a rule's docstring, each one paragraph of plain Russian."""

    title: str
    looks_for: str
    why: str
    how: str


class CatalogueEntry(BaseModel):
    """One rule in the catalogue. The examples are texts as a seller might write them.

    ``severity`` is the one in force (of a rule that is off, its own), ``own_severity`` the one it is delivered with.
    On those of ``known_gaps`` the rule is known to be wrong today: it speaks where it should not, or is silent.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    severity: Severity
    own_severity: Severity
    enabled: bool
    field: FieldName
    title: str
    looks_for: str
    why: str
    how: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    near_miss: tuple[str, ...]
    known_gaps: tuple[str, ...] = ()

    @classmethod
    def of(
        cls, rule: Rule, severity: Severity | None, documented: Documentation, shown: Mapping[str, tuple[str, ...]]
    ) -> "CatalogueEntry":
        """One entry from a rule, its severity in force (None: it is off), documentation and examples as text."""
        return cls(
            id=rule.id,
            severity=severity or rule.severity,
            own_severity=rule.severity,
            enabled=severity is not None,
            field=rule.field,
            title=documented.title,
            looks_for=documented.looks_for,
            why=documented.why,
            how=documented.how,
            bad=shown["bad"],
            good=shown["good"],
            near_miss=shown["near_miss"],
            known_gaps=shown["known_gaps"],
        )


class Catalogue(BaseModel):
    """All rules of one ruleset, ordered by id."""

    model_config = ConfigDict(frozen=True)

    ruleset: str
    rules: tuple[CatalogueEntry, ...]


def document(docstring: str, rule_id: str) -> Documentation:
    """Splits a docstring into its parts; raises ``ValueError`` when one is missing: such a rule does not build."""
    match = _PARTS.match(docstring)
    if match is None:
        raise ValueError(f"{rule_id}: the docstring needs a title, «Что ищет», «Почему мешает» and «Как исправить»")
    return Documentation(**{name: _sentence(part) for name, part in match.groupdict().items()})


def _sentence(part: str) -> str:
    line = " ".join(part.split())
    return line[0].upper() + line[1:]
