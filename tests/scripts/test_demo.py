"""`scripts/start.py --demo` on a virtual screen: a real browser, paired through the popup, the panel on the form."""

import re
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scripts.project import Project, interrupt, read_until
from tests.support.chromium import extension_id

pytestmark = pytest.mark.browser
SHOWN = "Чтобы закончить"
"""Said only after the popup has shown «Готов» and the panel has appeared on the form."""


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A screen that nobody sees."""
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    try:
        assert screen.stdout is not None
        yield f":{screen.stdout.readline().strip()}"
    finally:
        screen.terminate()
        screen.communicate()


def test_the_demo_pairs_shows_the_panel_and_ends_with_the_browser(project: Project, display: str) -> None:
    with project.starting("--demo", DISPLAY=display) as process:
        said = read_until(process, SHOWN)
        close_browser(project)
        said += process.communicate(timeout=60)[0]

    assert process.returncode == 0, said
    assert re.fullmatch(r"Готово: показ закончен, служба работает на .+--stop", said.splitlines()[-1])
    log = (project.data / "logs/companion.log").read_text(encoding="utf-8")
    assert f"paired chrome-extension://{extension_id()}" in log


def test_ctrl_c_ends_the_demo_and_removes_the_profile(project: Project, display: str) -> None:
    with project.starting("--demo", DISPLAY=display) as process:
        read_until(process, SHOWN)
        said = interrupt(process)

    assert process.returncode == 0, said
    assert "Готово: показ закончен" in said.splitlines()[-1]
    assert profiles(project) == []
    assert browsers(project) == []


def close_browser(project: Project) -> None:
    """As a person does it: the browser ends, nobody tells the command."""
    [main] = [number for number, command in browsers(project) if "--type=" not in command]
    subprocess.run(["kill", f"-{signal.SIGTERM.value}", str(main)], check=True)


def browsers(project: Project) -> list[tuple[int, str]]:
    """Processes of browsers with a profile of this copy, and their command lines."""
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdecimal():
            command = _command_line(process)
            if f"--user-data-dir={project.environ['TMPDIR']}" in command and "crashpad" not in command.split("\0")[0]:
                found.append((int(process.name), command))
    return found


def _command_line(process: Path) -> str:
    try:
        return (process / "cmdline").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def profiles(project: Project) -> list[Path]:
    """Profiles that were left behind."""
    return list(Path(project.environ["TMPDIR"]).glob("companion-demo-*"))
