"""What rules say to people: complete documentation, no unfilled placeholder, and in the tone that they ask for."""

import inspect
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, get_args

import pytest

from companion.explanation import explain
from companion.reading import Reading
from companion.report import Category, Suggestion
from companion.rules import all_rules, documentation
from companion.rules.examples import NOW, Example, good
from companion.rules.rule import Rule
from companion.text.phrases import lexicon
from companion.text.problems import problem_kinds
from tests.support.rules import RULE_IDS, cases, of_rule, report_on

_UNFILLED = re.compile(r"\{[^{}]*\}|%[sdr]|\bNone\b|TO[D]O|FIX[M]E|XXX")
_LONGEST_MESSAGE, _LONGEST_TITLE, _LONGEST_REASON = 120, 90, 90


def _said(suggestion: Suggestion) -> Iterator[str]:
    """All that a finding says or writes: message, titles, inserted texts."""
    yield suggestion.message
    for fix in suggestion.fixes:
        yield fix.title
        yield from (edit.text for edit in fix.edits)


@pytest.mark.parametrize("rule_id", RULE_IDS)
def test_a_rule_is_documented_in_whole_sentences(rule_id: str) -> None:
    documented = documentation(rule_id)
    assert documented.title
    for part in (documented.looks_for, documented.why, documented.how):
        assert part[0].isupper() or part[0] in "«„"
        assert part.endswith(".")
    assert not _UNFILLED.search(" ".join((documented.title, documented.looks_for, documented.why, documented.how)))


@pytest.mark.parametrize(("rule_id", "example"), cases("bad"))
def test_no_message_title_or_text_has_an_unfilled_place(rule_id: str, example: Example) -> None:
    for suggestion in of_rule(report_on(example.request), rule_id):
        assert [text for text in _said(suggestion) if _UNFILLED.search(text)] == []
        assert 0 < len(suggestion.message) <= _LONGEST_MESSAGE
        assert all(0 < len(fix.title) <= _LONGEST_TITLE for fix in suggestion.fixes)


@pytest.mark.parametrize(("rule_id", "example"), cases("bad"))
def test_what_a_rule_says_and_writes_passes_the_rules_of_tone(rule_id: str, example: Example) -> None:
    for suggestion in of_rule(report_on(example.request), rule_id):
        for text in _said(suggestion):
            found = report_on(good(text, stage="reply").request).suggestions
            assert [(text, other.rule, other.matched) for other in found] == []


@pytest.mark.parametrize(("rule_id", "example"), cases("bad", "good", "near_miss", "known_gaps"))
def test_a_silent_rule_says_in_few_polite_words_why(rule_id: str, example: Example) -> None:
    now = example.request.now
    assert now is not None
    entry = next(entry for entry in explain(example.request, now=now).explain if entry.rule == rule_id)
    reasons = [seen.said for seen in entry.spared] + ([entry.stopped_by] if entry.stopped_by else [])
    assert reasons or entry.hits
    for reason in reasons:
        assert 0 < len(reason) <= _LONGEST_REASON
        assert reason[0].islower() or reason[0] in "«„"
        assert not reason.endswith(".")
        assert not _UNFILLED.search(reason)
        assert report_on(good(reason, stage="reply", now=NOW).request).suggestions == ()


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_the_function_of_a_rule_is_read_at_a_glance(rule: Rule) -> None:
    assert len(inspect.getsource(rule.find).splitlines()) <= 25


def _inserted() -> list[Any]:
    return [pytest.param(table["text"], id=name) for name, table in lexicon("requests").items()]


@pytest.mark.parametrize("text", _inserted())
def test_a_request_that_a_fix_adds_is_one_and_says_nothing_of_its_own(text: str) -> None:
    """It asks, claims no problem, tells no event, promises no file, and would pass every rule of tone."""
    about = Reading(good(text).request.draft, now=datetime.fromisoformat(NOW)).about
    assert about.requests
    assert (about.claims, about.events, about.promises) == ((), (), ())
    assert report_on(good(text, stage="reply").request).suggestions == ()


@pytest.mark.parametrize("name", [name for name in lexicon("requests") if name not in get_args(Category)])
def test_every_usual_request_belongs_to_a_kind_of_problem(name: str) -> None:
    assert name in {kind.name for kind in problem_kinds()}
