"""A draft after fixes, as the page applies them: all edits from the end, positions in UTF-16 units."""

from collections.abc import Iterable

from companion.draft import Draft
from companion.report import Fix


def applied(draft: Draft, fixes: Iterable[Fix]) -> Draft:
    """The draft after fixes whose edits do not overlap."""
    edits = sorted((edit for fix in fixes for edit in fix.edits), key=lambda edit: (edit.field, -edit.offset))
    values = {"subject": draft.subject, "reference": draft.reference, "description": draft.description}
    for edit in edits:
        units = values[edit.field].encode("utf-16-le")
        before, after = units[: 2 * edit.offset], units[2 * (edit.offset + edit.length) :]
        values[edit.field] = (before + edit.text.encode("utf-16-le") + after).decode("utf-16-le")
    return draft.model_copy(update=values)
