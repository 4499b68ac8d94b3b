"""`companion token`, `rules`, `doctor`, and what every command has in common."""

import json
import socket
import sys
from pathlib import Path

import pytest

from companion import __version__
from companion.rules import catalogue
from tests.support.http import Client
from tests.support.service import COMPANION, CompanionProcess, RunningService, run


def test_a_token_stands_alone_on_the_last_line_and_works(service: RunningService) -> None:
    done = run("token", "--data-dir", str(service.settings.data_dir))
    assert done.returncode == 0
    token = done.stdout.splitlines()[-1]
    assert service.client.get("/v1/rules", Authorization=f"Bearer {token}").status == 200


@pytest.mark.parametrize("arguments", [("--data-dir", "{}", "token"), ("token", "--data-dir", "{}")])
def test_the_data_folder_may_stand_before_or_after_the_command(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = run(*(argument.format(tmp_path / "данные") for argument in arguments))
    assert done.returncode == 0
    assert (tmp_path / "данные" / "access.sqlite3").exists()


def test_the_data_folder_may_come_from_the_environment(tmp_path: Path) -> None:
    assert run("token", environ={"COMPANION_DATA_DIR": str(tmp_path / "e")}).returncode == 0
    assert (tmp_path / "e" / "access.sqlite3").exists()


def test_the_catalogue_comes_in_three_forms() -> None:
    identifiers = [entry.id for entry in catalogue().rules]
    text, markdown, document = (run("rules", "--format", style).stdout for style in ("text", "md", "json"))
    assert [rule["id"] for rule in json.loads(document)["rules"]] == identifiers
    assert [identifier for identifier in identifiers if f"\n{identifier} (" not in text] == []
    assert [identifier for identifier in identifiers if f"\n## `{identifier}` " not in markdown] == []


def test_version() -> None:
    assert run("--version").stdout == f"{__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "не хватает: КОМАНДА"),
        (["нечто"], "нет такого значения 'нечто'"),
        (["check"], "нужен один из параметров"),
        (["check", "a", "--jsonl", "b"], "вместе не указывают"),
        (["check", "a", "--format", "xml"], "--format: нет такого значения"),
        (["check", "--jsonl"], "--jsonl: нужно значение"),
        (["check", "--jsonl", "-", "--workers", "0"], "--workers: нужно число от 1 до 64"),
        (["check", "--jsonl", "-", "--workers", "x"], "--workers: не подходит значение 'x'"),
        (["rules", "--что-то"], "лишнее: --что-то"),
    ],
)
def test_a_wrong_command_line_is_explained_in_russian(arguments: list[str], told: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert "error" not in done.stderr


def test_the_help_is_russian() -> None:
    for arguments in (["--help"], *([command, "--help"] for command in ("serve", "check", "rules", "token", "doctor"))):
        done = run(*arguments)
        assert (done.returncode, done.stdout.startswith("как вызвать: companion")) == (0, True)
        for english in ("usage", "options:", "positional", "show this", "error"):
            assert english not in done.stdout


def test_the_doctor_is_content_with_a_new_set_up(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = str(probe.getsockname()[1])
    done = run("doctor", "--data-dir", str(folder), environ={"COMPANION_PORT": port})
    assert (done.returncode, "Всё в порядке." in done.stdout) == (0, True)
    assert not folder.exists()


def test_the_doctor_sees_the_running_service(companion_process: CompanionProcess) -> None:
    companion_process.start()
    done = run("doctor", "--data-dir", str(companion_process.data_dir))
    assert (done.returncode, f"Служба работает: {companion_process.address}" in done.stdout) == (0, True)
    assert Client(companion_process.port).get("/ping").status == 200


def test_the_doctor_names_what_is_wrong_and_how_to_mend_it(tmp_path: Path) -> None:
    (tmp_path / "access.sqlite3").write_bytes(b"garbage")
    (tmp_path / "settings.toml").write_text("a = ", encoding="utf-8")
    (tmp_path / "settings.toml.damaged-2026-01-01-000000").touch()
    tmp_path.chmod(0o755)
    with socket.create_server(("127.0.0.1", 0)) as foreign:
        port = foreign.getsockname()[1]
        done = run("doctor", "--data-dir", str(tmp_path), environ={"COMPANION_PORT": str(port)})
    assert done.returncode == 1
    told = ["Файл доступа повреждён", "settings.toml, строка 1:", "Отложен повреждённый файл", f"порт {port} занят"]
    told += [] if sys.platform == "win32" else ["доступна другим пользователям", "chmod 700"]
    assert [text for text in told if text not in done.stdout] == []
    assert (tmp_path / "access.sqlite3").read_bytes() == b"garbage"


@pytest.mark.parametrize(
    ("variable", "value"),
    [("COMPANION_PORT", "99"), ("COMPANION_DATABASE_URL", "нет"), ("COMPANION_DATA_DIR", __file__)],
)
def test_the_doctor_explains_bad_settings(tmp_path: Path, variable: str, value: str) -> None:
    environ = {"COMPANION_DATA_DIR": str(tmp_path), variable: value}
    done = run("doctor", environ=environ)
    assert (done.returncode, "[!!]" in done.stdout, done.stderr) == (1, True, "")


def test_the_doctor_keeps_the_databases_password(tmp_path: Path) -> None:
    address = "postgresql://seller:secret@db.example/journal"
    done = run("doctor", "--data-dir", str(tmp_path), environ={"COMPANION_DATABASE_URL": address})
    assert "postgresql://seller:***@db.example/journal" in done.stdout
    assert "secret" not in done.stdout


def test_commands_import_only_what_they_need() -> None:
    """`serve` must answer soon: nothing heavy may be imported for the command line alone."""
    import subprocess

    heavy = "{'flask', 'pydantic', 'waitress', 'holidays'}"
    script = f"import sys, companion.cli; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([COMPANION[0], "-c", script]).returncode == 0
