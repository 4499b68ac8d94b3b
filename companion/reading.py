"""Everything understood about one draft, each part computed once, when a rule first asks for it.

All spans are those of ``View.text`` of their field; ``View.original`` leads back to the draft.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property

from companion.draft import Draft, FieldName, Page, Stage
from companion.positions import Span
from companion.text.amounts import Amount, find_amounts
from companion.text.dates import DateFindings, find_dates
from companion.text.identifiers import Identifier, ReferenceField, find_identifiers, read_reference_field
from companion.text.phrases import Found, all_phrases
from companion.text.view import View
from companion.text.words import Word, sentences, words


class FieldText:
    """One field of the draft, with its sentences, words and the phrases of all lexicons."""

    def __init__(self, raw: str) -> None:
        self.view = View(raw)

    @property
    def blank(self) -> bool:
        """True when nothing can be read in it."""
        return not self.view.text.strip()

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Its sentences, in order."""
        return sentences(self.view)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words, in order."""
        return words(self.view, self.sentences)

    @cached_property
    def phrases(self) -> Mapping[str, tuple[Found, ...]]:
        """Per word list what of it stands here."""
        return all_phrases().find(self.words)

    def found(self, *lists: str) -> tuple[Found, ...]:
        """What of the named word lists stands here, in order."""
        if len(lists) == 1:
            return self.phrases.get(lists[0], ())
        return tuple(sorted((hit for name in lists for hit in self.phrases.get(name, ())), key=lambda hit: hit.span))


class Reading:
    """One draft as the rules see it. ``now`` has an offset; nothing here looks at a clock."""

    def __init__(self, draft: Draft, *, now: datetime, page: Page = "form", stage: Stage = "request") -> None:
        self.draft = draft
        self.now = now
        self.page = page
        self.stage = stage
        self.subject = FieldText(draft.subject)
        self.reference = FieldText(draft.reference)
        self.description = FieldText(draft.description)

    def text_of(self, field: FieldName) -> FieldText:
        """The text of a field; attachments have none."""
        match field:
            case "subject":
                return self.subject
            case "reference":
                return self.reference
            case "description":
                return self.description
            case "attachments":
                return FieldText("")

    @cached_property
    def identifiers(self) -> tuple[Identifier, ...]:
        """The identifiers of contract §6 in the description, in order."""
        return find_identifiers(self.description.view)

    @cached_property
    def reference_field(self) -> ReferenceField:
        """What the number field holds."""
        return read_reference_field(self.reference.view)

    @cached_property
    def dates(self) -> DateFindings:
        """Exact, impossible, relative and vague dates of the description."""
        taken = tuple(identifier.span for identifier in self.identifiers)
        return find_dates(self.description.view, now=self.now, taken=taken)

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """Sums of money in the description, in order."""
        return find_amounts(self.description.view)
