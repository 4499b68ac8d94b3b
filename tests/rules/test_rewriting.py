"""The way of writing changes no finding: the same rules speak, at the same places, moved exactly.

Every example of every rule and every draft of the corpus is written anew: an emoji before it, CRLF, decomposed «й» and
«ё», «е» for «ё», non-breaking and doubled spaces, long dashes.
"""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from companion.draft import CheckRequest
from companion.payload import validate
from companion.report import Edit, Suggestion
from companion.rules import examples
from companion.rules.examples import NOW
from companion.text.view import View
from tests.support.rewriting import EMOJI_BEFORE, GREETING_BEFORE, LONG_DASHES, REWRITINGS, Rewriting, Rewritten
from tests.support.rules import RULE_IDS, report_on

TRAIN = Path(__file__).parents[1] / "corpora" / "train.jsonl"
FIELDS = ("subject", "reference", "description")


class Found(NamedTuple):
    """A finding with all its places: what must not depend on the way of writing."""

    rule: str
    severity: str
    field: str
    offset: int
    length: int
    matched: str
    key: str
    edits: tuple[tuple[str, int, int], ...]


def requests(source: str) -> list[CheckRequest]:
    if source != TRAIN.name:
        return [example.request for listed in examples(source).values() for example in listed]
    lines = map(json.loads, TRAIN.read_text(encoding="utf-8").splitlines())
    return [validate(CheckRequest, {"now": NOW, **_asked(line)}) for line in lines]


def _asked(line: dict[str, Any]) -> dict[str, Any]:
    return {name: line[name] for name in ("draft", "now", "page", "stage") if name in line}


def may_differ(rewriting: Rewriting, field: str) -> bool:
    if rewriting in (EMOJI_BEFORE, GREETING_BEFORE):
        # A topic is chosen from a list, and the number field is for numbers.
        return field == "description"
    # The number field is to be written with plain hyphens: long dashes there are a finding of their own.
    return rewriting is not LONG_DASHES or field != "reference"


def written(request: CheckRequest, rewriting: Rewriting) -> tuple[CheckRequest, dict[str, Rewritten]]:
    """The request written anew, and its fields that are."""
    anew = {name: rewriting(getattr(request.draft, name)) for name in FIELDS if may_differ(rewriting, name)}
    draft = request.draft.model_copy(update={name: field.text for name, field in anew.items()})
    return request.model_copy(update={"draft": draft}), anew


def findings(request: CheckRequest, anew: dict[str, Rewritten] | None = None) -> set[Found]:
    """All findings; with ``anew`` as they must be in the draft that is written anew."""
    return {_found(suggestion, anew or {}) for suggestion in report_on(request).suggestions}


def _found(suggestion: Suggestion, anew: dict[str, Rewritten]) -> Found:
    field, offset, length = suggestion.field, suggestion.offset, suggestion.length
    matched = suggestion.matched
    # A finding about the field itself stays where it is.
    if field in anew and length:
        offset, length = anew[field].moved(offset, length)
        matched = anew[field].at(offset, length)
    edits = tuple(
        (edit.field, *(anew[edit.field].moved(edit.offset, edit.length) if edit.field in anew else _place(edit)))
        for fix in suggestion.fixes
        for edit in fix.edits
    )
    return Found(suggestion.rule, suggestion.severity, field, offset, length, matched, suggestion.key, edits)


def _place(edit: Edit) -> tuple[int, int]:
    return edit.offset, edit.length


@pytest.mark.parametrize("source", [*RULE_IDS, TRAIN.name])
@pytest.mark.parametrize("rewriting", REWRITINGS, ids=str)
def test_the_way_of_writing_changes_no_finding(source: str, rewriting: Rewriting) -> None:
    for request in requests(source):
        other, anew = written(request, rewriting)
        assert findings(other) == findings(request, anew), other.draft


@pytest.mark.parametrize("source", [*RULE_IDS, TRAIN.name])
@pytest.mark.parametrize(("before", "adds"), [(EMOJI_BEFORE, ["tone.shouting"]), (GREETING_BEFORE, [])], ids=str)
def test_what_stands_before_a_text_moves_its_findings(source: str, before: Rewriting, adds: list[str]) -> None:
    for request in requests(source):
        if not View(request.draft.description).text.strip():
            # Nothing was written; with something before it something is.
            continue
        other, anew = written(request, before)
        added = {found for found in findings(other) if found.offset == 0 and found.matched == before.before.strip()}
        assert [found.rule for found in added] == adds
        # A fix that takes out the first sentence may take an emoji along, and more can go where more stays.
        moved, expected = _fixes(findings(other) - added), _fixes(findings(request, anew))
        assert moved.keys() == expected.keys(), other.draft
        assert all(moved[found] >= expected[found] for found in expected), other.draft


def _fixes(findings: set[Found]) -> dict[Found, int]:
    """Per finding how many places its fixes change."""
    return {found._replace(edits=()): len(found.edits) for found in findings}
