"""Other programs: run quietly, their text kept for the case of failure, ended when we are interrupted."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from scripts._console import Stop

_PATIENCE = 5.0
"""Seconds that an interrupted program gets to end by itself."""


def environment() -> dict[str, str]:
    """Our environment without what would lead another Python astray; its text comes in UTF-8 on every system."""
    astray = ("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "__PYVENV_LAUNCHER__", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if name not in astray}
    # A user's pip may be set to install into the home folder, which fails inside an environment of its own.
    return kept | {"PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8", "PIP_USER": "0", "PIP_NO_INPUT": "1"}


def run_quietly(
    command: list[str | Path], *, failure: str, folder: Path, line: Callable[[str], None] = lambda _: None
) -> None:
    """Runs a program, hands each line of its text to ``line``; raises ``Stop`` with that text when it fails."""
    told: list[str] = []
    with started(command, folder=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        assert process.stdout is not None
        for text in process.stdout:
            told.append(text)
            line(text)
    if process.returncode:
        raise Stop(failure, "".join(told[-40:]))


def run_openly(command: list[str | Path], *, folder: Path, variables: dict[str, str] | None = None) -> int:
    """Runs a program whose text goes straight to the console; returns its exit code."""
    sys.stdout.flush()
    with started(command, folder=folder, variables=variables or {}) as process:
        pass
    return process.returncode


@contextlib.contextmanager
def started(
    command: list[str | Path],
    *,
    folder: Path,
    variables: dict[str, str] | None = None,
    stdout: int | None = None,
    stderr: int | None = None,
) -> Iterator["subprocess.Popen[str]"]:
    """A program without standard input, waited for at the end of the block; an exception in the block ends it."""
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=folder,
        env=environment() | (variables or {}),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=stderr,
        encoding="utf-8",
        errors="replace",
    )
    try:
        yield process
        process.wait()
    except BaseException:
        end(process)
        raise
    finally:
        if process.stdout:
            process.stdout.close()


def end(process: "subprocess.Popen[str]") -> None:
    """Asks a program to end, then makes it."""
    process.terminate()
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
