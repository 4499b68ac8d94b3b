"""The popup and the options page on a slow computer."""

import re
from pathlib import Path

from playwright.sync_api import Playwright

from tests.support.chromium import chromium, extension_id, open_popup

SLOW_STORAGE = """if (globalThis.chrome?.storage) {
    const get = chrome.storage.local.get.bind(chrome.storage.local);
    chrome.storage.local.get = (...keys) => new Promise((done) => setTimeout(() => done(get(...keys)), 700));
}"""


def test_a_port_typed_before_the_stored_one_arrived_is_the_one_that_is_saved(
    playwright: Playwright, tmp_path: Path
) -> None:
    with chromium(playwright, tmp_path / "profile") as context:
        context.add_init_script(SLOW_STORAGE)
        page = context.new_page()
        page.goto(f"chrome-extension://{extension_id()}/options/options.html")
        port = page.get_by_role("textbox", name="Порт службы")
        port.fill("9123")
        page.get_by_role("button", name="Сохранить").click()
        page.get_by_text(re.compile(r"Сохранено: порт 9123\. Состояние")).wait_for()
        page.wait_for_timeout(800)
        assert port.input_value() == "9123"


def test_something_else_than_a_port_or_a_code_is_explained(playwright: Playwright, tmp_path: Path) -> None:
    with chromium(playwright, tmp_path / "profile") as context:
        page = context.new_page()
        page.goto(f"chrome-extension://{extension_id()}/options/options.html")
        for wrong in ("", "80", "65536", "порт"):
            page.get_by_role("textbox", name="Порт службы").fill(wrong)
            page.get_by_role("button", name="Сохранить").click()
            page.get_by_role("alert").filter(has_text="от 1024 до 65535").wait_for()
        popup = open_popup(context)
        popup.get_by_role("textbox", name="Код подключения").fill("12345")
        popup.get_by_role("button", name="Подключить").click()
        popup.get_by_role("alert").filter(has_text="шести цифр").wait_for()
