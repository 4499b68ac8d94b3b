"""`scripts/start.py` from the first start on, in the order of a seller's day: the copy is prepared once."""

import http.client
import json
import shlex
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.scripts.project import READY, Project, interrupt, read_until

INSTALLING = "Ставлю"


@pytest.fixture(scope="module")
def first_start(project: Project) -> str:
    """What the very first start says."""
    started = project.start("--no-browser")
    assert started.returncode == 0, started.stdout
    return started.stdout


@pytest.fixture
def running(project: Project, first_start: str) -> Project:
    """The copy with its service running."""
    assert project.start("--no-browser").returncode == 0
    return project


def test_the_first_start_installs_says_what_it_does_and_ends_with_one_plain_line(first_start: str) -> None:
    *steps, last = first_start.splitlines()

    assert READY.fullmatch(last)
    assert any("библиотеки" in step for step in steps)
    assert not any("Traceback" in step or "WARNING" in step or "pip" in step for step in steps)


def test_the_service_answers_after_the_command_has_ended(running: Project) -> None:
    assert get(running, "/ping") == 200
    assert get(running, "/demo/form") == 200


def test_a_second_start_finds_the_running_service_and_installs_nothing(running: Project) -> None:
    process = service_process(running)

    again = running.start("--no-browser").stdout

    assert service_process(running) == process
    assert READY.fullmatch(again.strip())


def test_the_start_page_is_opened_by_a_link_that_shows_the_code_and_the_extension(running: Project) -> None:
    opened = running.place / "opened.txt"
    recorder = running.place / "recorder.py"
    recorder.write_text("import sys, pathlib; pathlib.Path(sys.argv[1]).write_text(sys.argv[2])")
    browser = shlex.join([sys.executable, str(recorder), str(opened)]) + " %s"

    started = running.start(DISPLAY=":0", BROWSER=browser)

    ready = READY.search(started.stdout)
    assert ready
    browser_with_cookies = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    with browser_with_cookies.open(wait_for(opened)) as page:
        text = page.read().decode()
    assert ready[2].replace(" ", "") in text
    assert str(running.folder / "extension") in text


def test_without_a_display_the_link_is_named(running: Project) -> None:
    assert f"http://127.0.0.1:{running.port}/open/" in running.start().stdout


def test_stop_ends_the_service_and_a_second_stop_says_that_none_runs(running: Project) -> None:
    stopped = running.start("--stop")
    again = running.start("--stop")

    assert (stopped.returncode, stopped.stdout.strip()) == (0, "Служба остановлена.")
    assert (again.returncode, again.stdout.strip()) == (0, "Служба не запущена.")
    with pytest.raises(ConnectionRefusedError):
        get(running, "/ping")


def test_a_changed_source_is_installed_and_the_old_service_replaced(running: Project) -> None:
    process = service_process(running)
    (running.folder / "companion/service/static/demo/new.txt").write_text("new")

    started = running.start("--no-browser").stdout

    assert INSTALLING in started
    assert service_process(running) != process
    assert get(running, "/demo/static/new.txt") == 200


def test_a_taken_port_is_explained(running: Project) -> None:
    other = ("--no-browser", "--data-dir", "Другие данные")

    started = running.start(*other)

    assert started.returncode == 1
    assert f"Порт {running.port} занят" in started.stdout
    assert started.stdout.splitlines()[-1] == "Служба не запустилась."


def test_an_interrupted_installation_is_noticed_and_done_again(running: Project) -> None:
    lock = running.folder / "scripts/requirements.txt"
    lock.write_bytes(lock.read_bytes() + b"# renewed\r\n")
    with running.starting("--no-browser") as process:
        read_until(process, "библиотеки")
        said = interrupt(process)
    assert process.returncode == 130
    assert "Прервано" in said

    again = running.start("--no-browser")

    assert "Готовлю папку .venv" in again.stdout
    assert READY.search(again.stdout)


def test_a_renamed_folder_gets_its_environment_anew(running: Project) -> None:
    assert running.start("--stop").returncode == 0
    running.folder = running.folder.rename(running.place / "Другая папка")

    started = running.start("--no-browser")

    assert "Готовлю папку .venv" in started.stdout
    assert READY.search(started.stdout)


def get(project: Project, path: str) -> int:
    """The status of a page of the service."""
    connection = http.client.HTTPConnection("127.0.0.1", project.port, timeout=10)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    finally:
        connection.close()


def service_process(project: Project) -> int:
    """The number of the service's process."""
    note = json.loads((project.data / "service.json").read_text(encoding="utf-8"))
    process: int = note["pid"]
    return process


def wait_for(file: Path) -> str:
    """The content of a file that another program is about to write."""
    deadline = time.monotonic() + 20
    while not file.exists() or not file.read_text():
        assert time.monotonic() < deadline, f"{file} was not written"
        time.sleep(0.05)
    return file.read_text()
