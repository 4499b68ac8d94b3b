"""The calls of the API: what comes in, what goes out, what is said about mistakes."""

import json
import re
from pathlib import Path

import pytest

from companion import __version__
from companion.rules import ruleset
from tests.support.http import Answer
from tests.support.service import RunningService

SECRET_TEXT = "Эта_фраза_не_для_чужих_глаз"
NOW = "2026-11-23T10:00:00+03:00"


def check(service: RunningService, body: bytes | object) -> Answer:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    headers = service.tool() | {"Content-Type": "application/json"}
    return service.client.request("POST", "/v1/check", raw, headers)


def test_hello_says_who_answers(service: RunningService) -> None:
    expected = {
        "app": "companion",
        "api": 1,
        "version": __version__,
        "ruleset": ruleset(),
        "min_extension": "2026.11.1",
    }
    for answer in (
        service.client.post("/v1/hello", **service.tool()),
        service.client.post("/v1/hello", {}, **service.tool()),
    ):
        assert (answer.status, answer.json()) == (200, expected)


def test_a_draft_gets_its_report(service: RunningService) -> None:
    draft = {"subject": "Финансы", "reference": None, "description": "Оплата не пришла вчера!!!"}
    answer = check(service, {"draft": draft, "revision": 17, "now": NOW})
    assert answer.status == 200
    report = answer.json()
    assert (report["api"], report["unit"], report["revision"], report["ruleset"]) == (1, "utf16", 17, ruleset())
    assert report["took_ms"] > 0
    assert set(report) == {
        "api",
        "ruleset",
        "unit",
        "revision",
        "took_ms",
        "suggestions",
        "readiness",
        "expectation",
        "facts",
    }


def test_the_same_moment_gives_the_same_report(service: RunningService) -> None:
    body = {"draft": {"description": "Оплата не пришла вчера."}, "now": NOW}
    first, second = (check(service, body).json() | {"took_ms": 0} for _ in range(2))
    assert first == second


def test_without_now_the_clock_of_this_computer_counts(service: RunningService) -> None:
    assert check(service, {"draft": {}}).status == 200


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b'{"draft": {}',
        b"\xff\xfe",
        b'{"draft": {"subject": "\xcf\xf0"}}',
        b'{"draft": NaN}',
        b"[" * 60_000,
        b"'",
    ],
)
def test_what_is_no_json_in_utf8_is_malformed(service: RunningService, raw: bytes) -> None:
    answer = check(service, raw)
    assert (answer.status, answer.problem) == (400, "malformed")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ([], "тело запроса"),
        ("text", "тело запроса"),
        ({}, "draft"),
        ({"draft": {}, SECRET_TEXT: 1}, "тело запроса"),
        ({"draft": {SECRET_TEXT: 1}}, "draft"),
        ({"draft": {"subject": 5}}, "draft.subject"),
        ({"draft": {"subject": SECRET_TEXT * 20}}, "draft.subject"),
        ({"draft": {"description": "я" * 20_001}}, "draft.description"),
        ({"draft": {"description": SECRET_TEXT + "\ud800"}}, "draft.description"),
        ({"draft": {"attachments": [{"type": SECRET_TEXT}]}}, "draft.attachments.0.name"),
        ({"draft": {"attachments": [{"name": "a"}] * 51}}, "draft.attachments"),
        ({"draft": {}, "now": "2026-11-23T10:00:00"}, "now"),
        ({"draft": {}, "now": SECRET_TEXT}, "now"),
        ({"draft": {}, "now": 1}, "now"),
        ({"draft": {}, "page": SECRET_TEXT}, "page"),
        ({"draft": {}, "stage": "other"}, "stage"),
        ({"draft": {}, "revision": "1"}, "revision"),
        ({"draft": {}, "revision": -1}, "revision"),
    ],
)
def test_a_wrong_field_is_named_in_russian_without_its_text(service: RunningService, body: object, field: str) -> None:
    answer = check(service, body)
    assert (answer.status, answer.problem) == (422, "invalid")
    assert [error["field"] for error in answer.json()["errors"]] == [field]
    assert SECRET_TEXT not in answer.text
    for text in (answer.json()["title"], answer.json()["detail"], answer.json()["errors"][0]["message"]):
        assert re.search("[а-яё]", text)


