"""A real Chromium with the real extension, paired with the real service, on the demo pages and under Ozon's address."""

import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, Route, sync_playwright

from tests.support.chromium import chromium, connect
from tests.support.service import CompanionProcess

SELLER = "https://seller.ozon.ru"
FORM = "/app/help/new"
MESSENGER = "/app/messenger/?group=support_v2"


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright's driver; it brings no browser of its own."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture
def browser(playwright: Playwright, tmp_path: Path, companion_process: CompanionProcess) -> Iterator[BrowserContext]:
    """Chromium with the extension paired; Ozon's address serves our demo pages."""
    code = companion_process.start()
    with chromium(playwright, tmp_path / "profile") as context:
        connect(context, companion_process.port, code)
        serve_as_seller(context, companion_process.address)
        yield context


@pytest.fixture
def page(browser: BrowserContext) -> Page:
    """A new tab."""
    return browser.new_page()


def serve_as_seller(context: BrowserContext, address: str) -> None:
    """Answers requests to Ozon's cabinet, inside the browser, with our own copies of its pages."""

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(SELLER)
        ours = "/demo/messenger" if path.startswith("/app/messenger") else path
        ours = "/demo/form" if path.startswith(FORM) else ours
        with urllib.request.urlopen(address + ours) as response:
            kind = response.headers["Content-Type"]
            route.fulfill(status=200, content_type=kind, body=response.read())

    context.route(f"{SELLER}/**", answer)
