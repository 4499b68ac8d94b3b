"""Every rule does what its examples say: where it fires, what its fixes give, where it is silent, where it is wrong."""

from collections.abc import Callable

import pytest

from companion.rules import examples
from companion.rules.examples import Example
from tests.support.rules import RULE_IDS, after, cases, expected_places, of_rule, places, report_on


def _does_what_is_said(rule_id: str, example: Example) -> bool:
    found = of_rule(report_on(example.request), rule_id)
    return places(found) == (expected_places(example, found) if example.fires else [])


@pytest.mark.parametrize(("rule_id", "example"), cases("bad"))
def test_a_rule_fires_exactly_where_its_example_marks_and_once_there(rule_id: str, example: Example) -> None:
    found = of_rule(report_on(example.request), rule_id)
    assert places(found) == expected_places(example, found)


@pytest.mark.parametrize(("rule_id", "example"), cases("good", "near_miss"))
def test_a_rule_is_silent_on_its_good_examples(rule_id: str, example: Example) -> None:
    assert [suggestion.matched for suggestion in of_rule(report_on(example.request), rule_id)] == []


@pytest.mark.parametrize(("rule_id", "example"), cases("known_gaps"))
def test_a_known_gap_is_still_one(
    rule_id: str, example: Example, record_property: Callable[[str, object], None]
) -> None:
    """Shown at the end of the run. It fails as soon as the rule is right: then the example has to be moved."""
    record_property("known_gap", f"{rule_id}: {example.shown}")
    if _does_what_is_said(rule_id, example):
        home = "BAD" if example.fires else "GOOD или NEAR_MISS"
        pytest.fail(f"{rule_id} больше не ошибается на «{example.shown}»: перенесите пример из KNOWN_GAPS в {home}")


@pytest.mark.parametrize(("rule_id", "example"), cases("bad"))
def test_the_first_fixes_give_the_expected_text_and_leave_nothing_to_fix(rule_id: str, example: Example) -> None:
    found = of_rule(report_on(example.request), rule_id)
    fixed = after(example.request, [suggestion.fixes[0] for suggestion in found if suggestion.fixes])
    if example.fixed is not None:
        expected = {found[0].field: example.fixed} if isinstance(example.fixed, str) else example.fixed
        assert {name: getattr(fixed.draft, name) for name in expected} == expected
    assert [suggestion.fixes for suggestion in of_rule(report_on(fixed), rule_id) if suggestion.fixes] == []


@pytest.mark.parametrize(("rule_id", "example"), cases("bad"))
def test_every_fix_changes_the_text_silences_its_finding_and_raises_no_error(rule_id: str, example: Example) -> None:
    before = report_on(example.request)
    errors = {suggestion.rule for suggestion in before.suggestions if suggestion.severity == "error"}
    for suggestion in of_rule(before, rule_id):
        for fix in suggestion.fixes:
            fixed = after(example.request, [fix])
            assert fixed.draft != example.request.draft
            left = report_on(fixed)
            assert len(of_rule(left, rule_id)) == len(of_rule(before, rule_id)) - 1
            assert {found.rule for found in left.suggestions if found.severity == "error"} <= errors


@pytest.mark.parametrize("rule_id", RULE_IDS)
def test_a_rule_has_enough_examples_and_all_of_them_differ(rule_id: str) -> None:
    listed = examples(rule_id)
    assert len(listed["bad"]) >= 5
    assert len(listed["good"]) >= 5
    assert len(listed["near_miss"]) >= 3
    requests = [example.request.model_dump_json() for kind in listed.values() for example in kind]
    assert len(set(requests)) == len(requests)