def test_the_longest_draft_is_accepted(service: RunningService) -> None:
    draft = {"subject": "я" * 300, "reference": "я" * 300, "description": "😀" * 20_000}
    draft["attachments"] = [{"name": "скрин.png", "type": None, "size": None}] * 50  # type: ignore[assignment]
    assert check(service, {"draft": draft}).status == 200


def test_256_kib_are_the_limit(service: RunningService) -> None:
    fitting = b'{"draft": {}}' + b" " * (256 * 1024 - 13)
    assert check(service, fitting).status == 200
    answer = check(service, fitting + b" ")
    assert (answer.status, answer.problem) == (413, "too-large")


@pytest.mark.parametrize("size", [256 * 1024 + 1, 3_000_000])
def test_a_chunked_body_has_the_same_limit(service: RunningService, size: int) -> None:
    head = f"POST /v1/check HTTP/1.1\r\nHost: {service.client.host}\r\nContent-Type: application/json\r\n"
    head += f"Authorization: {service.tool()['Authorization']}\r\nTransfer-Encoding: chunked\r\n\r\n"
    answer = service.client.raw(head.encode() + b"%x\r\n" % size + b"x" * size + b"\r\n0\r\n\r\n")
    assert (answer.status, answer.problem) == (413, "too-large")


def test_a_chunked_draft_is_checked(service: RunningService) -> None:
    head = f"POST /v1/check HTTP/1.1\r\nHost: {service.client.host}\r\nContent-Type: application/json\r\n"
    head += f"Authorization: {service.tool()['Authorization']}\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert service.client.raw(head.encode() + b'd\r\n{"draft": {}}\r\n0\r\n\r\n').status == 200


def test_a_body_beyond_all_measure_is_refused_in_its_turn(service: RunningService) -> None:
    head = (
        "POST /v1/check HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n"
    )
    assert service.client.raw(head.format(service.client.host).encode()).problem == "too-large"
    assert service.client.raw(head.format("evil.example").encode()).problem == "wrong-host"


def test_the_catalogue_lists_every_rule(service: RunningService) -> None:
    catalogue = service.client.get("/v1/rules", **service.tool()).json()
    assert catalogue["ruleset"] == ruleset()
    identifiers = [rule["id"] for rule in catalogue["rules"]]
    assert identifiers == sorted(identifiers)
    assert "subject.missing" in identifiers


def test_neither_log_nor_answers_repeat_a_draft(service: RunningService, tmp_path: Path) -> None:
    for body in ({"draft": {"description": SECRET_TEXT * 2000}}, {"draft": {"subject": [SECRET_TEXT]}}, [SECRET_TEXT]):
        assert SECRET_TEXT not in check(service, body).text
    broken = json.dumps({"draft": {"description": SECRET_TEXT}}, ensure_ascii=False).encode() + b"}"
    assert SECRET_TEXT not in check(service, broken).text


def test_every_answer_carries_our_mark(service: RunningService) -> None:
    client, tool = service.client, service.tool()
    answers = [
        client.get("/ping"),
        client.get("/"),
        client.get("/nowhere"),
        client.get("/v1/check"),
        client.get("/demo/static/none"),
    ]
    answers += [
        client.get("/v1/rules", **tool),
        client.get("/ping", Host="evil.example"),
        check(service, b"{"),
        check(service, {}),
    ]
    answers += [
        client.request("OPTIONS", "/v1/check"),
        client.raw(b"nonsense\r\n\r\n"),
        client.raw(b"GET / HTTP/1.1\r\nX: " + b"x" * 40_000),
    ]
    answers += [
        client.raw(b"GET http://[ HTTP/1.1\r\n\r\n"),
        client.raw(b"POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n"),
    ]
    assert [answer.header("X-Companion-Api") for answer in answers] == ["1"] * len(answers)
    wrong = [answer for answer in answers if answer.status >= 400]
    assert {answer.header("Content-Type") for answer in wrong} == {"application/problem+json"}
    assert [answer.json()["status"] for answer in wrong] == [answer.status for answer in wrong]
    assert {answer.header("Server") for answer in answers} == {None}
