"""Drafts as sellers write them get the findings, the category and the deadline that their labels say."""

import json
from pathlib import Path
from typing import Any

import pytest

from companion.checker import check
from companion.draft import CheckRequest
from companion.payload import validate

DRAFTS = [
    json.loads(line)
    for line in (Path(__file__).parent / "corpora" / "train.jsonl").read_text(encoding="utf-8").splitlines()
]
LATER = ("history.",)
"""Rules that do not exist yet."""


@pytest.mark.parametrize("entry", [pytest.param(entry, id=entry["id"]) for entry in DRAFTS])
def test_a_draft_is_judged_as_it_is_labelled(entry: dict[str, Any]) -> None:
    request = validate(CheckRequest, {key: entry[key] for key in ("draft", "page", "stage", "now") if key in entry})
    assert request.now is not None
    report = check(request, now=request.now)
    fired = {suggestion.rule for suggestion in report.suggestions}
    loud = {suggestion.rule for suggestion in report.suggestions if suggestion.severity != "hint"}
    must = {rule for rule in entry["must"] if not rule.startswith(LATER)}
    forbidden = set(entry["must_not"])
    assert must <= fired
    assert not (forbidden & fired)
    if "*" in forbidden:
        assert loud <= must
    assert report.facts.category == entry.get("category", report.facts.category)
    assert report.expectation.kind == entry.get("deadline", report.expectation.kind)


def test_no_two_drafts_are_the_same() -> None:
    texts = [entry["draft"]["description"] for entry in DRAFTS if entry["draft"]["description"].strip()]
    assert len(set(texts)) == len(texts) > 140
