"""Why a report is as it is: what was understood of a draft, and for every rule what it saw and what stopped it."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, Literal

from companion.checker import unasked
from companion.draft import FIELDS, CheckRequest, FieldName
from companion.evidence import NAMES
from companion.positions import Span
from companion.preferences import AS_DELIVERED, Preferences
from companion.reading import Reading
from companion.report import CATEGORY_LABELS, Category, Outgoing, ReferenceKind
from companion.rules import all_rules
from companion.rules.ownwords import findings
from companion.rules.rule import Hit, Rule, Spared
from companion.text.phrases import lexicon
from companion.text.problems import MainCategory, Problem

State = Literal["fired", "silent", "not_asked"]
Sort = Literal["problem", "identifier", "date", "amount", "request", "event", "promise"]

_KINDS: dict[ReferenceKind, str] = {
    "posting": "отправление",
    "order": "заказ",
    "supply": "поставка",
    "barcode": "штрихкод Ozon",
    "return": "возврат",
    "sku": "SKU",
    "article": "артикул",
    "ticket": "обращение",
}
_LONGEST = 80
"""Characters of an excerpt."""


class Seen(Outgoing):
    """A place of the draft and what is said of it. A whole field has length 0 and an empty excerpt."""

    field: FieldName
    offset: int
    length: int
    excerpt: str
    said: str


class RuleExplained(Outgoing):
    """One rule: its findings with their messages, what it spared with the reasons, and the condition that stopped it.

    ``stopped_by`` is null when the rule saw something.
    """

    rule: str
    state: State
    hits: tuple[Seen, ...] = ()
    spared: tuple[Seen, ...] = ()
    stopped_by: str | None = None


class Mention(Seen):
    """Something that was understood in the draft; ``said`` is what it was taken for."""

    sort: Sort


class CategoryUnderstood(Outgoing):
    """The category with what decided it; ``words`` are those of the text that speak for ``by_text``.

    ``scores`` say how much of the text speaks for each category; ``by_text`` is null when that is unclear.
    """

    category: Category
    by_topic: Category | None
    by_text: Category | None
    words: str
    scores: dict[MainCategory, int]


class Understood(Outgoing):
    """What was understood of a draft, sort by sort, each in the order of the text."""

    category: CategoryUnderstood
    mentions: tuple[Mention, ...]


class Explanation(Outgoing):
    """What ``companion check --explain`` adds to a report."""

    understood: Understood
    explain: tuple[RuleExplained, ...]


def explain(request: CheckRequest, *, now: datetime, preferences: Preferences = AS_DELIVERED) -> Explanation:
    """The explanation of one check as of ``now`` (with an offset). Pure, as the check itself."""
    reading = Reading(request.draft, now=now, page=request.page, stage=request.stage, preferences=preferences)
    return Explanation(
        understood=Understood(category=_category(reading), mentions=tuple(_mentions(reading))),
        explain=tuple(explained(rule, reading) for rule in all_rules()),
    )


def explained(rule: Rule, reading: Reading) -> RuleExplained:
    """What one rule saw in a draft and what stopped it."""
    reason = unasked(rule, reading)
    if reason is not None:
        return RuleExplained(rule=rule.id, state="not_asked", stopped_by=reason)
    found, reason = _finding(rule, reading)
    hits = _seen(reading, [(hit.field or rule.field, hit.span, hit.message) for hit in found if isinstance(hit, Hit)])
    spared = _seen(
        reading, [(let.field or rule.field, let.span, let.reason) for let in found if isinstance(let, Spared)]
    )
    return RuleExplained(
        rule=rule.id,
        state="fired" if hits else "silent",
        hits=hits,
        spared=spared,
        stopped_by=None if found else reason,
    )


def _finding(rule: Rule, reading: Reading) -> tuple[list[Hit | Spared], str | None]:
    """What a rule yields, and the reason that it returns."""
    finding = findings(rule, reading)
    found = []
    while True:
        try:
            found.append(next(finding))
        except StopIteration as end:
            return found, end.value


def _seen(reading: Reading, places: Iterable[tuple[FieldName, Span, str]]) -> tuple[Seen, ...]:
    ordered = sorted(places, key=lambda place: (FIELDS.index(place[0]), place[1]))
    return tuple(Seen(**_place(reading, field, span), said=said) for field, span, said in ordered)


def _category(reading: Reading) -> CategoryUnderstood:
    clear = reading.text_category
    return CategoryUnderstood(
        category=reading.category,
        by_topic=reading.subject_category,
        by_text=clear.category if clear else None,
        words=clear.words if clear else "",
        scores=reading.about.scores,
    )


def _mentions(reading: Reading) -> Iterator[Mention]:
    yield from (_mention(reading, "problem", problem.found.span, _told(problem)) for problem in reading.about.problems)
    for found in reading.reference_field.identifiers:
        yield _mention(reading, "identifier", found.span, f"{_KINDS[found.kind]} {found.value}", "reference")
    for found in reading.identifiers:
        yield _mention(reading, "identifier", found.span, f"{_KINDS[found.kind]} {found.value}")
    yield from (_mention(reading, "date", span, said) for span, said in sorted(_dates(reading)))
    for amount in reading.amounts:
        yield _mention(reading, "amount", amount.span, f"{amount.value:.2f} {amount.currency}")
    for span in sorted(reading.about.requests):
        yield _mention(reading, "request", span, "просьба, предложение или вопрос")
    for event in reading.about.events:
        yield _mention(reading, "event", event.span, "рассказ о событии")
    for promise in reading.about.promises:
        yield _mention(reading, "promise", promise.span, "обещан файл")


def _told(problem: Problem) -> str:
    kind = problem.kind
    parts = [lexicon("problems")[kind.name]["about"], f"problems.{kind.name}"]
    if kind.category:
        parts.append(CATEGORY_LABELS[kind.category])
    if kind.evidence:
        parts.append(f"приложить {NAMES[kind.evidence]}")
    parts.append("утверждается" if problem.claimed else "не утверждается")
    return "; ".join(parts)


def _dates(reading: Reading) -> Iterator[tuple[Span, str]]:
    dates = reading.dates
    for exact in dates.exact:
        notes = [f"{exact.value:%d.%m.%Y}", *(["срок или план"] if exact.planned else [])]
        yield exact.span, ", ".join(notes if exact.full_year else [*notes, "год не назван"])
    yield from ((wrong.span, f"невозможная дата: {wrong.reason}") for wrong in dates.impossible)
    for relative in dates.relative:
        yield relative.span, f"относительная дата: {_day(relative.value)}"
    yield from ((span, "период без числа") for span in dates.vague)


def _day(value: date | None) -> str:
    return f"{value:%d.%m.%Y}" if value else "какой день, неясно"


def _mention(reading: Reading, sort: Sort, span: Span, said: str, field: FieldName = "description") -> Mention:
    return Mention(sort=sort, **_place(reading, field, span), said=said)


def _place(reading: Reading, field: FieldName, span: Span) -> dict[str, Any]:
    text = reading.text_of(field)
    offset, length = text.utf16(span)
    excerpt = " ".join(text.view.matched(span).split())
    shown = excerpt if len(excerpt) <= _LONGEST else f"{excerpt[: _LONGEST - 1]}…"
    return {"field": field, "offset": offset, "length": length, "excerpt": shown}
