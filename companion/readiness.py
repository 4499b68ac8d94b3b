"""The checklist of what support needs (contract §3: items, statuses and score)."""

from collections.abc import Sequence

from companion.reading import Reading
from companion.report import ChecklistItem, Item, ItemStatus, Readiness, Suggestion

LABELS: dict[Item, str] = {
    "subject": "Тема обращения",
    "reference": "Номер заказа или товара",
    "description": "Описание",
    "dates": "Даты",
    "request": "Просьба",
    "evidence": "Доказательства",
    "tone": "Тон",
}
_GROUPS: dict[str, Item] = {
    "subject": "subject",
    "reference": "reference",
    "description": "description",
    "date": "dates",
    "request": "request",
    "evidence": "evidence",
    "tone": "tone",
}


def readiness_of(reading: Reading, suggestions: Sequence[Suggestion]) -> Readiness:
    """``ready`` means no error; in a reply the checklist is empty and nothing is left to do."""
    ready = all(suggestion.severity != "error" for suggestion in suggestions)
    if reading.stage == "reply":
        return Readiness(score=100, ready=ready, checklist=())
    statuses = _raised(suggestions)
    needed = _needed(reading)
    checklist = tuple(
        ChecklistItem(item=item, label=label, status=statuses.get(item, "done" if needed[item] else "not_needed"))
        for item, label in LABELS.items()
    )
    done = sum(entry.status == "done" for entry in checklist)
    counted = sum(entry.status != "not_needed" for entry in checklist)
    return Readiness(score=round(100 * done / counted) if counted else 100, ready=ready, checklist=checklist)


def _raised(suggestions: Sequence[Suggestion]) -> dict[Item, ItemStatus]:
    statuses: dict[Item, ItemStatus] = {}
    for suggestion in suggestions:
        group, _, name = suggestion.rule.partition(".")
        item = _GROUPS.get(group)
        # The user may have made a hint of any rule.
        if item is None or suggestion.severity == "hint":
            continue
        if name == "missing" or suggestion.rule == "evidence.promised":
            statuses[item] = "missing"
        else:
            statuses.setdefault(item, "problem")
    return statuses


def _needed(reading: Reading) -> dict[Item, bool]:
    """What this problem needs. Of an empty description nothing is known but that it has to be written."""
    written = not reading.description.blank
    return {
        "subject": reading.page == "form" or not reading.subject.blank,
        "reference": reading.needs_reference,
        "description": True,
        "dates": written and reading.tells_event,
        "request": written,
        "evidence": bool(reading.evidence_needed),
        "tone": written,
    }
