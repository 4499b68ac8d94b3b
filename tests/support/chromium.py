"""The real extension in the real Chromium, seen as a screen reader sees it and used by mouse and keyboard."""

import json
import re
import shutil
import time
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright

from tests.support.service import ROOT

EXTENSION = ROOT / "extension"
ARTIFACTS = ROOT / "artifacts" / "screens"
PATIENCE = 20.0
"""Seconds after which something that should appear is missing: generous, because test machines are slow."""
_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--lang=ru-RU",
)
Value = TypeVar("Value")


def extension_id() -> str:
    """The id that the manifest's key pins."""
    key = json.loads((EXTENSION / "manifest.json").read_text(encoding="utf-8"))["key"]
    digest = sha256(b64decode(key)).hexdigest()[:32]
    return "".join(chr(ord("a") + int(digit, 16)) for digit in digest)


@contextmanager
def chromium(
    playwright: Playwright, profile: Path, *, extension: Path | None = EXTENSION, **options: Any
) -> Iterator[BrowserContext]:
    """A Chromium with a new profile, and the extension in it unless it is None."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    assert executable, "Chromium is missing: run scripts/test.py, it installs it"
    loaded = (f"--disable-extensions-except={extension}", f"--load-extension={extension}") if extension else ()
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=executable,
        headless=False,
        args=[*_FLAGS, *loaded],
        **{"viewport": {"width": 1280, "height": 800}, "locale": "ru-RU", "timezone_id": "Europe/Moscow"} | options,
    )
    try:
        yield context
    finally:
        context.close()


def set_port(context: BrowserContext, port: int) -> None:
    """Saves the service's port on the options page, as a user does."""
    page = context.new_page()
    page.goto(f"chrome-extension://{extension_id()}/options/options.html")
    page.get_by_role("textbox", name="Порт службы").fill(str(port))
    page.get_by_role("button", name="Сохранить").click()
    page.get_by_text(re.compile("Сохранено")).wait_for()
    page.close()


def open_popup(context: BrowserContext) -> Page:
    """The popup's page in a tab."""
    page = context.new_page()
    page.goto(f"chrome-extension://{extension_id()}/popup/popup.html")
    return page


def connect(context: BrowserContext, port: int, code: str) -> None:
    """Pairs the extension with the service, as a user does."""
    set_port(context, port)
    page = open_popup(context)
    page.get_by_role("textbox", name="Код подключения").fill(code)
    page.get_by_role("button", name="Подключить").click()
    page.get_by_role("status").filter(has_text="Готов").wait_for()
    page.close()


def until(read: Callable[[], Value], good: Callable[[Value], bool], what: str) -> Value:
    """Reads again and again until the value is good; fails with the last one."""
    end = time.monotonic() + PATIENCE
    value = read()
    while not good(value):
        if time.monotonic() > end:
            raise AssertionError(f"{what}: {value!r}")
        time.sleep(0.05)
        value = read()
    return value


class Node:
    """One node of the accessibility tree."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self.role: str = raw.get("role", {}).get("value", "")
        self.name: str = raw.get("name", {}).get("value", "")
        self.backend: int = raw.get("backendDOMNodeId", 0)
        self.expanded = any(p["name"] == "expanded" and p["value"]["value"] for p in raw.get("properties", ()))
        self.children: list[Node] = []

    def walk(self) -> Iterator["Node"]:
        """This node and all below, in order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, role: str, name: str = "") -> list["Node"]:
        """Nodes below with a role, and a name that contains the given one."""
        return [node for node in self.walk() if node.role == role and name in node.name]

    @property
    def text(self) -> str:
        """All text in and below it, in order."""
        return " ".join(node.name for node in self.walk() if node.role == "StaticText")


class Panel:
    """Our panel on a page: read through the accessibility tree, used by trusted clicks."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._session: CDPSession = page.context.new_cdp_session(page)

    def region(self) -> Node | None:
        """The complementary region, or None while there is none."""
        nodes = self._session.send("Accessibility.getFullAXTree")["nodes"]
        built = {raw["nodeId"]: Node(raw) for raw in nodes}
        for raw in nodes:
            built[raw["nodeId"]].children = [built[child] for child in raw.get("childIds", ()) if child in built]
        regions = [n for n in built.values() if n.role == "complementary" and n.name == "Помощник обращений"]
        assert len(regions) < 2, "two panels"
        return regions[0] if regions else None

    def wait(self, good: Callable[[Node], bool], what: str) -> Node:
        """The region, once it is as expected."""
        found = until(self.region, lambda region: region is not None and good(region), what)
        assert found is not None
        return found

    def wait_text(self, text: str) -> Node:
        """The region, once it says a text."""
        return self.wait(lambda region: text in region.text, f"«{text}»")

    def status(self) -> str:
        """The text of its status, "" while there is none."""
        region = self.region()
        found = region.find("status") if region else []
        return found[0].text if found else ""

    def suggestions(self) -> list[str]:
        """The texts of the list «Замечания», in order."""
        return self._items("Замечания")

    def checklist(self) -> list[str]:
        """The texts of the list «Готовность», in order."""
        return self._items("Готовность")

    def _items(self, name: str) -> list[str]:
        region = self.region()
        lists = region.find("list", name) if region else []
        assert len(lists) < 2, f"several lists «{name}»"
        return [item.text for item in lists[0].children if item.role == "listitem"] if lists else []

    def item(self, text: str) -> Node:
        """The suggestion that contains a text, once it is there."""
        region = self.wait(lambda region: bool(self._with(region, text)), f"замечание «{text}»")
        return self._with(region, text)[0]

    @staticmethod
    def _with(region: Node, text: str) -> list[Node]:
        lists = region.find("list", "Замечания")
        return [item for item in lists[0].find("listitem") if text in item.text] if lists else []

    def press(self, suggestion: str, button: str) -> None:
        """Clicks a button of the suggestion that contains a text."""
        self.click(self.item(suggestion).find("button", button)[0])

    def press_button(self, name: str) -> None:
        """Clicks a button of the panel."""
        region = self.wait(lambda region: bool(region.find("button", name)), f"кнопка «{name}»")
        self.click(region.find("button", name)[0])

    def click(self, node: Node) -> None:
        """A trusted click in the middle of a node."""
        self._session.send("DOM.scrollIntoViewIfNeeded", {"backendNodeId": node.backend})
        # The list closes up after a fix: a person clicks what stands still.
        quad = until(
            lambda: (self._quad(node), self._quad(node)), lambda pair: pair[0] == pair[1], "ничего не движется"
        )[0]
        self.page.mouse.click(sum(quad[0::2]) / 4, sum(quad[1::2]) / 4)

    def _quad(self, node: Node) -> list[float]:
        self.page.wait_for_timeout(60)
        quads: list[list[float]] = self._session.send("DOM.getContentQuads", {"backendNodeId": node.backend})["quads"]
        return quads[0]

    def shot(self, name: str) -> None:
        """Keeps a picture of the page as a test artefact."""
        ARTIFACTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=ARTIFACTS / f"{name}.png")
