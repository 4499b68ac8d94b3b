"""Other programs: run quietly, their text kept for the case of failure, ended when we are interrupted."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from scripts._console import Stop

_PATIENCE = 10.0
"""Seconds that an interrupted program gets to end by itself."""


def environment() -> dict[str, str]:
    """Our environment without what would lead another Python astray; its text comes in UTF-8 on every system."""
    astray = ("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "__PYVENV_LAUNCHER__", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if name not in astray}
    # A user's pip may be set to install into the home folder, which fails inside an environment of its own.
    return kept | {"PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8", "PIP_USER": "0", "PIP_NO_INPUT": "1"}


def run_quietly(
    command: list[str | Path],
    *,
    failure: str,
    folder: Path,
    line: Callable[[str], None] = lambda _: None,
    **variables: str,
) -> None:
    """Runs a program, hands each line of its text to ``line``; raises ``Stop`` with that text when it fails."""
    told: list[str] = []
    with started(command, folder=folder, captured=True, **variables) as process:
        assert process.stdout is not None
        for text in process.stdout:
            told.append(text)
            line(text)
    if process.returncode:
        raise Stop(failure, "".join(told[-40:]))


def run_openly(command: list[str | Path], *, folder: Path, **variables: str) -> int:
    """Runs a program whose text goes straight to the console; returns its exit code."""
    sys.stdout.flush()
    with started(command, folder=folder, captured=False, **variables) as process:
        pass
    return process.returncode


@contextlib.contextmanager
def started(
    command: list[str | Path], *, folder: Path, captured: bool, **variables: str
) -> Iterator["subprocess.Popen[str]"]:
    """A program without standard input, waited for at the end of the block; an exception in the block ends it."""
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=folder,
        env=environment() | variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if captured else None,
        stderr=subprocess.STDOUT if captured else None,
        encoding="utf-8",
        errors="replace",
    )
    try:
        yield process
        process.wait()
    except KeyboardInterrupt:
        # It has heard the same Ctrl+C and is putting its things away.
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_PATIENCE)
        end(process)
        raise
    except BaseException:
        end(process)
        raise
    finally:
        if process.stdout:
            process.stdout.close()


def end(process: "subprocess.Popen[str]") -> None:
    """Asks a program to end, then makes it; one that has ended is left in peace."""
    process.terminate()
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
