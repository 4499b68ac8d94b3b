"""The file with the secrets: what is in it, who can read it, what happens when it breaks."""

import sqlite3
import stat
import sys
from pathlib import Path

import pytest

from companion import datafolder
from companion.service.access import Access
from companion.settings import SettingsError


def contents(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.iterdir() if file.is_file())


def test_no_secret_that_is_sent_back_stands_in_the_file(tmp_path: Path) -> None:
    access = Access(tmp_path / "access.sqlite3")
    secrets = [access.new_token("tests"), access.new_link("/"), access.new_session()]
    secrets.append(access.pair(access.new_code().value, origin="chrome-extension://a", client="tests"))
    access.close()
    assert [secret for secret in secrets if secret.encode() in contents(tmp_path / "access.sqlite3")] == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    datafolder.prepare(folder)
    Access(folder / "access.sqlite3").close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "access.sqlite3").stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_file_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    file = tmp_path / "access.sqlite3"
    file.touch(0o644)
    file.chmod(0o644)
    Access(file).close()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def damaged_files() -> list[bytes]:
    return [b"garbage", b"SQLite format 3\0" + b"\xff" * 5000, b"\0" * 4096]


@pytest.mark.parametrize("damage", damaged_files())
def test_a_damaged_file_is_kept_aside_and_a_new_one_works(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "access.sqlite3"
    file.write_bytes(damage)
    access = Access(file)
    token = access.new_token("tests")
    assert access.holder(token) is not None
    assert access.file.kept_aside is not None
    assert access.file.kept_aside.read_bytes() == damage
    assert str(access.file.kept_aside) in str(access.notice)
    access.close()


def test_a_file_cut_in_the_middle_is_kept_aside(tmp_path: Path) -> None:
    file = tmp_path / "access.sqlite3"
    Access(file).close()
    file.write_bytes(file.read_bytes()[:5000])
    access = Access(file)
    assert access.file.kept_aside is not None
    access.close()


def test_a_file_of_a_later_version_is_kept_aside(tmp_path: Path) -> None:
    file = tmp_path / "access.sqlite3"
    database = sqlite3.connect(file)
    database.execute("PRAGMA user_version = 99")
    database.close()
    access = Access(file)
    assert access.file.kept_aside is not None
    access.close()


def test_damage_twice_in_a_second_loses_nothing(tmp_path: Path) -> None:
    file = tmp_path / "access.sqlite3"
    for number in range(3):
        file.write_bytes(b"garbage %d" % number)
        Access(file).close()
    kept = [path.read_bytes() for path in datafolder.kept_aside(tmp_path)]
    assert sorted(kept) == [b"garbage 0", b"garbage 1", b"garbage 2"]


def test_a_whole_file_is_not_touched(tmp_path: Path) -> None:
    first = Access(tmp_path / "access.sqlite3")
    token = first.new_token("tests")
    first.close()
    second = Access(tmp_path / "access.sqlite3")
    assert second.holder(token) is not None
    assert (second.notice, datafolder.kept_aside(tmp_path)) == (None, [])
    second.close()


def test_a_file_that_the_system_refuses_is_explained(tmp_path: Path) -> None:
    (tmp_path / "access.sqlite3").mkdir()
    with pytest.raises(SettingsError, match="Файл доступа"):
        Access(tmp_path / "access.sqlite3")


def test_tokens_are_told_apart(tmp_path: Path) -> None:
    access = Access(tmp_path / "access.sqlite3")
    tool = access.new_token("tool")
    bound = access.new_token("extension", origin="chrome-extension://a")
    holders = [access.holder(token) for token in (tool, bound, "", "wrong", tool + "x", "\ud800")]
    assert [holder and holder.origin for holder in holders] == [None, "chrome-extension://a", None, None, None, None]
    assert [holder is not None for holder in holders] == [True, True, False, False, False, False]
    assert access.paired_origins() == {"chrome-extension://a"}
    access.close()
