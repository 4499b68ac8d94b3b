"""The policy: the guide's figures as data, and what is said of a policy that cannot be used."""

from importlib.resources import files
from typing import Any

import pytest

from companion.expectation import GUIDE_POLICY
from companion.expectation.policy import Hours, PolicyError, Term, WorkingDays, parse_policy, parse_term, read_policy

GUIDE: dict[str, Any] = {
    "urgent": {"label": "до 8 часов", "hours": 8},
    "complex": {"label": "до 5 рабочих дней", "working_days": {"max": 5}},
    "finance": {"label": "1–3 рабочих дня", "working_days": {"min": 1, "max": 3}},
    "standard": {"label": "до 24 часов", "hours": 24},
}


def test_the_guides_figures() -> None:
    assert GUIDE_POLICY.terms == (
        Term("urgent", "до 8 часов", Hours(8)),
        Term("complex", "до 5 рабочих дней", WorkingDays(5)),
        Term("finance", "1–3 рабочих дня", WorkingDays(3, min=1)),
        Term("standard", "до 24 часов", Hours(24)),
    )


def test_a_policy_can_be_made_of_the_guides_tables_with_one_changed() -> None:
    changed = parse_policy(GUIDE | {"urgent": {"label": "до 4 часов", "hours": 4}}, "settings.toml")
    assert [term.label for term in changed.terms] == ["до 4 часов", *(term.label for term in GUIDE_POLICY.terms[1:])]


def test_a_policy_without_a_range_has_no_earliest_day() -> None:
    assert (WorkingDays(3, min=1).earliest, WorkingDays(3).earliest, WorkingDays(3, min=3).earliest) == (1, None, None)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"urgent": 8}, "[urgent]: нужна таблица с label и hours или working_days"),
        ({"finances": {}}, "неизвестный вид срока [finances], есть только urgent, complex, finance, standard"),
        ({"urgent": {"hours": 8}}, "[urgent] label: нужна подпись, например «до 24 часов»"),
        ({"urgent": {"label": " ", "hours": 8}}, "[urgent] label: нужна подпись, например «до 24 часов»"),
        ({"urgent": {"label": "скоро"}}, "[urgent]: нужно что-то одно: hours или working_days"),
        (
            {"urgent": {"label": "скоро", "hours": 8, "working_days": {"max": 1}}},
            "[urgent]: нужно что-то одно: hours или working_days",
        ),
        (
            {"urgent": {"label": "скоро", "hour": 8}},
            "[urgent]: неизвестный ключ «hour», есть только label, hours, working_days",
        ),
        *(
            (
                {"urgent": {"label": "скоро", "hours": hours}},
                f"[urgent] hours: нужно целое число от 1 до 1440, а стоит «{hours}»",
            )
            for hours in (0, -1, 1441, 1.5, True, "восемь")
        ),
        (
            {"finance": {"label": "скоро", "working_days": 3}},
            "[finance] working_days: нужно, например, { max = 5 } или { min = 1, max = 3 }",
        ),
        (
            {"finance": {"label": "скоро", "working_days": {"min": 3}}},
            "[finance] working_days: нужно, например, { max = 5 } или { min = 1, max = 3 }",
        ),
        (
            {"finance": {"label": "скоро", "working_days": {"min": 5, "max": 3}}},
            "[finance] working_days: min (5) больше, чем max (3)",
        ),
        (
            {"finance": {"label": "скоро", "working_days": {"max": 61}}},
            "[finance] working_days.max: нужно целое число от 1 до 60, а стоит «61»",
        ),
        (
            {"finance": {"label": "скоро", "working_days": {"from": 1, "max": 3}}},
            "[finance] working_days: неизвестный ключ «from», есть только min, max",
        ),
    ],
)
def test_a_mistake_is_named_with_its_file_and_place(change: dict[str, Any], message: str) -> None:
    with pytest.raises(PolicyError) as error:
        parse_policy(GUIDE | change, "settings.toml")
    assert str(error.value) == f"settings.toml: {message}"


