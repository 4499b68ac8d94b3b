"""The service goes by the settings.toml of its data folder, and takes up a change while it runs."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from companion.preferences.editing import template
from companion.rules import ruleset
from tests.support.http import Client
from tests.support.service import CompanionProcess, RunningService, in_process, run

DRAFT = {
    "draft": {"subject": "Финансы", "description": "Исправьте КОСЯК и отчёт от 12.11.2026, это позор."},
    "now": "2026-11-23T10:00:00+03:00",
}
SETTINGS = """
[words]
allow = ["косяк"]
[rules]
"tone.emotional" = "off"
"tone.shouting" = "error"
[deadlines]
finance = "2 рабочих дня"
"""


def told(report: Any) -> set[tuple[str, str]]:
    return {(found["rule"], found["matched"]) for found in report["suggestions"] if found["rule"].startswith("tone.")}


def until(read: Callable[[], Any], wanted: Any) -> None:
    """Within some seconds, for the service looks at the file once a second."""
    end = time.monotonic() + 10
    while (found := read()) != wanted:
        assert time.monotonic() < end, found
        time.sleep(0.1)


def test_a_change_of_the_file_is_taken_up_at_once(service: RunningService) -> None:
    file = service.settings.settings_file
    tool = service.tool()

    def report() -> Any:
        return service.client.post("/v1/check", DRAFT, **tool).json()

    assert told(report()) == {("tone.shouting", "КОСЯК"), ("tone.emotional", "позор")}
    file.write_text(SETTINGS, encoding="utf-8")
    until(lambda: told(report()), set())
    changed = report()
    assert changed["expectation"]["label"] == "до 2 рабочих дней"
    assert changed["expectation"]["due"] == "2026-11-25T23:59:59+03:00"
    assert changed["ruleset"] != ruleset()
    assert service.client.post("/v1/hello", **tool).json()["ruleset"] == changed["ruleset"]
    catalogue = service.client.get("/v1/rules", **tool).json()
    assert catalogue["ruleset"] == changed["ruleset"]
    rules = {rule["id"]: (rule["enabled"], rule["severity"], rule["own_severity"]) for rule in catalogue["rules"]}
    assert rules["tone.emotional"] == (False, "warning", "warning")
    assert rules["tone.shouting"] == (True, "error", "warning")
    file.unlink()
    until(lambda: report()["ruleset"], ruleset())


def test_a_mistake_is_told_in_the_greeting_and_the_last_good_state_stays(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(SETTINGS, encoding="utf-8")
    with in_process(tmp_path) as service:
        tool = service.tool()

        def notice() -> Any:
            return service.client.post("/v1/hello", {}, **tool).json().get("notice")

        assert "notice" not in service.client.post("/v1/hello", {}, **tool).json()
        file.write_text(SETTINGS.replace("tone.shouting", "tone.shoutin"), encoding="utf-8")
        wrong = "нет правила «tone.shoutin»; похоже на «tone.shouting»"
        until(notice, f"settings.toml, строка 6: {wrong}. Пока действуют прежние настройки.")
        assert told(service.client.post("/v1/check", DRAFT, **tool).json()) == set()
        file.write_text(SETTINGS, encoding="utf-8")
        until(notice, None)


def test_the_contract_of_the_greeting_and_the_catalogue_is_described(service: RunningService) -> None:
    schemas = service.client.get("/v1/openapi.json", **service.tool()).json()["components"]["schemas"]
    assert "notice" in schemas["Hello"]["properties"]
    assert {"enabled", "own_severity"} <= set(schemas["CatalogueEntry"]["properties"])


def test_serve_makes_a_file_that_explains_itself_and_leaves_one_that_is_there(
    companion_process: CompanionProcess,
) -> None:
    companion_process.start()
    file = companion_process.data_dir / "settings.toml"
    assert file.read_bytes().decode() == template()
    companion_process.stop()
    file.write_text("# моё\n", encoding="utf-8")
    companion_process.start()
    assert file.read_text(encoding="utf-8") == "# моё\n"


def test_the_command_the_log_and_the_doctor_go_with_the_running_service(companion_process: CompanionProcess) -> None:
    companion_process.start()
    folder = str(companion_process.data_dir)
    client = Client(companion_process.port)
    token = run("token", "--data-dir", folder).stdout.splitlines()[-1]

    def emotional() -> set[tuple[str, str]]:
        return told(client.post("/v1/check", DRAFT, Authorization=f"Bearer {token}").json())

    def log() -> str:
        return (companion_process.data_dir / "logs" / "companion.log").read_text(encoding="utf-8")

    changes = ["rules.tone.emotional=off", "rules.tone.shouting=off"]
    assert run("rules", "--data-dir", folder, "--set", *changes).returncode == 0
    until(emotional, set())
    assert "settings.toml is in force" in log()
    file = companion_process.data_dir / "settings.toml"
    file.write_text(file.read_text(encoding="utf-8") + "\n[слова]\n", encoding="utf-8")
    until(lambda: (emotional(), "settings.toml is not used (mistakes: 1): line" in log()), (set(), True))
    doctor = run("doctor", "--data-dir", folder)
    line = file.read_text(encoding="utf-8").splitlines().index("[слова]") + 1
    assert (doctor.returncode, f"settings.toml, строка {line}: имя пишут в прямых кавычках" in doctor.stdout) == (
        1,
        True,
    )
    assert file.read_text(encoding="utf-8").endswith("[слова]\n")


@pytest.mark.parametrize("lines", [False, True])
def test_checks_on_the_command_line_go_by_the_same_file(tmp_path: Path, lines: bool) -> None:
    def report() -> Any:
        if not lines:
            done = run("check", "-", "--format", "json", "--data-dir", str(tmp_path), stdin=json.dumps(DRAFT).encode())
            return json.loads(done.stdout)
        many = "\n".join(json.dumps({"id": number, **DRAFT}) for number in range(3)).encode()
        done = run("check", "--jsonl", "-", "--workers", "2", "--data-dir", str(tmp_path), stdin=many)
        reports = [json.loads(line)["report"] for line in done.stdout.splitlines()]
        assert len({report["ruleset"] for report in reports}) == 1
        return reports[-1]

    assert report()["ruleset"] == ruleset()
    (tmp_path / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    assert told(report()) == set()
    assert report()["expectation"]["label"] == "до 2 рабочих дней"
    assert report()["ruleset"] != ruleset()


def test_a_check_on_the_command_line_tells_of_a_mistake_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("[rules]\nx = 1", encoding="utf-8")
    done = run("check", "-", "--format", "json", "--data-dir", str(tmp_path), stdin=json.dumps(DRAFT).encode())
    assert json.loads(done.stdout)["ruleset"] == ruleset()
    assert done.stderr.startswith("settings.toml, строка 2: нет правила «x»")
    assert "Действуют обычные настройки." in done.stderr


def test_a_check_makes_no_data_folder(tmp_path: Path) -> None:
    folder = tmp_path / "none"
    assert run("check", "-", "--data-dir", str(folder), stdin=json.dumps(DRAFT).encode()).returncode in (0, 1)
    assert not folder.exists()


def test_an_explanation_tells_what_the_users_settings_stopped(tmp_path: Path) -> None:
    settings = SETTINGS.replace('"tone.emotional" = "off"', '"date.missing" = "off"').replace("косяк", "позор")
    (tmp_path / "settings.toml").write_text(settings, encoding="utf-8")
    arguments = ("check", "-", "--explain", "--format", "json", "--data-dir", str(tmp_path))
    rules = json.loads(run(*arguments, stdin=json.dumps(DRAFT).encode()).stdout)["explain"]
    explained = {rule["rule"]: rule for rule in rules}
    assert explained["date.missing"]["state"] == "not_asked"
    assert explained["date.missing"]["stopped_by"] == "правило выключено в settings.toml"
    spared = [(seen["excerpt"], seen["said"]) for seen in explained["tone.emotional"]["spared"]]
    assert spared == [("позор", "это разрешённое название")]
