"""Everything understood about one draft, each part computed once, when a rule first asks for it.

All spans are those of ``View.text`` of their field; ``View.original`` leads back to the draft.
"""

from datetime import datetime
from functools import cached_property

from companion.draft import Draft, FieldName, Page, Stage
from companion.positions import Span
from companion.preferences import AS_DELIVERED, Preferences
from companion.report import Category
from companion.text.amounts import Amount, find_amounts
from companion.text.dates import DateFindings, find_dates
from companion.text.files import FileKind, file_kind, readable
from companion.text.identifiers import Identifier, ReferenceField, find_identifiers, read_reference_field
from companion.text.ownwords import names
from companion.text.problems import Evidence
from companion.text.written import FieldText
from companion.understanding import Promise, TextCategory, Understanding, subject_category


class Reading:
    """One draft as the rules see it. ``now`` has an offset; nothing here looks at a clock."""

    def __init__(
        self,
        draft: Draft,
        *,
        now: datetime,
        page: Page = "form",
        stage: Stage = "request",
        preferences: Preferences = AS_DELIVERED,
    ) -> None:
        self.draft = draft
        self.now = now
        self.page = page
        self.stage = stage
        self.preferences = preferences
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
    def allowed_names(self) -> tuple[Span, ...]:
        """Where the user's allowed names stand in the description: what they say is not the seller's tone or style."""
        allowed = self.preferences.allowed
        return tuple(own.span for own in names(allowed).find(self.description)) if allowed else ()

    @cached_property
    def about(self) -> Understanding:
        """What the description is about."""
        return Understanding(self.description)

    @cached_property
    def subject_category(self) -> Category | None:
        """The category of the topic; None when it names none of them."""
        return subject_category(self.subject)

    @property
    def subject_chosen(self) -> bool:
        """True when the topic says something: it is neither blank nor the placeholder of an empty list."""
        begins_as_placeholder = any(found.first == 0 for found in self.subject.found("topics.placeholder"))
        return bool(self.subject.words) and not (begins_as_placeholder and self.subject_category is None)

    @cached_property
    def category(self) -> Category:
        """The category of the draft: the topic's, else the one that the text belongs to, else other."""
        if self.subject_category not in (None, "other"):
            return self.subject_category
        return self.text_category.category if self.text_category else "other"

    @property
    def text_category(self) -> TextCategory | None:
        """The category that the text belongs to; with a topic that names none of them it takes more."""
        return self.about.likely_category if self.subject_chosen else self.about.hinted_category

    @cached_property
    def tells_event(self) -> bool:
        """True when the description tells what has happened."""
        return self.about.tells_event

    @cached_property
    def needs_reference(self) -> bool:
        """True when the problem is about a particular order, shipment, return, supply or product."""
        return not self.description.blank and self.about.about_item

    @cached_property
    def evidence_needed(self) -> frozenset[Evidence]:
        """The kinds of proof of which one is needed."""
        return self.about.evidence_needed

    @cached_property
    def readable_files(self) -> tuple[FileKind, ...]:
        """The kinds of the attachments that support can open."""
        kinds = ((file_kind(file.name, file.type), file.size) for file in self.draft.attachments)
        return tuple(kind for kind, size in kinds if readable(kind, size))

    @cached_property
    def unkept_promises(self) -> tuple[Promise, ...]:
        """Where the text says that a file is attached while none is; a file that cannot be read is one."""
        return () if self.draft.attachments else self.about.promises

    @cached_property
    def anchors(self) -> tuple[str, ...]:
        """What of a number, a sum and a time tells which case it is, by its Russian name."""
        named = {
            "номер": self.identifiers or self.reference_field.usable,
            "сумма": self.amounts,
            "время": self.dates.exact or self.dates.impossible or self.dates.vague,
        }
        return tuple(name for name, there in named.items() if there)

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
