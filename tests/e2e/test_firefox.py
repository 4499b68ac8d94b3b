"""The main job in a real Firefox: scenarios of `tests/e2e/firefox` with the real service and the real extension."""

import json
import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from tests.support.chromium import ARTIFACTS, EXTENSION
from tests.support.service import ROOT, CompanionProcess

RUN = ROOT / "tests/e2e/firefox/run.mjs"
TOOLS = ROOT / "scripts/node/node_modules/puppeteer-core"
LONGEST = 180.0
"""Seconds for one scenario, the browser's start included: test machines are slow."""
CLOSING = 10.0


@pytest.mark.parametrize("place", ["seller", "demo"])
def test_an_angry_draft_becomes_a_request_that_is_ready_and_is_sent(
    companion_process: CompanionProcess, tmp_path: Path, place: str
) -> None:
    play("an angry draft becomes a ready request", companion_process, tmp_path, place)


def test_one_undo_takes_a_fix_back_and_the_caret_stays(companion_process: CompanionProcess, tmp_path: Path) -> None:
    play("one undo takes a fix back and the caret stays", companion_process, tmp_path)


def test_the_page_and_what_it_sends_are_the_same_without_the_extension(
    companion_process: CompanionProcess, tmp_path: Path
) -> None:
    play("the page and what it sends are the same without the extension", companion_process, tmp_path)


def play(scenario: str, service: CompanionProcess, folder: Path, place: str = "seller") -> None:
    """Starts the service and plays a scenario against it; fails with the scenario's own words."""
    config = {
        "firefox": program("firefox-esr", "firefox"),
        "extension": str(EXTENSION),
        "code": service.start(),
        "address": service.address,
        "port": service.port,
        "place": place,
        "folder": str(folder),
        "screens": str(ARTIFACTS),
    }
    assert TOOLS.is_dir(), "puppeteer-core is missing: run scripts/test.py, it installs it"
    command = [program("node"), str(RUN), scenario, json.dumps(config)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", start_new_session=True
    ) as process:
        try:
            said, _ = process.communicate(timeout=LONGEST)
        except subprocess.TimeoutExpired:
            said = f"Дольше {LONGEST:.0f} с.\n{stop(process)}"
        finally:
            stop(process)
    assert process.returncode == 0, said


def program(*names: str) -> str:
    """Where the first of these programs is."""
    found = next(filter(None, map(shutil.which, names)), None)
    assert found, f"{names[0]} is missing: run scripts/test.py, it installs it"
    return found


def stop(process: subprocess.Popen[str]) -> str:
    """Leaves nothing of a scenario behind; returns what it said, unless it has ended by itself."""
    if process.poll() is not None:
        return ""
    # The browser has a process group of its own, which puppeteer ends when it is interrupted.
    process.send_signal(signal.SIGINT)
    try:
        return process.communicate(timeout=CLOSING)[0]
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        return process.communicate()[0]
