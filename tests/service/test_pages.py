"""What a browser gets: pages behind a one-time link, practice pages for everybody, strict headers."""

import re

import pytest

from tests.support.http import CHROME
from tests.support.service import RunningService


def link(service: RunningService, page: str = "/") -> str:
    """A one-time link's path, as the extension asks for it."""
    url = str(service.client.post("/v1/link", {"page": page}, **service.pair()).json()["url"])
    assert url.startswith(service.address)
    return url.removeprefix(service.address)


@pytest.mark.parametrize("page", ["/", "/lab", "/journal"])
def test_a_link_opens_its_page_with_a_cookie(service: RunningService, page: str) -> None:
    opened = service.client.get(link(service, page))
    assert (opened.status, opened.header("Location")) == (303, page)
    cookie = str(opened.header("Set-Cookie"))
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= {part.strip() for part in cookie.split(";")}
    assert service.client.get(page, Cookie=cookie.partition(";")[0]).status == 200


def test_a_link_opens_once(service: RunningService) -> None:
    path = link(service)
    assert service.client.get(path).status == 303
    again = service.client.get(path)
    assert (again.status, again.problem, again.header("Set-Cookie")) == (401, "link-used", None)


def test_a_preview_does_not_use_a_link_up(service: RunningService) -> None:
    path = link(service)
    assert service.client.request("HEAD", path).status == 401
    assert service.client.get(path).status == 303


def test_a_link_lives_sixty_seconds(service: RunningService) -> None:
    early, late = link(service), link(service)
    service.clock.pass_seconds(59)
    assert service.client.get(early).status == 303
    service.clock.pass_seconds(2)
    assert service.client.get(late).status == 401


def test_links_open_only_the_services_pages(service: RunningService) -> None:
    for page in ("//evil.example", "https://evil.example", "/demo/form", "", None, "/lab?x"):
        assert service.client.post("/v1/link", {"page": page}, **service.tool()).status == 422


@pytest.mark.parametrize("page", ["/", "/lab", "/journal"])
def test_without_the_cookie_a_page_names_the_command_that_opens_it(service: RunningService, page: str) -> None:
    problem = service.client.get(page)
    assert (problem.status, problem.problem) == (401, "page-closed")
    assert "companion serve" in problem.json()["detail"]
    seen = service.client.get(page, Accept="text/html,application/xhtml+xml")
    assert seen.status == 401
    assert "companion serve" in seen.text
    assert 'lang="ru"' in seen.text


def test_a_wrong_or_old_cookie_opens_nothing(service: RunningService) -> None:
    name = f"companion_{service.settings.port}"
    for value in ("", "wrong", "я"):
        assert service.client.get("/", Cookie=f"{name}={value}").status == 401
    cookie = service.cookie()
    service.clock.pass_seconds(24 * 3600 + 1)
    assert service.client.get("/", **cookie).status == 401


def test_the_cookie_counts_only_from_our_own_pages(service: RunningService) -> None:
    cookie, own = service.cookie(), service.address
    service.pair(CHROME)
    assert service.client.get("/code", **cookie, Sec_Fetch_Site="same-origin").status == 200
    assert service.client.post("/v1/hello", {}, **cookie, Origin=own).status == 200
    assert service.client.post("/v1/hello", {}, **cookie, Origin=CHROME).status == 401
    assert service.client.post("/v1/hello", {}, **cookie).status == 401
    assert service.client.get("/v1/rules", **cookie, Sec_Fetch_Site="none").status == 401


def test_the_start_page_always_shows_a_live_code(service: RunningService) -> None:
    cookie = service.cookie()
    for _ in range(3):
        shown = re.findall(r"\b\d{3}\s?\d{3}\b", service.client.get("/", **cookie).text)
        code = shown[0].replace(" ", "").replace("\u00a0", "")
        assert service.client.post("/v1/pair", {"code": code, "client": "tests"}, Origin=CHROME).status == 200


def test_the_start_page_renews_its_code(service: RunningService) -> None:
    cookie = {**service.cookie(), "Sec-Fetch-Site": "same-origin"}
    first = service.client.request("GET", "/code", headers=cookie).json()
    assert set(first) == {"code", "seconds_left"}
    service.clock.pass_seconds(100)
    second = service.client.request("GET", "/code", headers=cookie).json()
    assert (second["code"], second["seconds_left"]) == (first["code"], first["seconds_left"] - 100)
    service.clock.pass_seconds(79)
    third = service.client.request("GET", "/code", headers=cookie).json()
    assert third["code"] != first["code"]
    assert third["seconds_left"] == 180


@pytest.mark.parametrize("path", ["/demo/form", "/demo/messenger", "/demo/static/demo.css", "/ping"])
def test_what_is_public_sets_no_cookie_and_tells_nothing(service: RunningService, path: str) -> None:
    answer = service.client.get(path)
    assert (answer.status, answer.header("Set-Cookie")) == (200, None)
    assert service.settings.data_dir.name not in answer.text
    assert "2026.11" not in answer.text


def test_ping_is_one_sentence(service: RunningService) -> None:
    assert service.client.get("/ping").text == "Служба работает."


@pytest.mark.parametrize("path", ["/", "/demo/form", "/demo/messenger", "/ping", "/v1/rules", "/nowhere", "/lab"])
def test_pages_run_only_their_own_scripts(service: RunningService, path: str) -> None:
    answer = service.client.get(path, **service.cookie())
    policy = dict(part.strip().partition(" ")[::2] for part in str(answer.header("Content-Security-Policy")).split(";"))
    assert (policy["default-src"], policy["script-src"], policy["base-uri"]) == ("'none'", "'self'", "'none'")
    assert policy["frame-ancestors"] == ("'self'" if path in ("/demo/form", "/demo/messenger", "/ping") else "'none'")
    assert answer.header("X-Content-Type-Options") == "nosniff"
    assert answer.header("Referrer-Policy") == "no-referrer"
    assert answer.header("Cache-Control") == "no-store"
    assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=|<style", answer.text)


def test_scripts_have_a_type_that_browsers_run(service: RunningService) -> None:
    answer = service.client.get("/demo/static/demo-form.js")
    assert str(answer.header("Content-Type")).startswith("text/javascript")


@pytest.mark.parametrize(
    "path",
    [
        "/demo/static/../../app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e/app.py",
        "/static/",
        "/demo/static//etc/passwd",
    ],
)
def test_only_static_files_are_served(service: RunningService, path: str) -> None:
    assert service.client.get(path).status == 404
