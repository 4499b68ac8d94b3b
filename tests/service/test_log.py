"""The log and unforeseen errors: useful, and without anybody's text."""

import logging
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from companion.service import log as service_log
from companion.service.access import Access
from companion.service.app import create_app
from companion.service.policy import declared
from companion.settings import Settings

TEXT = "Эта фраза не для чужих глаз"


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    file = tmp_path / "logs" / "companion.log"
    service_log.start(file)
    ours = root.handlers[:]
    yield file
    root.handlers[:] = handlers
    root.setLevel(level)
    for handler in ours:
        handler.close()


def test_an_unforeseen_error_is_a_problem_and_its_text_stays_secret(tmp_path: Path, log_file: Path) -> None:
    settings = Settings.load(tmp_path, 8765, environ={})
    access = Access(settings.access_file)
    app = create_app(settings, access)

    @declared(public=True)
    def broken() -> str:
        try:
            TypeAdapter(int).validate_python(TEXT)
        except ValueError:
            raise KeyError(TEXT) from None
        return ""

    app.add_url_rule("/broken", view_func=broken)
    answer = app.test_client().get("/broken", headers={"Host": "127.0.0.1:8765"})
    access.close()
    assert (answer.status_code, answer.content_type) == (500, "application/problem+json")
    assert answer.headers["X-Companion-Api"] == "1"
    assert "Служба работает дальше" in answer.get_data(as_text=True)
    logged = log_file.read_text(encoding="utf-8")
    assert "builtins.KeyError at test_log.broken:" in logged
    assert TEXT not in logged + answer.get_data(as_text=True)


def test_tracebacks_of_libraries_are_logged_without_messages(log_file: Path) -> None:
    try:
        raise ValueError(TEXT)
    except ValueError:
        logging.getLogger("waitress").exception("Exception while serving")
    logged = log_file.read_text(encoding="utf-8")
    assert "Exception while serving" in logged
    assert "builtins.ValueError at test_log.test_tracebacks" in logged
    assert TEXT not in logged


def test_the_log_rotates(log_file: Path) -> None:
    logger = logging.getLogger("companion.tests")
    for _ in range(500):
        logger.info("x" * 10_000)
    files = list(log_file.parent.iterdir())
    assert len(files) == 4
    assert sum(file.stat().st_size for file in files) < 5_000_000
    if sys.platform != "win32":
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
