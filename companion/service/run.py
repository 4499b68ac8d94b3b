"""`companion serve`: starts the service, finds the running one, stops it."""

import logging
import os
import signal
import sys
import threading
import time
import webbrowser
from collections.abc import Callable
from dataclasses import replace
from http.client import HTTPConnection, HTTPException
from types import FrameType
from typing import TYPE_CHECKING

from companion import __version__, datafolder
from companion.faults import where
from companion.service.access import Access
from companion.service.instance import Instance, is_locked, running
from companion.service.links import link_address
from companion.settings import Settings

if TYPE_CHECKING:
    from companion.preferences import Preferences
    from companion.preferences.store import PreferencesFile

log = logging.getLogger(__name__)

Say = Callable[[str], None]

_PATIENCE = 10.0
"""Seconds to wait for another start to get its port, or for the service to end."""


def serve(settings: Settings, *, open_browser: bool, say: Say) -> int:
    """Runs the service until it is stopped, or points to the one that runs already. Returns the exit code.

    ``say`` gets Russian lines for the person at the console. Raises ``SettingsError``.
    """
    datafolder.prepare(settings.data_dir)
    instance = Instance.acquire(settings.data_dir)
    if instance is None:
        return _greet(settings, open_browser=open_browser, say=say)
    try:
        return _run(settings, instance, open_browser=open_browser, say=say)
    finally:
        instance.release()


def stop(settings: Settings, *, say: Say) -> int:
    """Ends the service of this data folder. Returns the exit code: 0 also when none runs."""
    found = running(settings.data_dir, patience=_PATIENCE)
    if found is None and not is_locked(settings.data_dir):
        say("Служба не запущена.")
        return 0
    if found is not None:
        # The lock proves that the note is fresh, so the process is ours. Windows has no SIGTERM and ends the process
        # at once; that is safe: SQLite keeps its files whole, and the system gives the lock and the port back.
        os.kill(found.pid, signal.SIGTERM)
        if _gone(settings):
            say("Служба остановлена.")
            return 0
    say("Служба не остановилась. Завершите её процесс вручную" + (f" (номер {found.pid})." if found else "."))
    return 1


def _run(settings: Settings, instance: Instance, *, open_browser: bool, say: Say) -> int:
    from companion.service.server import PortTakenError, Server, listen

    try:
        listener = listen(settings.port)
    except PortTakenError:
        say(_port_taken(settings.port))
        return 1
    with listener:
        settings = replace(settings, port=listener.getsockname()[1])
        instance.announce(settings.port)
        from companion.service import log as service_log
        from companion.service.app import create_app

        service_log.start(settings.log_file)
        access = Access(settings.access_file)
        preferences = _preferences(settings, say)
        server = Server(create_app(settings, access, preferences), listener)
        try:
            _end_on_signals()
            _introduce(settings, access, say)
            if open_browser:
                _open_start_page(settings, access, say)
            threading.Thread(target=_warm_up, args=(preferences.current(),), daemon=True).start()
            server.run()
        except (KeyboardInterrupt, SystemExit):
            log.info("told to stop before serving began")
        finally:
            server.close()
            access.close()
    log.info("stopped")
    say("Служба остановлена.")
    return 0


def _introduce(settings: Settings, access: Access, say: Say) -> None:
    if access.notice:
        log.warning("a damaged access file was kept aside")
        say(access.notice)
    log.info("started %s on port %d, process %d", __version__, settings.port, os.getpid())
    say(f"Помощник обращений работает: {settings.address}")
    say(f"Код подключения: {access.new_code().value} (действует 3 минуты)")
    say("Остановить: Ctrl+C.")


def _preferences(settings: Settings, say: Say) -> "PreferencesFile":
    """The user's own words, rules and deadlines. The file is made where none is, so that there is one to open."""
    from companion.preferences import editing
    from companion.preferences.store import PreferencesFile
    from companion.rules import severities

    try:
        editing.create(settings.settings_file)
    except OSError as error:
        log.warning("settings.toml cannot be made, error %s", error.errno)
    preferences = PreferencesFile(settings.settings_file, severities())
    if preferences.notice:
        say(preferences.notice)
    return preferences


def _warm_up(preferences: "Preferences") -> None:
    from companion.warm_up import warm_up

    try:
        warm_up(preferences)
    except Exception as error:
        log.error("warming up failed: %s", where(error))


def _greet(settings: Settings, *, open_browser: bool, say: Say) -> int:
    """A second start: the first one gets a new code and its page is opened."""
    found = running(settings.data_dir, patience=_PATIENCE)
    if found is None:
        say("Служба на этой папке данных запущена, но её порт неизвестен. Остановите её: companion serve --stop")
        return 1
    settings = replace(settings, port=found.port)
    access = Access(settings.access_file)
    try:
        say(f"Помощник обращений уже работает: {settings.address}")
        say(f"Новый код подключения: {access.new_code().value} (действует 3 минуты)")
        if open_browser:
            _open_start_page(settings, access, say, wait=True)
    finally:
        access.close()
    return 0


def _open_start_page(settings: Settings, access: Access, say: Say, *, wait: bool = False) -> None:
    address = link_address(settings, access, "/")
    if not _has_display():
        say(f"Откройте в браузере (ссылка действует минуту): {address}")
        return
    # A browser that has to be started first may take seconds: the service does not wait for it.
    opening = threading.Thread(target=webbrowser.open, args=(address,), daemon=True)
    opening.start()
    if wait:
        opening.join(_PATIENCE)


def _has_display() -> bool:
    # Without one, webbrowser would start a text browser in this very console.
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _port_taken(port: int) -> str:
    whose = "другой Помощник, с другой папкой данных" if answers_as_companion(port) else "другая программа"
    return f"Порт {port} занят: на нём {whose}. Закройте её или выберите другой порт: companion serve --port {port + 1}"


def answers_as_companion(port: int) -> bool:
    """True when the port answers with our header. Sends nothing secret."""
    connection = HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/ping")
        return connection.getresponse().getheader("X-Companion-Api") is not None
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _gone(settings: Settings) -> bool:
    deadline = time.monotonic() + _PATIENCE
    while is_locked(settings.data_dir):
        if time.monotonic() >= deadline:
            return False
        time.sleep(0.05)
    return True


def _end_on_signals() -> None:
    def end(_number: int, _frame: FrameType | None) -> None:
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, end)
    if sys.platform == "win32":
        signal.signal(signal.SIGBREAK, end)
