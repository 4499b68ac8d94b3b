"""What the seller sees when something is not as it should be, and that it mends itself."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright

from tests.e2e.conftest import FORM, SELLER, serve_as_seller
from tests.e2e.test_form import open_form, write
from tests.support.chromium import ARTIFACTS, Panel, chromium, connect, open_popup, set_port, until
from tests.support.service import CompanionProcess


class _Foreign(BaseHTTPRequestHandler):
    def _answer(self) -> None:
        self.server.seen.append((self.command, self.path, dict(self.headers)))  # type: ignore[attr-defined]
        body = b"<!doctype html><title>x</title><form><label>T<textarea></textarea></label></form>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = _answer  # noqa: N815 (the names that http.server asks for)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def foreign() -> Iterator[ThreadingHTTPServer]:
    """Another program on a port of 127.0.0.1 that answers everything."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Foreign)
    server.seen = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_extension_that_is_not_connected_says_so_and_learns_of_pairing_at_once(
    playwright: Playwright, tmp_path: Path, companion_process: CompanionProcess
) -> None:
    code = companion_process.start()
    with chromium(playwright, tmp_path / "profile") as context:
        set_port(context, companion_process.port)
        serve_as_seller(context, companion_process.address)
        page = context.new_page()
        panel = open_form(page, SELLER + FORM)
        write(page, "Это безобразие, верните оплату")
        panel.wait_text("Не подключено")
        panel.shot("state-unpaired")
        with context.expect_page() as opened:
            panel.press_button("Подключить")
        popup = opened.value
        popup.get_by_role("textbox", name="Код подключения").fill(code)
        popup.get_by_role("button", name="Подключить").click()
        popup.get_by_role("status").filter(has_text="Готов").wait_for()
        page.bring_to_front()
        panel.wait_text("безобразие")


def test_a_wrong_code_is_explained_and_can_be_corrected(
    playwright: Playwright, tmp_path: Path, companion_process: CompanionProcess
) -> None:
    code = companion_process.start()
    wrong = "000000" if code != "000000" else "111111"
    with chromium(playwright, tmp_path / "profile") as context:
        set_port(context, companion_process.port)
        popup = open_popup(context)
        popup.get_by_role("status").filter(has_text="Не подключено").wait_for()
        popup.get_by_role("textbox", name="Код подключения").fill(wrong)
        popup.get_by_role("button", name="Подключить").click()
        popup.get_by_text("од").filter(has_text="невер").first.wait_for()
        popup.get_by_role("textbox", name="Код подключения").fill(f"{code[:3]} {code[3:]}")
        popup.keyboard.press("Enter")
        popup.get_by_role("status").filter(has_text="Готов").wait_for()


def test_the_service_may_stop_and_come_back(browser: BrowserContext, companion_process: CompanionProcess) -> None:
    page = browser.new_page()
    panel = open_form(page, SELLER + FORM)
    write(page, "Это безобразие, верните оплату")
    panel.wait_text("безобразие")
    companion_process.stop()
    write(page, " за заказ")
    panel.wait_text("Служба не запущена")
    panel.shot("state-offline")
    popup = open_popup(browser)
    popup.get_by_role("status").filter(has_text="Служба не запущена").wait_for()
    popup.close()
    companion_process.start()
    page.bring_to_front()
    panel.wait_text("«безобразие»")


def test_the_worker_may_die_in_between(browser: BrowserContext, page: Page) -> None:
    panel = open_form(page, SELLER + FORM)
    write(page, "Это безобразие")
    panel.wait_text("«безобразие»")
    session = browser.new_cdp_session(page)
    targets = session.send("Target.getTargets")["targetInfos"]
    workers = [target for target in targets if target["type"] == "service_worker"]
    assert workers
    for worker in workers:
        session.send("Target.closeTarget", {"targetId": worker["targetId"]})
    write(page, ", верните деньги!!!")
    panel.wait_text("одного знака")


