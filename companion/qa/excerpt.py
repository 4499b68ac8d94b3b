"""A finding as people read it: «…не зачислен платёж. Это [безобразие]! Прошу проверить…»."""

from companion.draft import Draft, FieldName
from companion.positions import Span, Utf16
from companion.report import Suggestion

_AROUND = 30
"""Characters shown on each side of a finding."""
_BEGINNING = 80
"""Characters of a field that are shown for a finding about the whole of it."""


def excerpt(draft: Draft, suggestion: Suggestion) -> str:
    """The place of a finding in its field, in brackets; the beginning of the field when it is about the whole.

    An empty field shows how the description begins.
    """
    text = text_of(draft, suggestion.field)
    if not suggestion.length:
        return beginning(text if text.strip() else draft.description)
    span = Utf16(text).span(suggestion.offset, suggestion.length)
    return f"{_before(text, span)}[{_line(span.of(text))}]{_after(text, span)}"


def beginning(text: str) -> str:
    """The first words of a text, in one line."""
    line = _line(text).strip()
    return line if len(line) <= _BEGINNING else line[:_BEGINNING].rstrip() + "…"


def text_of(draft: Draft, field: FieldName) -> str:
    """The text of a field; of the attachments their names."""
    return ", ".join(file.name for file in draft.attachments) if field == "attachments" else getattr(draft, field)


def _before(text: str, span: Span) -> str:
    shown = _line(text[max(0, span.start - _AROUND) : span.start])
    return f"…{shown}" if span.start > _AROUND else shown


def _after(text: str, span: Span) -> str:
    shown = _line(text[span.end : span.end + _AROUND])
    return f"{shown}…" if span.end + _AROUND < len(text) else shown


def _line(text: str) -> str:
    """In one line, whatever marks of its end stand there; spaces at the ends stay spaces."""
    words = " ".join(text.split())
    before, behind = text[:1].isspace() and words, text[-1:].isspace() and words
    return f"{' ' if before else ''}{words}{' ' if behind else ''}"
