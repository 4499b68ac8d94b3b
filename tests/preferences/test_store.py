"""The file is read when it changes, and the last good state stays in force."""

import logging
import sys
from pathlib import Path

import pytest

from companion.preferences import AS_DELIVERED
from companion.preferences.store import PreferencesFile
from companion.rules import severities
from tests.support.service import Clock


class Watched:
    """A file, and who watches it with a clock that the test moves."""

    def __init__(self, file: Path, content: str | None = None) -> None:
        self.file = file
        self.clock = Clock()
        if content is not None:
            self.write(content)
        self.store = PreferencesFile(file, severities(), clock=self.clock)

    def write(self, content: str) -> None:
        """Saves as editors do: another file takes the place."""
        new = self.file.with_name("new")
        new.write_text(content, encoding="utf-8")
        new.replace(self.file)

    def allowed(self) -> tuple[str, ...]:
        """The names that are in force after a second."""
        self.clock.pass_seconds(1)
        return self.store.current().allowed


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


GOOD, OTHER, BAD = '[words]\nallow = ["Ёж"]\n', '[words]\nallow = ["Уж"]\n', '[words]\nallow = ["Уж", 7]\n'


def test_without_a_file_all_is_as_delivered_until_there_is_one(file: Path) -> None:
    watched = Watched(file)
    assert (watched.store.current(), watched.store.notice) == (AS_DELIVERED, None)
    watched.write(GOOD)
    assert watched.allowed() == ("Ёж",)


def test_a_change_counts_within_a_second_and_not_at_every_look(file: Path) -> None:
    watched = Watched(file, GOOD)
    watched.write(OTHER)
    watched.clock.pass_seconds(0.9)
    assert watched.store.current().allowed == ("Ёж",)
    watched.clock.pass_seconds(0.2)
    assert watched.store.current().allowed == ("Уж",)


def test_the_last_good_state_stays_in_force_and_the_mistake_is_told(file: Path) -> None:
    watched = Watched(file, GOOD)
    watched.write(BAD)
    assert watched.allowed() == ("Ёж",)
    told = 'settings.toml, строка 2: нужно слово в кавычках: "Жесть". Пока действуют прежние настройки.'
    assert watched.store.notice == told
    watched.write(OTHER)
    assert watched.allowed() == ("Уж",)
    assert watched.store.notice is None


def test_of_a_file_that_is_wrong_at_the_start_nothing_is_in_force(file: Path) -> None:
    watched = Watched(file, BAD)
    assert watched.store.current() == AS_DELIVERED
    assert str(watched.store.notice).endswith("Пока действуют обычные настройки.")


def test_further_mistakes_are_counted(file: Path) -> None:
    watched = Watched(file, BAD + '[rules]\n"x.y" = "off"\n"z" = "off"\n')
    assert " Ещё ошибок: 2. " in str(watched.store.notice)


def test_a_file_that_is_taken_away_counts_no_more(file: Path) -> None:
    watched = Watched(file, GOOD)
    file.unlink()
    assert watched.allowed() == ()


def test_a_mistake_does_no_more_harm_once_the_file_is_gone(file: Path) -> None:
    watched = Watched(file, BAD)
    file.unlink()
    assert watched.allowed() == ()
    assert watched.store.notice is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows opens no folder at all")
def test_what_is_no_file_is_told(file: Path) -> None:
    file.mkdir()
    watched = Watched(file)
    assert str(watched.store.notice).startswith("settings.toml, не читается, ошибка ")


def test_the_log_tells_the_line_and_quotes_nothing(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        watched = Watched(file, '[rules]\n"секрет" = "off"\n')
        watched.allowed()
        watched.write(GOOD)
        watched.allowed()
    assert caplog.messages == [
        "settings.toml is not used (mistakes: 1): line 2: unknown rule",
        "settings.toml is in force",
    ]


def test_an_unchanged_file_is_not_read_again(file: Path) -> None:
    watched = Watched(file, GOOD)
    before = watched.store.current()
    watched.allowed()
    assert watched.store.current() is before
