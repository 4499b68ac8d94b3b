"""A copy of the project as a seller has it: unpacked on Windows, in a folder with a Russian name, never started."""

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_PARTS = ("companion", "extension", "scripts", "pyproject.toml", "README.md", "LICENSE")
_NOT_COPIED = shutil.ignore_patterns("__pycache__", "node_modules")
_LONG = 300.0
READY = re.compile(r"Готово: помощник работает на (http://127\.0\.0\.1:\d+), код подключения (\d{3} \d{3})")


class Project:
    """One such copy, its commands run from another folder on a console that knows only cp1251."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.folder = place / "Папка продавца"
        self.data = place / "Данные помощника"
        self.port = _free_port()
        self.environ: dict[str, str] = _environment(place)
        self.folder.mkdir(parents=True)
        for name in _PARTS:
            _copy(ROOT / name, self.folder / name)

    def start(self, *options: str, **environ: str) -> "subprocess.CompletedProcess[str]":
        """Runs `start.py` to its end; raises nothing when it fails."""
        with self.starting(*options, **environ) as process:
            output, _ = process.communicate(timeout=_LONG)
        return subprocess.CompletedProcess(process.args, process.returncode, output)

    @contextlib.contextmanager
    def starting(self, *options: str, **environ: str) -> Iterator["subprocess.Popen[str]"]:
        """`start.py` while it runs; at the end of the block it is gone."""
        ours = ["--port", str(self.port), "--data-dir", self.data.name]
        process = self._popen(["scripts/start.py", *ours, *options], self.environ | environ)
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()
            process.communicate()

    def run(self, script: str, environ: Mapping[str, str], before: str = "pass") -> "subprocess.CompletedProcess[str]":
        """Runs a script without options; ``before`` is Python that is executed in front of it."""
        runs = f"import runpy, sys; del sys.argv[0]; {before}; runpy.run_path(sys.argv[0], run_name='__main__')"
        process = self._popen(["-c", runs, str(self.folder / script)], environ)
        output, _ = process.communicate(timeout=_LONG)
        return subprocess.CompletedProcess(process.args, process.returncode, output)

    def _popen(self, arguments: list[str], environ: Mapping[str, str]) -> "subprocess.Popen[str]":
        if arguments[0] != "-c":
            arguments = [str(self.folder / arguments[0]), *arguments[1:]]
        return subprocess.Popen(
            [_bare_python(), *arguments],
            cwd=self.place,
            env=environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="cp1251",
        )


def read_until(process: "subprocess.Popen[str]", text: str) -> str:
    """What a program says up to the line with a text. Fails when it ends before."""
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if text in line:
            return said
    raise AssertionError(f"ended without «{text}»: {said}")


def interrupt(process: "subprocess.Popen[str]") -> str:
    """Presses Ctrl+C; what it still says."""
    process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=60)
    return output


def _bare_python() -> str:
    """The Python below the environment that runs the tests: nothing of ours is installed there."""
    return str(getattr(sys, "_base_executable", sys.executable))


def _environment(place: Path) -> dict[str, str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "VIRTUAL_ENV", "PYTHONPATH", "PYTHONUTF8")
    kept = {
        name: value for name, value in os.environ.items() if name not in hidden and not name.startswith("COMPANION")
    }
    temporary = place / "tmp"
    temporary.mkdir(parents=True)
    return kept | {"PYTHONIOENCODING": "cp1251", "TMPDIR": str(temporary)}


def _copy(source: Path, target: Path) -> None:
    if source.is_file():
        _copy_file(str(source), str(target))
    else:
        shutil.copytree(source, target, ignore=_NOT_COPIED, copy_function=_copy_file)


def _copy_file(source: str, target: str) -> None:
    """As git checks out on Windows: text with CRLF, the rest as it is."""
    content = Path(source).read_bytes()
    if b"\0" not in content:
        content = content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    Path(target).write_bytes(content)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
