"""Pairing: the six digits, and what guessing them costs."""

import threading

import pytest

from companion.service.access import Access
from companion.service.codes import WRONG_TRIES_AN_HOUR
from tests.support.http import CHROME, FIREFOX, Answer
from tests.support.service import RunningService


def try_code(service: RunningService, code: str, origin: str = CHROME) -> Answer:
    return service.client.post("/v1/pair", {"code": code, "client": "tests"}, Origin=origin)


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def test_the_right_code_gives_a_token_that_works(service: RunningService) -> None:
    answer = try_code(service, service.access.new_code().value)
    assert answer.status == 200
    token = answer.json()["token"]
    assert service.client.post("/v1/hello", {}, Authorization=f"Bearer {token}", Origin=CHROME).status == 200


def test_a_code_may_be_typed_as_it_is_shown(service: RunningService) -> None:
    code = service.access.new_code().value
    assert try_code(service, f" {code[:3]} {code[3:]}").status == 200


def test_a_code_pairs_every_browser_of_the_user_while_it_lives(service: RunningService) -> None:
    code = service.access.new_code().value
    assert try_code(service, code).status == 200
    assert try_code(service, code, FIREFOX).status == 200
    service.clock.pass_seconds(181)
    assert try_code(service, code).problem == "wrong-code"


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "https://seller.ozon.ru",
        "null",
        "{own}",
        "chrome-extension://",
        "chrome-extension://*",
        "moz-extension://a b",
        "chrome-extension://id.evil.example",
        "chrome-extension://id/path",
        "http://chrome-extension://id",
        "safari-web-extension://id",
    ],
)
def test_only_extensions_pair(service: RunningService, origin: str | None) -> None:
    headers = {} if origin is None else {"Origin": origin.format(own=service.address)}
    body = {"code": service.access.new_code().value, "client": "tests"}
    answer = service.client.post("/v1/pair", body, **headers)
    assert (answer.status, answer.problem) == (403, "wrong-origin")


def test_a_code_lives_three_minutes(service: RunningService) -> None:
    early, late = service.access.new_code().value, service.access.new_code().value
    service.clock.pass_seconds(179)
    assert try_code(service, early).status == 200
    service.clock.pass_seconds(2)
    assert (try_code(service, late).status, try_code(service, late).problem) == (403, "wrong-code")


def test_a_code_survives_four_wrong_tries_and_dies_of_the_fifth(service: RunningService) -> None:
    code = service.access.new_code().value
    assert [try_code(service, wrong(code)).status for _ in range(4)] == [403] * 4
    assert try_code(service, code).status == 200
    code = service.access.new_code().value
    assert [try_code(service, wrong(code)).status for _ in range(6)] == [403] * 5 + [429]
    answer = try_code(service, code)
    assert (answer.status, answer.problem, answer.header("Retry-After")) == (429, "too-many-tries", "180")


def test_wrong_tries_count_against_every_live_code(service: RunningService) -> None:
    codes = [service.access.new_code().value for _ in range(3)]
    missing = next(f"{number:06}" for number in range(10) if f"{number:06}" not in codes)
    assert [try_code(service, missing).status for _ in range(5)] == [403] * 5
    assert [try_code(service, code).status for code in codes] == [429] * 3


def test_a_new_code_helps_after_too_many_tries(service: RunningService) -> None:
    code = service.access.new_code().value
    for _ in range(6):
        try_code(service, wrong(code))
    assert try_code(service, service.access.live_code().value).status == 200


def test_guessing_goes_no_faster_with_many_codes(service: RunningService) -> None:
    made = 0
    while made < WRONG_TRIES_AN_HOUR:
        code = service.access.new_code().value
        made += sum(try_code(service, wrong(code)).status == 403 for _ in range(5))
    code = service.access.new_code().value
    assert try_code(service, code).status == 429
    service.clock.pass_seconds(3601)
    assert try_code(service, service.access.new_code().value).status == 200


def test_many_tries_at_once_are_counted_one_by_one(service: RunningService) -> None:
    code = service.access.new_code().value
    statuses: list[int] = []
    tries = [threading.Thread(target=lambda: statuses.append(try_code(service, wrong(code)).status)) for _ in range(20)]
    for thread in tries:
        thread.start()
    for thread in tries:
        thread.join()
    assert sorted(statuses) == [403] * 5 + [429] * 15


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"code": "123456"},
        {"code": 123456, "client": "x"},
        {"code": "1" * 21, "client": "x"},
        {"code": "1", "client": ""},
        [],
    ],
)
def test_a_body_of_another_shape_is_explained_and_costs_no_try(service: RunningService, body: object) -> None:
    code = service.access.new_code().value
    for _ in range(6):
        assert service.client.post("/v1/pair", body, Origin=CHROME).status == 422
    assert try_code(service, code).status == 200


def test_another_process_sees_the_same_codes(service: RunningService) -> None:
    elsewhere = Access(service.settings.access_file, clock=service.clock)
    code = elsewhere.new_code().value
    elsewhere.close()
    assert try_code(service, code).status == 200
