"""The gate: who is let in, who is not, and in which order it is asked."""

import json

import pytest

from tests.support.http import CHROME, FIREFOX, OTHER_CHROME, Answer
from tests.support.service import RunningService

DRAFT = {"draft": {"description": "Оплата не пришла."}}
FOREIGN_HOSTS = [
    "evil.example:{port}",
    "evil.example",
    "127.0.0.1",
    "127.0.0.1:1",
    "127.0.0.1:{port}.",
    "127.0.0.1.:{port}",
    "localhost.:{port}",
    "LOCALHOST:{port}",
    "localhost",
    "127.0.0.1:0{port}",
    "127.1:{port}",
    "0.0.0.0:{port}",
    "[::1]:{port}",
    "2130706433:{port}",
    "127.0.0.1:{port}@evil.example",
    "evil.example@127.0.0.1:{port}",
    "127.0.0.1:{port}, evil.example",
    "",
]


def refused(answer: Answer, status: int, problem: str) -> bool:
    return (answer.status, answer.problem) == (status, problem)


@pytest.mark.parametrize("host", FOREIGN_HOSTS)
@pytest.mark.parametrize("path", ["/ping", "/demo/form", "/v1/rules", "/nowhere"])
def test_a_rebound_name_reaches_nothing(service: RunningService, host: str, path: str) -> None:
    named = host.format(port=service.settings.port)
    assert refused(service.client.get(path, Host=named, **service.tool()), 403, "wrong-host")


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_both_names_of_this_computer_are_served(service: RunningService, name: str) -> None:
    assert service.client.get("/ping", Host=f"{name}:{service.settings.port}").status == 200


def test_two_host_headers_are_no_host(service: RunningService) -> None:
    host = service.client.host
    answer = service.client.request("GET", "/ping", headers=[("Host", host), ("Host", host)])
    assert refused(answer, 403, "wrong-host")


def test_a_request_without_host_is_refused(service: RunningService) -> None:
    assert refused(service.client.raw(b"GET /ping HTTP/1.0\r\n\r\n"), 403, "wrong-host")


def test_a_full_address_in_the_request_line_counts_as_host(service: RunningService) -> None:
    host = service.client.host.encode()
    foreign = b"GET http://evil.example/ping HTTP/1.1\r\nHost: " + host + b"\r\n\r\n"
    own = b"GET http://" + host + b"/ping HTTP/1.1\r\nHost: " + host + b"\r\n\r\n"
    assert refused(service.client.raw(foreign), 403, "wrong-host")
    assert service.client.raw(own).status == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site", "Cross-Site", "none, cross-site", "anything"])
@pytest.mark.parametrize("path", ["/", "/ping", "/demo/form", "/static/start.js", "/v1/rules", "/nowhere"])
def test_other_sites_reach_nothing_pages_too(service: RunningService, site: str, path: str) -> None:
    headers = {**service.tool(), "Sec-Fetch-Site": site}
    assert refused(service.client.request("GET", path, headers=headers), 403, "cross-site")


@pytest.mark.parametrize("site", ["none", "same-origin"])
def test_the_browser_itself_and_our_own_pages_get_through(service: RunningService, site: str) -> None:
    assert service.client.get("/ping", Sec_Fetch_Site=site).status == 200


@pytest.mark.parametrize(
    "origin", ["https://seller.ozon.ru", "null", "", OTHER_CHROME, "http://127.0.0.1:1", "file://", f"{CHROME}/", "*"]
)
def test_only_paired_origins_are_answered(service: RunningService, origin: str) -> None:
    headers = service.pair(CHROME) | {"Origin": origin}
    assert refused(service.client.post("/v1/hello", {}, **headers), 403, "wrong-origin")
    assert refused(service.client.get("/ping", Origin=origin), 403, "wrong-origin")


def test_a_paired_origin_twice_is_no_origin(service: RunningService) -> None:
    token = service.pair(CHROME)["Authorization"]
    headers = [("Origin", CHROME), ("Origin", CHROME), ("Authorization", token)]
    assert refused(service.client.request("POST", "/v1/hello", headers=headers), 403, "wrong-origin")


def test_pairing_during_the_run_lets_the_extension_in(service: RunningService) -> None:
    assert service.client.post("/v1/hello", {}, Origin=FIREFOX).status == 403
    paired = service.pair(FIREFOX)
    assert service.client.post("/v1/hello", {}, **paired).status == 200


def test_a_token_serves_only_the_origin_it_was_given_to(service: RunningService) -> None:
    first, second = service.pair(CHROME), service.pair(FIREFOX)
    stolen = {"Authorization": first["Authorization"], "Origin": second["Origin"]}
    assert refused(service.client.post("/v1/hello", {}, **stolen), 401, "unknown-caller")
    own_page = {"Authorization": first["Authorization"], "Origin": service.address}
    assert refused(service.client.post("/v1/hello", {}, **own_page), 401, "unknown-caller")


