"""Rules and their examples for tests: checking, applying fixes, parametrising over examples."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import pytest

from companion.checker import check
from companion.draft import CheckRequest
from companion.fixes import applied
from companion.positions import Utf16
from companion.report import Fix, Report, Suggestion
from companion.rules import all_rules, examples
from companion.rules.examples import Example

RULE_IDS = tuple(rule.id for rule in all_rules())


def cases(*kinds: str) -> list[Any]:
    """Parameters ``(rule_id, example)`` for every example of the given kinds of all rules."""
    return [
        pytest.param(rule_id, example, id=f"{rule_id}-{kind}-{number}")
        for rule_id in RULE_IDS
        for kind in kinds
        for number, example in enumerate(examples(rule_id)[kind])
    ]


def report_on(request: CheckRequest) -> Report:
    """The report as of the request's own moment."""
    assert isinstance(request.now, datetime)
    return check(request, now=request.now)


def of_rule(report: Report, rule_id: str) -> list[Suggestion]:
    """The findings of one rule."""
    return [suggestion for suggestion in report.suggestions if suggestion.rule == rule_id]


def after(request: CheckRequest, fixes: Iterable[Fix]) -> CheckRequest:
    """The request after fixes."""
    return request.model_copy(update={"draft": applied(request.draft, fixes)})


def places(found: Iterable[Suggestion]) -> list[tuple[int, int]]:
    """Where findings stand: offset and length."""
    return [(suggestion.offset, suggestion.length) for suggestion in found]


def expected_places(example: Example, found: list[Suggestion]) -> list[tuple[int, int]]:
    """Where the rule must fire by its example: its marks in the field of its findings, in UTF-16."""
    field = found[0].field if found else "description"
    text = getattr(example.request.draft, field) if field != "attachments" else ""
    return [Utf16(text).offset_length(span) for span in example.fires]
