"""CORS: exact, for paired extensions alone, on the API alone."""

import pytest

from tests.support.http import CHROME, FIREFOX, OTHER_CHROME, Answer
from tests.support.service import RunningService


def preflight(service: RunningService, path: str, origin: str, **headers: str) -> Answer:
    asked = {"Origin": origin, "Access-Control-Request-Method": "POST", **headers}
    return service.client.request("OPTIONS", path, headers=asked)


def cors_headers(answer: Answer) -> dict[str, str]:
    return {name: value for name, value in answer.headers if name.lower().startswith("access-control")}


def test_a_paired_extension_gets_its_preflight(service: RunningService) -> None:
    service.pair(CHROME)
    service.pair(FIREFOX)
    answer = preflight(
        service, "/v1/check", CHROME, **{"Access-Control-Request-Headers": "authorization, content-type, x-other"}
    )
    assert answer.status == 200
    assert answer.header("Access-Control-Allow-Origin") == CHROME
    assert answer.header("Access-Control-Allow-Headers") == "authorization, content-type"
    assert "POST" in str(answer.header("Access-Control-Allow-Methods"))
    assert answer.header("Access-Control-Allow-Credentials") is None


@pytest.mark.parametrize("origin", [OTHER_CHROME, "https://seller.ozon.ru", "null", CHROME.upper(), "{own}"])
@pytest.mark.parametrize("path", ["/v1/check", "/v1/pair", "/ping"])
def test_nobody_else_does(service: RunningService, origin: str, path: str) -> None:
    service.pair(CHROME)
    answer = preflight(service, path, origin.format(own=service.address))
    assert (answer.status, answer.problem, cors_headers(answer)) == (403, "wrong-origin", {})


@pytest.mark.parametrize("path", ["/", "/ping", "/demo/form", "/code", "/static/start.js", "/nowhere", "*"])
def test_only_the_api_answers_preflights(service: RunningService, path: str) -> None:
    service.pair(CHROME)
    answer = preflight(service, path, CHROME)
    assert (answer.status, cors_headers(answer)) == (403, {})


def test_options_that_are_no_preflight_are_refused(service: RunningService) -> None:
    headers = service.pair(CHROME)
    assert service.client.request("OPTIONS", "/v1/check", headers=headers).status == 403


def test_answers_name_the_exact_origin_and_only_where_it_asked(service: RunningService) -> None:
    paired, tool = service.pair(CHROME), service.tool()
    assert service.client.post("/v1/hello", {}, **paired).header("Access-Control-Allow-Origin") == CHROME
    assert cors_headers(service.client.post("/v1/hello", {}, **tool)) == {}
    assert cors_headers(service.client.get("/ping", Origin=CHROME)) == {}


def test_private_networks_are_never_spoken_of(service: RunningService) -> None:
    paired = service.pair(CHROME)
    asked = {"Access-Control-Request-Private-Network": "true", "Access-Control-Request-Local-Network": "true"}
    for answer in (
        preflight(service, "/v1/check", CHROME, **asked),
        service.client.post("/v1/hello", {}, **paired, **asked),
    ):
        assert answer.status == 200
        assert not any("network" in name.lower() for name, _ in answer.headers)
