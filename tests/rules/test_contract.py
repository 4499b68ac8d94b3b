"""The rules are those of the contract (§4), in it by id and severity."""

from companion.rules import all_rules


def test_ids_are_unique() -> None:
    assert len({rule.id for rule in all_rules()}) == len(all_rules())


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
        "style.spelling": "hint",
        "style.long-sentence": "hint",
        "style.informal": "hint",
        "privacy.secret": "error",
    }
