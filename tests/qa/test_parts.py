"""What mutation drops from an entry of a word list and from a regular expression."""

import re

import pytest

from companion.qa.mutation.parts import expansions, phrase_parts, word_parts
from companion.qa.mutation.regex_parts import regex_parts


@pytest.mark.parametrize(
    ("phrase", "left"),
    [
        ("вор", []),
        ("кормит завтраками", []),
        ("вор|жулик*", ["жулик*", "вор"]),
        ("списан{,а,ы}", ["списан{а,ы}", "списан{,ы}", "списан{,а}"]),
        ("не (дошл{а,и}|не та)", ["не (не та)", "не (дошл{а,и})", "не (дошл{и}|не та)", "не (дошл{а}|не та)"]),
        ("сколько еще? можно", ["сколько можно"]),
        ("=списать/прош+наст", ["=списать/наст", "=списать/прош"]),
        (
            "щас|ща → сейчас|прямо сейчас",
            ["ща → сейчас|прямо сейчас", "щас → сейчас|прямо сейчас", "щас|ща → прямо сейчас", "щас|ща → сейчас"],
        ),
        ("<деньги>|выплат* не", ["выплат* не", "<деньги> не"]),
    ],
)
def test_each_part_of_a_phrase_can_go(phrase: str, left: list[str]) -> None:
    assert [part.without(phrase) for part in phrase_parts(phrase)] == left


@pytest.mark.parametrize(
    ("word", "left"),
    [
        ("т.р.", []),
        ("код{,ы} (из|в) смс", ["код{ы} (из|в) смс", "код{} (из|в) смс", "код{,ы} (в) смс", "код{,ы} (из) смс"]),
        ("ма{й,я}|в мае", ["в мае", "ма{й,я}", "ма{я}|в мае", "ма{й}|в мае"]),
    ],
)
def test_each_part_of_a_word_beside_a_number_can_go(word: str, left: list[str]) -> None:
    assert [part.without(word) for part in word_parts(word)] == left


def test_the_words_that_an_entry_stands_for() -> None:
    assert expansions("код{,ы} (из|в) смс|otp*") == {"код из смс", "код в смс", "коды из смс", "коды в смс", "otp*"}


@pytest.mark.parametrize(
    ("pattern", "dropped"),
    [
        ("abc", []),
        ("a|b", ["a", "b"]),
        (r"x(?:a|[|)]|\|)?", ["a", "[|)]", r"\|"]),
        (r"\bab$", [r"\b", "$"]),
        (r"(?<!a|b)c(?=[d)])", ["a", "b", "(?<!a|b)", "(?=[d)])"]),
        ("(?P<n>a)(?(n)b|c)", []),
        ("[]a|]|[^]b|]", ["[]a|]", "[^]b|]"]),
        ("(?!)", []),
    ],
)
def test_alternatives_look_arounds_and_anchors_of_a_pattern_can_go(pattern: str, dropped: list[str]) -> None:
    assert [pattern[part.start : part.end] for part in regex_parts(pattern)] == dropped


def test_a_dropped_alternative_never_matches_and_groups_stay() -> None:
    first, second = (re.compile(part.left) for part in regex_parts("(?P<x>a)|(?P<y>b)"))
    assert (first.fullmatch("a"), first.groupindex) == (None, {"x": 1, "y": 2})
    assert second.fullmatch("a") is not None


def test_a_dropped_look_around_always_holds() -> None:
    (part,) = regex_parts("a(?!b)")
    assert re.match(part.left, "ab") is not None
