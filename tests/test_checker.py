"""The report as the contract words it: order, offsets, keys, checklist, score, and the silence of other stages."""

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.checker import check
from companion.draft import FIELDS, CheckRequest
from companion.payload import validate
from companion.report import Report

NOW = datetime.fromisoformat("2026-11-23T10:00:00+03:00")
ANGRY = (
    "Вы опять не зачислили оплату за заказ!!! Вчера деньги должны были прийти. "
    "Это безобразие, МОШЕННИКИ! Скриншот отчёта прилагаю."
)
EXCELLENT = (
    "Здравствуйте! 12.11.2026 не зачислен платёж 4 500 ₽ по заказу 57195475-0050-3. "
    "В отчёте о реализации сумма есть, на баланс она не поступила. Прошу проверить начисление и сообщить срок выплаты."
)


def report(description: str = "", *, page: str = "form", stage: str = "request", **draft: Any) -> Report:
    body = {"draft": {"description": description, **draft}, "page": page, "stage": stage}
    return check(validate(CheckRequest, body), now=NOW)


def rules(given_report: Report) -> list[str]:
    return [suggestion.rule for suggestion in given_report.suggestions]


def statuses(given_report: Report) -> dict[str, str]:
    return {entry.item: entry.status for entry in given_report.readiness.checklist}


def test_an_angry_draft_learns_everything_that_support_will_ask_for() -> None:
    found = report(ANGRY, subject="Финансы")
    assert {"reference.missing", "date.relative", "request.missing", "evidence.promised", "tone.emotional"} < set(
        rules(found)
    )
    assert not found.readiness.ready
    assert statuses(found) == {
        "subject": "done",
        "reference": "missing",
        "description": "done",
        "dates": "problem",
        "request": "missing",
        "evidence": "missing",
        "tone": "problem",
    }
    assert found.readiness.score == round(100 * 2 / 7)
    assert found.expectation.kind == "finance"
    assert found.expectation.due == "2026-11-26T23:59:59+03:00"


def test_an_excellent_draft_is_ready_and_nothing_is_said() -> None:
    found = report(EXCELLENT, subject="Финансы", reference="57195475-0050-3", attachments=[{"name": "отчёт.pdf"}])
    assert rules(found) == []
    assert found.readiness.ready
    assert found.readiness.score == 100
    assert found.facts.category == "finance"
    assert [fact.value for fact in found.facts.dates] == ["2026-11-12"]
    assert [(fact.value, fact.text) for fact in found.facts.amounts] == [("4500.00", "4 500 ₽")]


def test_suggestions_come_in_the_order_of_the_fields_then_of_the_offset() -> None:
    found = report(ANGRY, reference="нет").suggestions
    places = [(FIELDS.index(suggestion.field), suggestion.offset) for suggestion in found]
    assert places == sorted(places)
    assert found[0].field == "subject"


@pytest.mark.parametrize("blank", ["", "  \n", "\u200b\u00a0"])
def test_an_empty_description_says_nothing_else_of_text_number_or_proof(blank: str) -> None:
    found = report(blank, subject="Финансы", reference="Нет", attachments=[{"name": "пусто.exe", "size": 0}])
    assert rules(found) == ["description.missing"]
    assert statuses(found)["description"] == "missing"


def test_an_empty_draft_has_nothing_done() -> None:
    found = report()
    assert rules(found) == ["subject.missing", "description.missing"]
    assert found.readiness.score == 0


def test_a_reply_is_judged_by_tone_secrets_impossible_dates_and_promises_alone() -> None:
    found = report("Сколько можно! Вчера отправил скрины во вложении, 31.11.2026 жду", stage="reply")
    assert set(rules(found)) == {"tone.emotional", "date.impossible", "evidence.promised"}
    assert found.readiness.checklist == ()
    assert report("Добавляю.", stage="reply").readiness.ready


def test_a_messenger_without_a_menu_path_says_nothing_of_the_topic_or_the_number_field() -> None:
    found = report("Прошу проверить заказ 57195475-0050-3 от 12.11.2026.", page="messenger")
    assert rules(found) == []
    assert statuses(found)["subject"] == "not_needed"


def test_what_a_problem_does_not_need_does_not_count() -> None:
    found = report("Подскажите, как изменить реквизиты юридического лица?", subject="Финансы")
    assert statuses(found) == {
        "subject": "done",
        "reference": "not_needed",
        "description": "done",
        "dates": "not_needed",
        "request": "done",
        "evidence": "not_needed",
        "tone": "done",
    }
    assert found.readiness.score == 100


def test_a_key_stays_when_the_text_around_moves() -> None:
    alone = {s.key for s in report("Это безобразие, прошу проверить.").suggestions if s.rule == "tone.emotional"}
    moved = report("Добрый день.\nПишу о заказе. 👍 Это  безобразие, прошу проверить. Жду ответа.")
    assert alone == {s.key for s in moved.suggestions if s.rule == "tone.emotional"}


def test_keys_of_one_report_differ() -> None:
    found = report("Безобразие. Безобразие. Безобразие! Прошу ответить.").suggestions
    assert len({suggestion.key for suggestion in found}) == len(found)


@given(st.text(max_size=200), st.text(max_size=40), st.text(max_size=40))
def test_no_text_breaks_a_check_and_offsets_point_at_what_was_matched(
    description: str, subject: str, reference: str
) -> None:
    found = report(description, subject=subject, reference=reference)
    for suggestion in found.suggestions:
        text = {"description": description, "subject": subject, "reference": reference}.get(suggestion.field, "")
        units = text.encode("utf-16-le")
        part = units[2 * suggestion.offset : 2 * (suggestion.offset + suggestion.length)]
        assert part.decode("utf-16-le") == suggestion.matched
        for edit in (edit for fix in suggestion.fixes for edit in fix.edits):
            assert 0 <= edit.offset <= edit.offset + edit.length <= len(units) // 2 or edit.field != suggestion.field
    facts = found.facts
    lengths = [fact.length for group in (facts.references, facts.dates, facts.amounts) for fact in group]
    assert all(length > 0 for length in lengths)
