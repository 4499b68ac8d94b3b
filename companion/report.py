"""What goes out: the report on one draft (contract §3, report). All offsets and lengths are UTF-16 code units."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from companion import API
from companion.draft import FieldName

Severity = Literal["error", "warning", "hint"]
Applicability = Literal["safe", "ask"]
Category = Literal["finance", "logistics", "assortment", "account", "other"]
Item = Literal["subject", "reference", "description", "dates", "request", "evidence", "tone"]
ItemStatus = Literal["done", "missing", "problem", "not_needed"]
Kind = Literal["urgent", "complex", "finance", "standard"]
ReferenceKind = Literal["posting", "order", "supply", "barcode", "return", "sku", "article", "ticket"]

CATEGORY_LABELS: dict[Category, str] = {
    "finance": "Финансы",
    "logistics": "Логистика",
    "assortment": "Ассортимент",
    "account": "Аккаунт",
    "other": "Другое",
}


class Outgoing(BaseModel):
    """Base of everything that goes out: immutable."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Edit(Outgoing):
    """Replace ``length`` units from ``offset`` of a field by ``text``."""

    field: FieldName
    offset: int
    length: int
    text: str


class Fix(Outgoing):
    """A change that the user can apply with one click; all its edits apply together."""

    title: str
    applicability: Applicability
    edits: tuple[Edit, ...]


class Suggestion(Outgoing):
    """One finding of one rule. A finding about a whole or an empty field has length 0 and ``matched`` ""."""

    key: str
    rule: str
    severity: Severity
    field: FieldName
    offset: int
    length: int
    matched: str
    message: str
    why: str
    fixes: tuple[Fix, ...] = ()


class ChecklistItem(Outgoing):
    """One line of what support needs."""

    item: Item
    label: str
    status: ItemStatus


class Readiness(Outgoing):
    """The checklist; ``score`` is per cent, ``ready`` means no error."""

    score: int
    ready: bool
    checklist: tuple[ChecklistItem, ...]


class Observed(Outgoing):
    """The seller's own answer times of this kind, in hours, from ``count`` answered tickets of the journal."""

    count: int
    median_hours: float
    p90_hours: float


class Expectation(Outgoing):
    """When an answer can be expected. ``earliest`` is a day, ``due`` a moment at +03:00, both ISO 8601."""

    kind: Kind
    label: str
    earliest: str | None
    due: str
    official: bool = False
    because: tuple[str, ...]
    observed: Observed | None = None


class ReferenceFact(Outgoing):
    """An identifier that was understood; ``value`` is normalised, the span is what stands in the text."""

    kind: ReferenceKind
    value: str
    field: FieldName
    offset: int
    length: int


class DateFact(Outgoing):
    """A full day; ``value`` is ISO 8601."""

    value: str
    text: str
    field: FieldName
    offset: int
    length: int


class AmountFact(Outgoing):
    """A sum of money; ``value`` has two decimals."""

    value: str
    currency: str
    text: str
    field: FieldName
    offset: int
    length: int


class Facts(Outgoing):
    """What the service has understood, shown to the user as chips."""

    category: Category
    references: tuple[ReferenceFact, ...] = ()
    dates: tuple[DateFact, ...] = ()
    amounts: tuple[AmountFact, ...] = ()


class Report(Outgoing):
    """The answer to one check."""

    api: int = API
    ruleset: str
    unit: Literal["utf16"] = "utf16"
    revision: int | None = None
    took_ms: float = 0.0
    suggestions: tuple[Suggestion, ...]
    readiness: Readiness
    expectation: Expectation
    facts: Facts
