"""The file is changed as a whole or not at all."""

import os
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from companion.preferences.changes import ChangeError
from companion.preferences.editing import create, edit, template
from companion.preferences.store import read
from companion.rules import severities


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def change(file: Path, *set_: str) -> None:
    edit(file, unset=(), set_=set_, severities=severities())


def test_a_new_file_explains_itself(file: Path) -> None:
    change(file, "words.allow+=Жесть")
    assert read(file, severities()).preferences.allowed == ("Жесть",)
    lines = template().splitlines()
    assert [line for line in lines if line not in file.read_text(encoding="utf-8").splitlines()] == []
    assert list(file.parent.iterdir()) == [file]


def test_making_the_file_leaves_one_that_is_there(file: Path) -> None:
    file.write_text("# моё\n", encoding="utf-8")
    create(file)
    assert file.read_text(encoding="utf-8") == "# моё\n"
    file.unlink()
    create(file)
    assert file.read_bytes().decode() == template()


@pytest.mark.parametrize("bad", ["rules.tone.shoutin=off", "deadlines.finance=скоро", "чепуха"])
def test_a_refused_change_leaves_the_file_and_nothing_beside_it(file: Path, bad: str) -> None:
    file.write_bytes("# моё\r\n[rules]\r\n".encode())
    before = (file.read_bytes(), file.stat().st_mtime_ns, file.stat().st_ino)
    with pytest.raises(ChangeError):
        change(file, "words.allow+=Жесть", bad)
    assert (file.read_bytes(), file.stat().st_mtime_ns, file.stat().st_ino) == before
    assert list(file.parent.iterdir()) == [file]


def test_a_file_that_is_no_toml_is_left_alone(file: Path) -> None:
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(
        ChangeError, match=r"Сначала исправьте файл: settings\.toml, строка 1: файл не в кодировке UTF-8"
    ):
        change(file, "words.allow+=Жесть")
    assert file.read_bytes() == b"\xff\xfe"


def test_windows_line_ends_and_the_mark_of_the_notepad_stay(file: Path) -> None:
    file.write_bytes("\ufeff# моё\r\n[rules]\r\n".encode())
    change(file, "rules.tone.shouting=off")
    assert file.read_bytes() == '\ufeff# моё\r\n[rules]\r\n"tone.shouting" = "off"\r\n'.encode()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes and links")
def test_the_files_mode_and_a_link_to_it_stay(file: Path, tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles" / "companion.toml"
    kept.parent.mkdir()
    kept.write_text("", encoding="utf-8")
    kept.chmod(0o640)
    file.symlink_to(kept)
    change(file, "rules.tone.shouting=off")
    assert file.is_symlink()
    assert "tone.shouting" in kept.read_text(encoding="utf-8")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640


def test_commands_at_the_same_time_lose_nothing(file: Path) -> None:
    words = [f"слово{number}" for number in range(12)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda word: change(file, f"words.allow+={word}"), words))
    assert sorted(read(file, severities()).preferences.allowed) == sorted(words)


def test_a_command_that_died_half_way_stops_nobody(file: Path) -> None:
    left = file.with_name("settings.toml.new")
    left.write_text("half", encoding="utf-8")
    os.utime(left, (0, 0))
    change(file, "words.allow+=Жесть")
    assert read(file, severities()).preferences.allowed == ("Жесть",)
    assert not left.exists()
