"""Settings and the data folder."""

import os
import stat
import sys
from pathlib import Path

import pytest

from companion import datafolder
from companion.settings import Settings, SettingsError


def test_arguments_come_before_the_environment_and_this_before_defaults(tmp_path: Path) -> None:
    environ = {
        "COMPANION_PORT": "9001",
        "COMPANION_DATA_DIR": str(tmp_path / "e"),
        "COMPANION_DATABASE_URL": "sqlite:///x.db",
    }
    assert Settings.load(environ={}).port == 8765
    assert Settings.load(environ={"COMPANION_PORT": "", "COMPANION_DATA_DIR": ""}).port == 8765
    assert Settings.load(environ=environ) == Settings(9001, tmp_path / "e", "sqlite:///x.db")
    given = Settings.load(tmp_path / "a", 9002, environ=environ)
    assert (given.port, given.data_dir) == (9002, tmp_path / "a")


def test_the_database_is_sqlite_in_the_data_folder(tmp_path: Path) -> None:
    assert Settings.load(tmp_path, environ={}).database_url == f"sqlite:///{tmp_path.as_posix()}/journal.sqlite3"


@pytest.mark.parametrize(
    "port", ["abc", "80", "1023", "65536", "-1", "8765.0", " 8765", "٨٧٦٥", "99999999999999999999"]
)
def test_a_bad_port_is_explained_in_russian(port: str) -> None:
    with pytest.raises(SettingsError, match=r"COMPANION_PORT.*от 1024 до 65535"):
        Settings.load(environ={"COMPANION_PORT": port})
    with pytest.raises(SettingsError, match="--port"):
        Settings.load(port=port, environ={})


def test_a_file_is_no_data_folder(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(SettingsError, match="это файл"):
        Settings.load(file, environ={})
    with pytest.raises(SettingsError, match="Не удалось создать"):
        datafolder.prepare(file / "below")


def test_a_bad_database_address_is_explained() -> None:
    with pytest.raises(SettingsError, match="COMPANION_DATABASE_URL"):
        Settings.load(environ={"COMPANION_DATABASE_URL": "journal.db"})


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_every_new_folder_is_its_owners_alone(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        datafolder.prepare(tmp_path / "a" / "b")
    finally:
        os.umask(old)
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "a", tmp_path / "a" / "b")} == {0o700}
