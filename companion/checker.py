"""One draft in, one report out. Pure: no I/O, no clock, no global state."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from hashlib import blake2s

from companion.draft import FIELDS, CheckRequest, FieldName
from companion.expectation import expect
from companion.facts import facts_of
from companion.positions import Span
from companion.preferences import AS_DELIVERED, Preferences
from companion.readiness import readiness_of
from companion.reading import Reading
from companion.report import Edit, Fix, Report, Suggestion
from companion.rules import documentation, rules_in_force, ruleset
from companion.rules.ownwords import findings
from companion.rules.rule import Hit, Remedy, Rule
from companion.signals import signals_of
from companion.text.written import FieldText

_REPLY_GROUPS = ("tone", "style", "privacy")
_REPLY_RULES = ("date.impossible", "evidence.promised")
_SEVERITY_ORDER = ("error", "warning", "hint")


def check(request: CheckRequest, *, now: datetime, preferences: Preferences = AS_DELIVERED) -> Report:
    """Checks one draft as of ``now`` (with an offset; ``request.now`` is the caller's to resolve).

    ``took_ms`` of the report is 0: whoever has a clock fills it in.
    """
    reading = Reading(request.draft, now=now, page=request.page, stage=request.stage, preferences=preferences)
    suggestions = _suggestions(reading)
    return Report(
        ruleset=ruleset(preferences),
        revision=request.revision,
        suggestions=suggestions,
        readiness=readiness_of(reading, suggestions),
        expectation=expect(signals_of(reading), now, preferences.policy),
        facts=facts_of(reading),
    )


def speaking_rules(reading: Reading) -> Iterator[Rule]:
    """The rules that may speak about this draft: few in a reply, few on an empty description (contract §3, §4)."""
    return (rule for rule in rules_in_force(reading.preferences) if unasked(rule, reading) is None)


def unasked(rule: Rule, reading: Reading) -> str | None:
    """Why a rule is not asked about this draft, in short Russian; None when it is."""
    if reading.preferences.severity(rule.id, rule.severity) is None:
        return "правило выключено в settings.toml"
    if reading.stage == "reply" and rule.group not in _REPLY_GROUPS and rule.id not in _REPLY_RULES:
        return "в ответе на открытое обращение это правило не спрашивают"
    if reading.description.blank and not rule.on_empty:
        return "описание пустое"
    return None


def _suggestions(reading: Reading) -> tuple[Suggestion, ...]:
    texts = {field: _Text(reading.text_of(field)) for field in FIELDS}
    rules = speaking_rules(reading)
    found = [(rule, hit) for rule in rules for hit in findings(rule, reading) if isinstance(hit, Hit)]
    found.sort(key=lambda pair: _order(*pair))
    seen: Counter[str] = Counter()
    return tuple(_suggestion(rule, hit, texts, seen) for rule, hit in found)


def _order(rule: Rule, hit: Hit) -> tuple[int, int, int, str]:
    return FIELDS.index(hit.field or rule.field), hit.span.start, _SEVERITY_ORDER.index(rule.severity), rule.id


class _Text:
    """A field with its way from the rules' spans to UTF-16 positions of the draft."""

    def __init__(self, text: FieldText) -> None:
        self.text = text

    def place(self, span: Span) -> tuple[int, int]:
        return self.text.utf16(span)

    def matched(self, span: Span) -> str:
        return self.text.view.matched(span)

    def context(self, span: Span) -> str:
        """The evened match with its neighbours in the same sentence: what stays when the text around moves."""
        return " ".join(word.lower for word in self.text.words_near(span)) if span.start < span.end else ""


def _suggestion(rule: Rule, hit: Hit, texts: dict[FieldName, _Text], seen: Counter[str]) -> Suggestion:
    field = hit.field or rule.field
    text = texts[field]
    offset, length = text.place(hit.span)
    return Suggestion(
        key=_key(rule, field, text, hit.span, seen),
        rule=rule.id,
        severity=rule.severity,
        field=field,
        offset=offset,
        length=length,
        matched=text.matched(hit.span),
        message=hit.message,
        why=documentation(rule.id).why,
        fixes=tuple(_fix(remedy, texts) for remedy in hit.remedies),
    )


def _fix(remedy: Remedy, texts: dict[FieldName, _Text]) -> Fix:
    edits = []
    for change in remedy.changes:
        offset, length = texts[change.field].place(change.span)
        edits.append(Edit(field=change.field, offset=offset, length=length, text=change.text))
    return Fix(title=remedy.title, applicability=remedy.applicability, edits=tuple(edits))


def _key(rule: Rule, field: FieldName, text: _Text, span: Span, seen: Counter[str]) -> str:
    matched = span.of(text.text.view.lower)
    key = blake2s("\0".join((rule.id, field, matched, text.context(span))).encode(), digest_size=8).hexdigest()
    seen[key] += 1
    return key if seen[key] == 1 else f"{key}-{seen[key]}"