def test_a_missing_kind_is_named() -> None:
    with pytest.raises(PolicyError, match=r"^settings\.toml: не хватает таблицы \[urgent\]$"):
        parse_policy({"standard": GUIDE["standard"]}, "settings.toml")


def test_the_kind_that_always_fits_comes_last() -> None:
    tables = {kind: GUIDE[kind] for kind in ("standard", "urgent", "complex", "finance")}
    with pytest.raises(PolicyError, match=r"\[standard\] подходит всегда и должна стоять последней$"):
        parse_policy(tables, "settings.toml")


def test_a_file_that_is_no_toml_is_named_with_the_line() -> None:
    with pytest.raises(PolicyError, match=r"^policy\.toml: файл не читается как TOML: .*line 2"):
        read_policy("[urgent]\nhours = \n", "policy.toml")


def test_the_file_reads_the_same_from_a_windows_checkout() -> None:
    text = files("companion.expectation").joinpath("policy.toml").read_bytes().decode()
    assert read_policy(text.replace("\r\n", "\n").replace("\n", "\r\n"), "policy.toml") == GUIDE_POLICY


@pytest.mark.parametrize(
    ("words", "label", "within"),
    [
        ("8 часов", "до 8 часов", Hours(8)),
        ("до 24 ч", "до 24 часов", Hours(24)),
        ("1 час", "до 1 часа", Hours(1)),
        ("до 21 часа", "до 21 часа", Hours(21)),
        ("5 рабочих дней", "до 5 рабочих дней", WorkingDays(5)),
        ("1 рабочий день", "до 1 рабочего дня", WorkingDays(1)),
        ("до 2 раб. дн.", "до 2 рабочих дней", WorkingDays(2)),
        ("1-3 рабочих дня", "1–3 рабочих дня", WorkingDays(3, min=1)),
        ("1 — 5 рабочих дней", "1–5 рабочих дней", WorkingDays(5, min=1)),
        ("20–21 Рабочий День", "20–21 рабочий день", WorkingDays(21, min=20)),
        ("12–14 рабочих дней", "12–14 рабочих дней", WorkingDays(14, min=12)),
        ("3–3 рабочих дня", "до 3 рабочих дней", WorkingDays(3, min=3)),
    ],
)
def test_a_time_may_be_given_in_words_and_gets_a_right_label(
    words: str, label: str, within: Hours | WorkingDays
) -> None:
    assert parse_term("finance", words) == Term("finance", label, within)


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ({"hours": 24}, "до 24 часов"),
        ({"working_days": {"max": 22}}, "до 22 рабочих дней"),
        ({"working_days": {"min": 1, "max": 2}}, "1–2 рабочих дня"),
        ({"working_days": {"max": 2}, "label": "скоро"}, "скоро"),
    ],
)
def test_a_label_that_is_left_out_is_made(value: dict[str, Any], label: str) -> None:
    assert parse_term("finance", value).label == label


@pytest.mark.parametrize(
    "words", ["", "скоро", "8", "8 дней", "1-2-3 рабочих дня", "часов 8", "-1 час", "9999999 часов"]
)
def test_other_words_are_no_time(words: str) -> None:
    with pytest.raises(PolicyError, match=r"^\[finance\]: не понять срок"):
        parse_term("finance", words)


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("1–8 часов", ""),
        ("0 часов", ""),
        ({"hours": 0}, "hours"),
        ({"working_days": {"max": 61}}, "working_days"),
        ({"working_days": {"min": 2, "max": 1}}, "working_days"),
        ({"hour": 1}, "hour"),
        ({"hours": 1, "label": ""}, "label"),
        (8, ""),
    ],
)
def test_the_wrong_key_of_a_kind_is_named(value: Any, key: str) -> None:
    with pytest.raises(PolicyError) as error:
        parse_term("finance", value)
    assert error.value.key == key