def test_an_extension_sends_no_origin_with_get(service: RunningService) -> None:
    token = service.pair(CHROME)["Authorization"]
    assert service.client.get("/v1/rules", Authorization=token).status == 200


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", "Bearer wrong", "Basic dTpw", "Bearer я", "{token}", "Bearer {token}x"]
)
def test_without_its_token_nobody_is_let_in(service: RunningService, header: str) -> None:
    token = service.access.new_token("tests")
    answer = service.client.get("/v1/rules", Authorization=header.format(token=token))
    assert refused(answer, 401, "unknown-caller")
    assert str(answer.header("WWW-Authenticate")).startswith("Bearer")


def test_a_tool_of_the_same_user_needs_no_origin(service: RunningService) -> None:
    assert service.client.post("/v1/hello", {}, **service.tool()).status == 200


def test_every_route_is_closed_unless_it_is_declared_public(service: RunningService) -> None:
    open_paths = {"/ping", "/demo/form", "/demo/messenger", "/demo/static/demo.css"}
    closed = ["/", "/lab", "/journal", "/code", "/v1/rules", "/v1/openapi.json"]
    assert {path for path in closed if service.client.get(path).status != 401} == set()
    assert {path for path in open_paths if service.client.get(path).status != 200} == set()
    for path in ("/v1/hello", "/v1/check", "/v1/link"):
        assert service.client.post(path, {}).status == 401


@pytest.mark.parametrize(
    "path",
    [
        "//v1/rules",
        "/v1//rules",
        "/v1/./rules",
        "/v1/../v1/rules",
        "/V1/rules",
        "/v1/rules/",
        "/%76%31/rules",
        "/demo/../v1/rules",
    ],
)
def test_no_spelling_of_a_path_goes_around_the_gate(service: RunningService, path: str) -> None:
    assert service.client.get(path).status in (401, 404)


@pytest.mark.parametrize(
    "content_type",
    [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonp",
        "",
        "application/json; charset=windows-1251",
        "application/json, text/plain",
        "text/json",
    ],
)
def test_a_body_that_is_not_json_is_refused(service: RunningService, content_type: str) -> None:
    headers = service.tool() | {"Content-Type": content_type}
    answer = service.client.request("POST", "/v1/check", json.dumps(DRAFT).encode(), headers)
    assert refused(answer, 415, "not-json")


def test_a_body_without_type_or_in_disguise_is_refused(service: RunningService) -> None:
    body = json.dumps(DRAFT).encode()
    assert refused(service.client.request("POST", "/v1/check", body, service.tool()), 415, "not-json")
    packed = service.tool() | {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    assert refused(service.client.request("POST", "/v1/check", body, packed), 415, "not-json")


def test_json_with_its_charset_named_is_accepted(service: RunningService) -> None:
    headers = service.tool() | {"Content-Type": "Application/JSON; charset=UTF-8"}
    assert service.client.request("POST", "/v1/hello", b"{}", headers).status == 200


def test_the_order_of_the_steps_is_the_contracts(service: RunningService) -> None:
    """Everything is wrong at first; put right one by one, each step speaks in its turn."""
    headers = {"Host": "evil.example", "Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}
    headers |= {"Content-Type": "text/plain", "Authorization": "Bearer wrong"}
    body = b"x" * (256 * 1024 + 1)
    right = [
        ("Host", service.client.host),
        ("Sec-Fetch-Site", "none"),
        ("Origin", service.pair(CHROME)["Origin"]),
        ("Content-Type", "application/json"),
    ]
    told = []
    for name, value in right:
        told.append(service.client.request("POST", "/v1/check", body, headers).problem)
        headers[name] = value
    told.append(service.client.request("POST", "/v1/check", body, headers).problem)
    told.append(service.client.request("POST", "/v1/check", b"{}", headers).problem)
    assert told == ["wrong-host", "cross-site", "wrong-origin", "not-json", "too-large", "unknown-caller"]


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"])
def test_unknown_addresses_and_methods_pass_the_gate_first(service: RunningService, method: str) -> None:
    foreign = {"Sec-Fetch-Site": "cross-site"}
    assert refused(service.client.request(method, "/nowhere", headers=foreign), 403, "cross-site")
    assert refused(service.client.request(method, "/nowhere"), 404, "not-found")


def test_a_wrong_method_is_named_with_the_right_ones(service: RunningService) -> None:
    answer = service.client.get("/v1/check")
    assert refused(answer, 405, "wrong-method")
    assert "POST" in str(answer.header("Allow"))