def test_a_foreign_program_on_the_port_gets_neither_draft_nor_token(
    browser: BrowserContext, foreign: ThreadingHTTPServer
) -> None:
    set_port(browser, foreign.server_address[1])
    page = browser.new_page()
    panel = open_form(page, SELLER + FORM)
    write(page, "Тайное безобразие")
    panel.wait_text("Порт занят другой программой")
    panel.shot("state-foreign")
    popup = open_popup(browser)
    popup.get_by_role("status").filter(has_text="Порт занят другой программой").wait_for()


def test_another_programs_demo_page_gets_nothing(browser: BrowserContext, foreign: ThreadingHTTPServer) -> None:
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{foreign.server_address[1]}/demo/form")
    page.locator("textarea").fill("Это безобразие")
    page.wait_for_timeout(1_000)
    assert Panel(page).region() is None
    assert page.evaluate("() => document.documentElement.children.length") == 2


def test_without_permission_the_seller_is_told_what_to_allow(browser: BrowserContext) -> None:
    settings = browser.new_page()
    settings.goto("chrome://extensions")
    from tests.support.chromium import extension_id

    settings.evaluate(
        "id => chrome.developerPrivate.updateExtensionConfiguration({extensionId: id, hostAccess: 'ON_CLICK'})",
        extension_id(),
    )
    popup = open_popup(browser)
    popup.get_by_role("status").filter(has_text="Нет разрешения").wait_for()


def test_a_mistake_in_the_users_settings_is_told_below_the_state_until_it_is_mended(
    browser: BrowserContext, companion_process: CompanionProcess
) -> None:
    settings = companion_process.data_dir / "settings.toml"
    good = settings.read_text(encoding="utf-8")
    popup = open_popup(browser)
    status, notice = popup.get_by_role("status"), popup.get_by_role("note")
    status.filter(has_text="Готов").wait_for()
    assert not notice.is_visible()
    name = "оченьдлинноеимяправилакотороенигденепереносится"
    settings.write_text(f'[rules]\n"{name}" = "off"\n', encoding="utf-8")
    _ask_again(popup, lambda: notice.is_visible())
    assert notice.inner_text().startswith(f"settings.toml, строка 2: нет правила «{name}»")
    assert notice.inner_text().endswith("Пока действуют обычные настройки.")
    assert status.inner_text().startswith("Готов")
    assert notice.bounding_box()["y"] > status.bounding_box()["y"]  # type: ignore[index]
    for scheme in ("light", "dark"):
        popup.emulate_media(color_scheme=scheme)
        popup.set_viewport_size({"width": 300, "height": 560})
        assert popup.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        assert notice.evaluate("element => element.scrollWidth <= element.clientWidth")
        popup.screenshot(path=ARTIFACTS / f"popup-notice-{scheme}.png")
    settings.write_text(good, encoding="utf-8")
    _ask_again(popup, lambda: not notice.is_visible())


def _ask_again(popup: Page, good: Callable[[], bool]) -> None:
    """Comes back to the popup until it shows what it should: it asks whenever it is looked at."""

    def look() -> bool:
        popup.evaluate("() => window.dispatchEvent(new Event('focus'))")
        popup.wait_for_timeout(300)
        return good()

    until(look, bool, "the popup has asked again")


def test_without_the_extension_the_same_page_sends_the_same(
    playwright: Playwright, tmp_path: Path, companion_process: CompanionProcess
) -> None:
    from tests.e2e.test_form import sent

    code = companion_process.start()
    seen = []
    for extended in (True, False):
        options = {} if extended else {"extension": None}
        with chromium(playwright, tmp_path / f"profile-{extended}", **options) as context:
            if extended:
                connect(context, companion_process.port, code)
            serve_as_seller(context, companion_process.address)
            page = context.new_page()
            panel = open_form(page, SELLER + FORM)
            page.get_by_label("Тема обращения").select_option("Финансы")
            write(page, "Это безобразие, верните оплату")
            if extended:
                panel.wait_text("«безобразие»")
            html = page.evaluate("() => [document.head.outerHTML, document.body.outerHTML]")
            attributes = page.evaluate("() => document.documentElement.cloneNode(false).outerHTML")
            page.get_by_role("button", name="Отправить").click()
            seen.append((html, attributes, sent(page)))
    assert seen[0] == seen[1]
