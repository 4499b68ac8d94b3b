"""The main job in one command: a browser with the extension, connected as a person does it, on the practice form."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts import _browser
from scripts._console import Stop, say
from scripts._devtools import Closed, DevTools, Missing, Page, Refused
from scripts._service import Running

USUAL_PORT = 8765
NO_DISPLAY = (
    "Для показа нужен экран, а его здесь нет (пусты DISPLAY и WAYLAND_DISPLAY). Запустите в окне рабочего стола "
    "или на виртуальном экране: xvfb-run -a python3 scripts/start.py --demo"
)
NO_BROWSER = (
    "Для показа нужен браузер семейства Chromium: поставьте Chromium, Яндекс Браузер или Edge и запустите ещё раз. "
    "В Debian: sudo apt install chromium"
)


def find_browser() -> Path:
    """The browser for the demo. Raises ``Stop`` when nothing can be shown here."""
    if not _browser.has_display():
        raise Stop(NO_DISPLAY)
    browser = _browser.installed()
    if browser is None:
        raise Stop(NO_BROWSER)
    return browser


def show(browser: Path, running: Running, extension: Path) -> int:
    """Shows the practice form until the browser is closed or Ctrl+C is pressed."""
    say("Открываю браузер с учебной формой…")
    try:
        with practice_form(browser, running, extension) as (line, _):
            _until_ended(line)
    except Closed:
        raise Stop("Браузер закрылся раньше времени. Запустите ещё раз.") from None
    stop = "py scripts\\start.py --stop" if sys.platform == "win32" else "python3 scripts/start.py --stop"
    say(f"Готово: показ закончен, служба работает на {running.address}; остановить её: {stop}")
    return 0


@contextmanager
def practice_form(browser: Path, running: Running, extension: Path) -> Iterator[tuple[DevTools, Page]]:
    """The browser and its page with the form, the extension paired. Raises ``Stop`` in words for the user."""
    with _browser.opened(browser) as line:
        try:
            form = _prepare(line, running, extension)
        except Refused as error:
            raise Stop(
                f"Браузер «{browser.name}» не дал загрузить расширение: попробуйте Chromium.", str(error)
            ) from None
        except Missing as error:
            raise Stop(f"Не удалось подготовить показ: {error}") from None
        yield line, form


def _prepare(line: DevTools, running: Running, extension: Path) -> Page:
    ours = f"chrome-extension://{line.ask('Extensions.loadUnpacked', path=str(extension))['id']}"
    manifest = json.loads((extension / "manifest.json").read_text(encoding="utf-8"))
    if running.port != USUAL_PORT:
        _set_port(line.open(f"{ours}/{manifest['options_ui']['page']}"), running.port)
    _pair(line.open(f"{ours}/{manifest['action']['default_popup']}"), running.code)
    form = line.open(f"{running.address}/demo/form")
    form.find("complementary", "Помощник обращений")
    line.close_all_but(form)
    return form


def _set_port(options: Page, port: int) -> None:
    options.type("textbox", "Порт службы", str(port))
    options.click("button", "Сохранить")
    options.read("status", lambda text: str(port) in text)


def _pair(popup: Page, code: str) -> None:
    """As a user does it: the code of the start page, typed into the popup."""
    popup.type("textbox", "Код подключения", code)
    popup.click("button", "Подключить")
    popup.read("status", lambda text: text.startswith("Готов"))


def _until_ended(line: DevTools) -> None:
    try:
        say("Помощник подключён. Пишите в форме и смотрите подсказки рядом; ничего никуда не отправляется.")
        say("Чтобы закончить, закройте этот браузер или нажмите Ctrl+C.")
        line.wait_until_closed()
    except KeyboardInterrupt:
        say("")
