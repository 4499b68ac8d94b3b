"""Contract §4 (fine points «References», «Secrets») and §6, sentence by sentence, through the whole check."""

from datetime import datetime

import pytest

from companion.checker import check
from companion.draft import CheckRequest, Draft
from companion.report import Report

NOW = datetime.fromisoformat("2026-11-23T10:00:00+03:00")
LOST = "12.11.2026 потеряли отправление, прошу найти его."


def checked(description: str, reference: str = "") -> Report:
    draft = Draft(subject="Логистика", reference=reference, description=description)
    return check(CheckRequest(draft=draft), now=NOW)


def numbers(report: Report, field: str) -> list[tuple[str, str]]:
    return [(found.kind, found.value) for found in report.facts.references if found.field == field]


def named(description: str) -> list[tuple[str, str]]:
    return numbers(checked(description), "description")


def fired(report: Report, *groups: str) -> list[str]:
    return [found.rule for found in report.suggestions if found.rule.startswith(groups)]


@pytest.mark.parametrize(
    "text",
    ["Возврат 4111111111111111 не дошёл.", "По возврату № 4111111111111111 нет денег.", "Возвраты: 4111111111111111."],
)
def test_sixteen_digits_right_after_return_are_a_return_whatever_their_check_sum(text: str) -> None:
    report = checked(text)
    assert numbers(report, "description") == [("return", "4111111111111111")]
    assert fired(report, "privacy", "reference.missing") == []


@pytest.mark.parametrize(
    "text",
    [
        "Возврат на карту 4111111111111111 не дошёл.",
        "Возврат по карте 4111111111111111 не дошёл.",
        "Возврат 4111111111111111 на карту не дошёл.",
        "Возврат 4111 1111 1111 1111 не дошёл.",
    ],
)
def test_beside_the_word_card_or_written_as_one_they_are_a_card(text: str) -> None:
    report = checked(text)
    assert numbers(report, "description") == []
    assert fired(report, "privacy") == ["privacy.secret"]


def test_a_return_in_the_number_field_is_no_card_either() -> None:
    report = checked(LOST, "возврат 4111111111111111")
    assert numbers(report, "reference") == [("return", "4111111111111111")]
    assert fired(report, "privacy", "reference") == []


@pytest.mark.parametrize(
    "text",
    [
        "Штрихкод товара 2000061286750 не читается.",
        "EAN товара: 46012345.",
        "Штрих-код на упаковке 2000061286750 стёрт.",
        "Код 2000061286750 (EAN) не читается.",
        "2000061286750 — штрихкод товара.",
        "GTIN-13: 2000061286750, EAN-код 2000061286751.",
    ],
)
def test_no_identifier_is_found_in_an_ean_named_as_such(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Поставка 2000061286750 (штрихкод 4601234567890).",
        "2000061286750 - штрихкоды 4601234567890 и 4601234567891 не приняты.",
        "2000061286750, штрихкод стёрт.",
    ],
)
def test_an_ean_beside_an_identifier_takes_nothing_from_it(text: str) -> None:
    assert named(text) == [("supply", "2000061286750")]


def test_every_digit_of_a_number_may_be_a_look_alike() -> None:
    plain = "10310301-0013-1"
    for letters in ("lОЗlОЗОl-ООl3-І", "IоЗIoзO1-oOІз-l", "1О310301-001З-1"):
        assert named(f"Отправление {letters} потеряно.") == [("posting", plain)]
        assert numbers(checked(LOST, letters), "reference") == [("posting", plain)]
    assert named("🎁 sku64639917О, SKU646З99l70") == [("sku", "646399170"), ("sku", "646399170")]


