"""The real service for tests: under waitress, on a free port, with a data folder of its own."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from companion.service.access import Access
from companion.service.app import create_app
from companion.service.links import link_address
from companion.service.server import Server, listen
from companion.settings import Settings
from tests.support.http import CHROME, Client

ROOT = Path(__file__).resolve().parents[2]


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now

    def pass_seconds(self, seconds: float) -> None:
        """Lets time pass."""
        self.now += seconds


class RunningService:
    """A service in this process, with its access store and its clock at hand."""

    def __init__(self, settings: Settings, access: Access, clock: Clock) -> None:
        self.settings = settings
        self.access = access
        self.clock = clock
        self.address = settings.address
        self.client = Client(settings.port)

    def pair(self, origin: str = CHROME) -> dict[str, str]:
        """Pairs an extension as a user would; returns the headers of its POST requests."""
        body = {"code": self.access.live_code().value, "client": "tests"}
        token = self.client.post("/v1/pair", body, Origin=origin).json()["token"]
        return {"Authorization": f"Bearer {token}", "Origin": origin}

    def tool(self) -> dict[str, str]:
        """The headers of a tool of the same user account."""
        return {"Authorization": f"Bearer {self.access.new_token('tests')}"}

    def cookie(self) -> dict[str, str]:
        """The header of a browser that opened a page by its one-time link."""
        address = link_address(self.settings, self.access, "/")
        answer = self.client.get(address.removeprefix(self.address))
        return {"Cookie": str(answer.header("Set-Cookie")).partition(";")[0]}


@contextmanager
def in_process(data_dir: Path) -> Iterator[RunningService]:
    """Runs the service in a thread of this process."""
    clock = Clock()
    with listen(0) as listener:
        settings = Settings.load(data_dir, listener.getsockname()[1], environ={})
        access = Access(settings.access_file, clock=clock)
        server = Server(create_app(settings, access), listener)
        thread = threading.Thread(target=server.run)
        thread.start()
        try:
            yield RunningService(settings, access, clock)
        finally:
            server.stop()
            thread.join()
            server.close()
            access.close()


class CompanionProcess:
    """`companion serve` as a process of its own, that can be stopped and started again on the same port and data."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self.port = 0
        self._process: subprocess.Popen[str] | None = None

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> str:
        """Starts it; returns the pairing code that it prints."""
        command = [*COMPANION, "serve", "--no-browser", "--port", str(self.port), "--data-dir", str(self.data_dir)]
        self._process = subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment()
        )
        assert self._process.stdout is not None
        lines = [self._process.stdout.readline() for _ in range(3)]
        assert "Код подключения" in lines[1], lines
        self.port = int(lines[0].rpartition(":")[2])
        return lines[1].split()[2]

    def stop(self) -> int:
        """Ends it as a system does that shuts down; returns its exit code."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        return self.wait()

    def wait(self) -> int:
        """Waits for the end that somebody else asked for; returns its exit code."""
        assert self._process is not None
        code = self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()
        self._process = None
        return code

    def code(self) -> str:
        """A new pairing code, as a second start prints it."""
        output = run("serve", "--no-browser", "--data-dir", str(self.data_dir)).stdout
        return output.partition("Новый код подключения: ")[2][:6]

    @property
    def running(self) -> bool:
        """True from ``start`` to ``stop``."""
        return self._process is not None


NO_DATA = ROOT / "artifacts" / "no-data"
"""A data folder that nobody makes: without it a command would read the settings of whoever runs the tests."""
COMPANION = [sys.executable, "-m", "companion"]


def environment(environ: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a command: ours, but with UTF-8 and without the settings of whoever runs the tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COMPANION_")}
    ours = {"PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT), "COMPANION_DATA_DIR": str(NO_DATA)}
    return kept | ours | dict(environ or {})


def run(
    *arguments: str, stdin: bytes = b"", environ: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs one command to its end."""
    done = subprocess.run([*COMPANION, *arguments], input=stdin, capture_output=True, env=environment(environ))
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
