"""`companion check --explain`: what was understood, and why each rule spoke or was silent."""

import json
from pathlib import Path
from typing import Any

import pytest

from companion.rules import all_rules
from tests.support.service import run

NOW = "2026-11-23T10:00:00+03:00"
DRAFT = {
    "subject": "Финансы",
    "description": (
        "😀 Вчера, 22.11.2026, не зачислили 4 500 ₽ за поставку 2000061286750. Писал вам на днях про НДС. "
        "Это безобразие! Скриншот прилагаю."
    ),
}


def explained(folder: Path, draft: dict[str, Any] = DRAFT, *, body: dict[str, Any] | None = None) -> dict[str, Any]:
    file = folder / "черновик.json"
    file.write_text(json.dumps({"draft": draft, **(body or {})}, ensure_ascii=False), encoding="utf-8")
    done = run("check", str(file), "--now", NOW, "--explain", "--format", "json")
    assert done.stderr == ""
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def rule(document: dict[str, Any], identifier: str) -> dict[str, Any]:
    found: dict[str, Any] = next(entry for entry in document["explain"] if entry["rule"] == identifier)
    return found


def told(document: dict[str, Any], sort: str) -> list[tuple[str, str]]:
    return [
        (mention["excerpt"], mention["said"])
        for mention in document["understood"]["mentions"]
        if mention["sort"] == sort
    ]


def test_every_rule_is_explained_and_the_report_stays_as_it_is(tmp_path: Path) -> None:
    document = explained(tmp_path)
    assert [entry["rule"] for entry in document["explain"]] == [known.id for known in all_rules()]
    plain = json.loads(run("check", str(tmp_path / "черновик.json"), "--now", NOW, "--format", "json").stdout)
    extra = {"understood", "explain"}
    assert {name: value for name, value in document.items() if name not in extra} | {"took_ms": 0} == plain | {
        "took_ms": 0
    }


def test_a_finding_stands_with_its_words_where_the_report_has_it(tmp_path: Path) -> None:
    document = explained(tmp_path)
    for entry in document["explain"]:
        reported = [
            (found["field"], found["offset"], found["length"], found["message"])
            for found in document["suggestions"]
            if found["rule"] == entry["rule"]
        ]
        assert [(hit["field"], hit["offset"], hit["length"], hit["said"]) for hit in entry["hits"]] == reported
        assert (entry["state"] == "fired") == bool(reported)
    assert rule(document, "tone.emotional")["hits"][0]["excerpt"] == "безобразие"


def test_a_spared_candidate_says_why(tmp_path: Path) -> None:
    document = explained(tmp_path)
    relative = rule(document, "date.relative")
    assert [(seen["excerpt"], seen["said"]) for seen in relative["spared"]] == [("Вчера", "рядом стоит дата")]
    assert [seen["excerpt"] for seen in relative["hits"]] == ["на днях"]
    assert (relative["spared"][0]["offset"], relative["spared"][0]["length"]) == (3, 5)
    shouting = rule(document, "tone.shouting")
    assert [(seen["excerpt"], seen["said"]) for seen in shouting["spared"]] == [("НДС", "это сокращение")]


def test_a_rule_with_nothing_to_look_at_names_the_condition_that_stopped_it(tmp_path: Path) -> None:
    document = explained(tmp_path, {"description": "Подскажите, как изменить реквизиты?"})
    assert rule(document, "date.missing")["stopped_by"] == "о событии не рассказано"
    assert rule(document, "evidence.missing")["stopped_by"] == "подтверждать нечего"
    assert rule(document, "date.missing")["state"] == "silent"


def test_a_rule_that_is_not_asked_says_so(tmp_path: Path) -> None:
    in_reply = rule(explained(tmp_path, body={"stage": "reply"}), "date.relative")
    assert (in_reply["state"], in_reply["stopped_by"]) == (
        "not_asked",
        "в ответе на открытое обращение это правило не спрашивают",
    )
    empty = explained(tmp_path, {"description": " "})
    assert rule(empty, "date.missing")["stopped_by"] == "описание пустое"
    assert rule(empty, "description.missing")["state"] == "fired"


def test_what_was_understood_comes_with_the_deciding_words(tmp_path: Path) -> None:
    document = explained(tmp_path)
    category = document["understood"]["category"]
    assert (category["category"], category["by_topic"], category["by_text"]) == ("finance", "finance", "finance")
    assert category["words"] == "не зачислили"
    assert category["scores"]["finance"] > category["scores"]["logistics"]
    (problem,) = told(document, "problem")
    assert problem[0] == "не зачислили"
    assert "problems.payout" in problem[1]
    assert told(document, "identifier") == [("2000061286750", "поставка 2000061286750")]
    assert told(document, "date") == [
        ("Вчера", "относительная дата: 22.11.2026"),
        ("22.11.2026", "22.11.2026"),
        ("на днях", "относительная дата: какой день, неясно"),
    ]
    assert told(document, "amount") == [("4 500 ₽", "4500.00 RUB")]
    assert told(document, "promise") == [("прилагаю", "обещан файл")]
    assert told(document, "request") == []
    assert [excerpt for excerpt, _ in told(document, "event")] == ["не зачислили"]


def test_the_text_reads_from_what_was_understood_to_the_rules(tmp_path: Path) -> None:
    explained(tmp_path)
    done = run("check", str(tmp_path / "черновик.json"), "--now", NOW, "--explain")
    assert done.returncode == 1
    parts = (
        "Готовность:",
        "Что понято:",
        "Категория: Финансы.",
        "«не зачислили»: Деньги не пришли",
        "Просьбы: нет",
        "Правила:",
        "- date.relative: сработало 1",
        "пропущено: «Вчера»: рядом стоит дата",
        "- description.missing: молчит: описание заполнено",
    )
    places = [done.stdout.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("draft", [{}, {"description": "?"}, {"subject": "😀" * 20, "reference": "😀" * 300}])
def test_any_draft_can_be_explained(tmp_path: Path, draft: dict[str, Any]) -> None:
    assert len(explained(tmp_path, draft)["explain"]) == len(all_rules())


def test_many_drafts_are_not_explained(tmp_path: Path) -> None:
    done = run("check", "--jsonl", str(tmp_path / "черновики.jsonl"), "--explain")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("--explain: ")