def test_a_word_after_a_spaced_number_is_no_look_alike() -> None:
    assert named("Отправление 57195475-0050 - о нём пишу снова.") == [("order", "57195475-0050")]
    assert named("Отправление 57195475 - 0050 - З потеряно.") == [("posting", "57195475-0050-3")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Артикул Кружка-белая скрыт.", "Кружка-белая"),
        ("По артикулу Кружка нет остатка.", "Кружка"),
        ("артикул mug", "mug"),
        ("арт. mug/white.2", "mug/white.2"),
        ("артикул: 77", "77"),
        ("артикул № 7", "7"),
        ("артикул AB—77", "AB—77"),
        (f"артикул {'Ж7' * 25}.", "Ж7" * 25),
    ],
)
def test_after_article_stand_up_to_fifty_letters_digits_and_signs_kept_as_they_are(text: str, code: str) -> None:
    assert named(text) == [("article", code)]


@pytest.mark.parametrize(
    "text",
    [
        "Артикул товара не найден.",
        "Артикул Название Количество",
        "По артикулу Ozon не отвечает.",
        "артикул error",
        "Картина в стиле арт Деко, поп арт Nouveau",
        "Артикулов 77, артикул 77 не нужен",
        f"артикул {'Ж7' * 26}",
    ],
)
def test_words_counts_and_longer_runs_after_article_are_no_code(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("content", "kind", "value"),
    [
        ("артикул Кружка", "article", "Кружка"),
        ("арт. кружка-белая", "article", "кружка-белая"),
        ("57195475-ООSО-3", "article", "57195475-ООSО-3"),
        ("карточка «Кружка белая» 646399170", "sku", "646399170"),
    ],
)
def test_the_number_field_takes_words_around_an_identifier(content: str, kind: str, value: str) -> None:
    report = checked(LOST, content)
    assert numbers(report, "reference") == [(kind, value)]
    assert fired(report, "reference") == []


@pytest.mark.parametrize(
    ("content", "value"),
    [
        ("57195475 – 0050 – З", "57195475-0050-3"),
        ("646 З99 17О", "646399170"),
        ("57195475 ОО50 З", "57195475-0050-3"),
        ("57195475 0050-3", "57195475-0050-3"),
        ("5 7195475-0050-3", "57195475-0050-3"),
        ("64 6399170", "646399170"),
        ("2000061 286750", "2000061286750"),
        ("20000612867 50", "2000061286750"),
        ("OZN-653473453", "OZN653473453"),
        ("ii-5275210303", "ii5275210303"),
    ],
)
def test_a_known_number_written_otherwise_is_normalised_by_a_safe_fix(content: str, value: str) -> None:
    report = checked(LOST, content)
    (found,) = (one for one in report.suggestions if one.rule.startswith("reference"))
    assert (found.rule, found.matched) == ("reference.malformed", content)
    (fix,) = found.fixes
    assert (fix.applicability, [edit.text for edit in fix.edits]) == ("safe", [value])


@pytest.mark.parametrize(
    ("content", "values"),
    [
        ("646399170 2", ["646399170"]),
        ("57195475-0050-3 2", ["57195475-0050-3"]),
        ("646399170 646399171", ["646399170", "646399171"]),
        ("646399170 57195475-0050-3", ["646399170", "57195475-0050-3"]),
    ],
)
def test_a_space_between_numbers_or_before_a_count_is_no_inner_space(content: str, values: list[str]) -> None:
    report = checked(LOST, content)
    assert [value for _, value in numbers(report, "reference")] == values
    assert fired(report, "reference") == []


@pytest.mark.parametrize(
    "content", ["4601 234567 890", "ИНН 7701 234567", "11 2026", "12 11 2026", "916 123 45 67", "646399170-й"]
)
def test_a_piece_of_something_else_with_spaces_is_no_sku(content: str) -> None:
    assert fired(checked(LOST, content), "reference") == ["reference.missing", "reference.malformed"]


@pytest.mark.parametrize("content", ["артикул не знаю", "артикул товара", "арт. нет", "2000061286750 (EAN)"])
def test_words_without_an_identifier_in_the_number_field_are_malformed(content: str) -> None:
    assert fired(checked(LOST, content), "reference") == ["reference.missing", "reference.malformed"]
