"""Examples of a rule: they are its tests and stand in its documentation.

A rule's module has ``BAD``, ``GOOD`` and ``NEAR_MISS``, and ``KNOWN_GAPS`` where it is known to be wrong today:
examples in the same words, which the tests run and show until the rule does what they say.
"""

from dataclasses import dataclass

from companion.draft import Attachment, CheckRequest, Draft, FieldName, Page, Stage
from companion.positions import Span
from companion.text.marked import unmarked

NOW = "2026-11-23T10:00:00+03:00"
"""The clock of the examples: a Monday."""


@dataclass(frozen=True)
class Example:
    """A draft, the spans (code points of the draft) where the rule must fire, and the fields after its first fix."""

    request: CheckRequest
    fires: tuple[Span, ...]
    fixed: str | dict[FieldName, str] | None

    @property
    def shown(self) -> str:
        """The example as one readable text: the description, else what the draft holds."""
        draft = self.request.draft
        files = ", ".join(file.name for file in draft.attachments)
        labelled = {"Тема": draft.subject.strip(), "Номер": draft.reference.strip(), "Вложения": files}
        parts = [draft.description.strip(), *(f"{label}: {value}" for label, value in labelled.items() if value)]
        return " · ".join(part for part in parts if part) or "(пусто)"


def bad(
    description: str = "",
    *,
    fixed: str | dict[FieldName, str] | None = None,
    subject: str = "",
    reference: str = "",
    attachments: tuple[str | Attachment, ...] = (),
    page: Page = "form",
    stage: Stage = "request",
    now: str = NOW,
) -> Example:
    """A text on which the rule fires: once at each ``[marked]`` place, or once about the whole field without marks.

    Only one field may hold marks, the rule's own; ``fixed`` is that field after the first fix of each finding,
    or all changed fields by name. Attachments are file names (of a readable size) or ``Attachment``.
    """
    example = good(
        description, subject=subject, reference=reference, attachments=attachments, page=page, stage=stage, now=now
    )
    draft = example.request.draft
    values = {name: getattr(draft, name) for name in ("subject", "reference", "description")}
    fires: tuple[Span, ...] = ()
    for name, value in values.items():
        plain = unmarked(value)
        if plain.spans:
            values[name], fires = plain
    request = example.request.model_copy(update={"draft": draft.model_copy(update=values)})
    return Example(request, fires or (Span(0, 0),), fixed)


def good(
    description: str = "",
    *,
    subject: str = "",
    reference: str = "",
    attachments: tuple[str | Attachment, ...] = (),
    page: Page = "form",
    stage: Stage = "request",
    now: str = NOW,
) -> Example:
    """A text on which the rule is silent."""
    files = tuple(Attachment(name=file, size=90_000) if isinstance(file, str) else file for file in attachments)
    draft = Draft(subject=subject, reference=reference, description=description, attachments=files)
    request = CheckRequest.model_validate({"draft": draft, "now": now, "page": page, "stage": stage})
    return Example(request, (), None)
