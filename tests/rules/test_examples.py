"""Every rule does what its examples say: where it fires, what its fix gives, where it is silent."""

from datetime import datetime
from typing import Any

import pytest

from companion.checker import check
from companion.draft import CheckRequest, FieldName
from companion.positions import Utf16
from companion.report import Fix, Report, Suggestion
from companion.rules import all_rules, documentation, examples
from companion.rules.examples import Example


def _cases(*kinds: str) -> list[Any]:
    return [
        pytest.param(rule.id, example, id=f"{rule.id}-{kind}-{number}")
        for rule in all_rules()
        for kind in kinds
        for number, example in enumerate(examples(rule.id)[kind])
    ]


def _report(request: CheckRequest) -> Report:
    assert isinstance(request.now, datetime)
    return check(request, now=request.now)


def _of(report: Report, rule_id: str) -> list[Suggestion]:
    return [suggestion for suggestion in report.suggestions if suggestion.rule == rule_id]


def _applied(request: CheckRequest, fixes: list[Fix]) -> CheckRequest:
    """The request after fixes, as the page applies them: from the end, in UTF-16."""
    edits = sorted((edit for fix in fixes for edit in fix.edits), key=lambda edit: (edit.field, -edit.offset))
    values = {name: getattr(request.draft, name) for name in ("subject", "reference", "description")}
    for edit in edits:
        units = values[edit.field].encode("utf-16-le")
        before, after = units[: 2 * edit.offset], units[2 * (edit.offset + edit.length) :]
        values[edit.field] = (before + edit.text.encode("utf-16-le") + after).decode("utf-16-le")
    return request.model_copy(update={"draft": request.draft.model_copy(update=values)})


@pytest.mark.parametrize(("rule_id", "example"), _cases("bad"))
def test_a_rule_fires_exactly_where_its_example_marks(rule_id: str, example: Example) -> None:
    found = _of(_report(example.request), rule_id)
    field: FieldName = found[0].field if found else "description"
    text = getattr(example.request.draft, field) if field != "attachments" else ""
    expected = [Utf16(text).offset_length(span) for span in example.fires]
    assert [(suggestion.offset, suggestion.length) for suggestion in found] == expected


@pytest.mark.parametrize(("rule_id", "example"), _cases("good", "near_miss"))
def test_a_rule_is_silent_on_its_good_examples(rule_id: str, example: Example) -> None:
    assert [suggestion.matched for suggestion in _of(_report(example.request), rule_id)] == []


@pytest.mark.parametrize(("rule_id", "example"), _cases("bad"))
def test_a_fix_gives_the_expected_text_silences_its_finding_and_raises_no_error(rule_id: str, example: Example) -> None:
    before = _report(example.request)
    fixes = [suggestion.fixes[0] for suggestion in _of(before, rule_id) if suggestion.fixes]
    if example.fixed is not None:
        field = _of(before, rule_id)[0].field
        expected = {field: example.fixed} if isinstance(example.fixed, str) else example.fixed
        fixed = _applied(example.request, fixes).draft
        assert {name: getattr(fixed, name) for name in expected} == expected
    if not fixes:
        return
    after = _report(_applied(example.request, fixes))
    assert len(_of(after, rule_id)) == len(_of(before, rule_id)) - len(fixes)
    errors = {suggestion.rule for suggestion in before.suggestions if suggestion.severity == "error"}
    assert {suggestion.rule for suggestion in after.suggestions if suggestion.severity == "error"} <= errors


@pytest.mark.parametrize("rule_id", [rule.id for rule in all_rules()])
def test_a_rule_is_documented_and_has_enough_examples_all_different(rule_id: str) -> None:
    assert documentation(rule_id).why
    listed = examples(rule_id)
    assert len(listed["bad"]) >= 5
    assert len(listed["good"]) >= 5
    assert len(listed["near_miss"]) >= 3
    requests = [example.request.model_dump_json() for kind in listed.values() for example in kind]
    assert len(set(requests)) == len(requests)


def test_the_rules_are_those_of_the_contract() -> None:
    assert {rule.id: rule.severity for rule in all_rules()} == {
        "subject.missing": "error",
        "subject.mismatch": "warning",
        "reference.missing": "error",
        "reference.malformed": "warning",
        "reference.elsewhere": "hint",
        "reference.conflict": "warning",
        "description.missing": "error",
        "description.vague": "warning",
        "description.several-problems": "hint",
        "date.missing": "warning",
        "date.relative": "warning",
        "date.impossible": "error",
        "date.future": "warning",
        "request.missing": "warning",
        "evidence.missing": "warning",
        "evidence.promised": "error",
        "evidence.kind": "hint",
        "evidence.unreadable": "warning",
        "tone.profanity": "error",
        "tone.emotional": "warning",
        "tone.shouting": "warning",
        "privacy.secret": "error",
    }
