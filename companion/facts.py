"""What was understood of a draft, in the contract's form: the chips that the user sees."""

from typing import Any

from companion.positions import Span
from companion.reading import Reading
from companion.report import AmountFact, DateFact, Facts, ReferenceFact
from companion.text.written import FieldText


def facts_of(reading: Reading) -> Facts:
    """Category, identifiers of the number field and the description, full days and sums."""
    field, text = _Place("reference", reading.reference), _Place("description", reading.description)
    return Facts(
        category=reading.category,
        references=tuple(
            ReferenceFact(kind=found.kind, value=found.value, **place.at(found.span))
            for place, identifiers in ((field, reading.reference_field.identifiers), (text, reading.identifiers))
            for found in identifiers
        ),
        dates=tuple(
            DateFact(value=found.value.isoformat(), text=text.matched(found.span), **text.at(found.span))
            for found in reading.dates.exact
        ),
        amounts=tuple(
            AmountFact(
                value=f"{found.value:.2f}",
                currency=found.currency,
                text=text.matched(found.span),
                **text.at(found.span),
            )
            for found in reading.amounts
        ),
    )


class _Place:
    def __init__(self, name: str, field: FieldText) -> None:
        self._name = name
        self._field = field

    def at(self, span: Span) -> dict[str, Any]:
        offset, length = self._field.utf16(span)
        return {"field": self._name, "offset": offset, "length": length}

    def matched(self, span: Span) -> str:
        return self._field.view.matched(span)
