"""The service as `companion serve` offers it: started in the background, found, stopped."""

import re
import subprocess
import sys
import time
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from scripts._console import Stop, say
from scripts._environment import Environment
from scripts._process import end, environment, started

_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+(?!\S)")
_CODE = re.compile(r"[Кк]од подключения: (\d{3}) ?(\d{3})\b")
_FAILED = "Служба не запустилась."
_PATIENCE = 30.0
"""Seconds for the service to come up, to answer, to end."""


@dataclass(frozen=True, slots=True)
class Running:
    """A service that answers, and a code that pairs an extension with it."""

    address: str
    code: str

    @property
    def port(self) -> int:
        """The port it really has."""
        return int(self.address.rpartition(":")[2])


@dataclass(frozen=True, slots=True)
class Service:
    """The service of one data folder; ``options`` are those of `companion serve`."""

    environment: Environment
    options: tuple[str, ...] = ()

    def start(self) -> Running:
        """Starts it in the background, or finds the one that runs. Raises ``Stop`` when it does not come up."""
        process = _in_background(self._serve("--no-browser"), self.environment.root)
        told: list[str] = []
        try:
            assert process.stdout is not None
            for line in process.stdout:
                told.append(line)
                if _CODE.search(line):
                    break
            running = _understood("".join(told))
            # Only a service that answers has said all it wanted: cut off earlier, it would end.
            _wait_until_it_answers(running)
        except BaseException:
            end(process)
            raise
        process.stdout.close()
        return running

    def open_page(self) -> Running:
        """Opens the start page of the running service by a one-time link; where there is no browser, names the link."""
        _, told = self._ask()
        for line in told.splitlines():
            if "/open/" in line:
                say(line)
        return _understood(told)

    def stop(self) -> tuple[int, str]:
        """Ends it if it runs; the exit code and what was said about it."""
        return self._ask("--stop")

    def make_way(self) -> None:
        """Ends it before its files are replaced: Windows would refuse, and elsewhere the old one would go on."""
        if self.environment.usable():
            self.stop()

    def _ask(self, *more: str) -> tuple[int, str]:
        folder = self.environment.root
        with started(self._serve(*more), folder=folder, captured=True) as process:
            try:
                told, _ = process.communicate(timeout=_PATIENCE)
            except subprocess.TimeoutExpired:
                raise Stop("Служба не отвечает. Запустите ещё раз.") from None
        return process.returncode, told.strip()

    def _serve(self, *more: str) -> list[str | Path]:
        return self.environment.command("companion", "serve", *self.options, *more)


def _in_background(command: list[str | Path], folder: Path) -> "subprocess.Popen[str]":
    """A program that outlives this one and does not hear the console's Ctrl+C."""
    if sys.platform == "win32":
        # Not DETACHED_PROCESS: the environment's python.exe starts another one, which would open a console window.
        flags, session = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP, False
    else:
        flags, session = 0, True
    return subprocess.Popen(
        [str(part) for part in command],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        creationflags=flags,
        start_new_session=session,
    )


def _understood(told: str) -> Running:
    address, code = _ADDRESS.search(told), _CODE.search(told)
    if not address or not code:
        raise Stop(_FAILED, told)
    return Running(address.group(), "".join(code.groups()))


def _wait_until_it_answers(running: Running) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not _answers(running.port):
        if time.monotonic() > deadline:
            raise Stop(_FAILED)
        time.sleep(0.05)


def _answers(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    try:
        connection.request("GET", "/ping")
        return connection.getresponse().getheader("X-Companion-Api") is not None
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
