"""`companion check` for one draft."""

import json
from pathlib import Path

import pytest

from tests.support.service import run

NOW = "2026-11-23T10:00:00+03:00"
READY = {
    "subject": "Финансы",
    "reference": "57195475-0050-3",
    "description": "Прошу проверить начисление по отправлению 57195475-0050-3 от 12.11.2026: 4 500 ₽, ждали 5 000 ₽.",
    "attachments": [{"name": "отчёт.pdf", "type": "application/pdf", "size": 90000}],
}
ANGRY = {"description": "Где мои деньги??? Это безобразие!!!"}


def saved(folder: Path, document: object) -> str:
    file = folder / "черновик.json"
    file.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return str(file)


def test_a_ready_draft_ends_with_0(tmp_path: Path) -> None:
    done = run("check", saved(tmp_path, READY), "--now", NOW)
    assert (done.returncode, done.stderr) == (0, "")
    assert "можно отправлять" in done.stdout


def test_a_draft_that_is_not_ready_ends_with_1_and_says_why(tmp_path: Path) -> None:
    done = run("check", saved(tmp_path, ANGRY), "--now", NOW)
    assert done.returncode == 1
    for part in ("отправлять рано", "tone.emotional", "«безобразие»", "Ориентир: ответ до"):
        assert part in done.stdout


def test_a_bare_draft_and_the_body_of_a_check_are_the_same(tmp_path: Path) -> None:
    bare = run("check", saved(tmp_path, ANGRY), "--now", NOW, "--format", "json")
    body = run("check", saved(tmp_path, {"draft": ANGRY, "now": NOW}), "--format", "json")
    first, second = (json.loads(done.stdout) | {"took_ms": 0} for done in (bare, body))
    assert first == second


def test_the_draft_may_come_by_the_standard_input() -> None:
    raw = json.dumps(ANGRY).encode()
    done = run("check", "-", "--now", NOW, "--format", "json", stdin=b"\xef\xbb\xbf" + raw)
    assert (done.returncode, json.loads(done.stdout)["readiness"]["ready"]) == (1, False)


def test_now_of_the_command_fixes_the_clock(tmp_path: Path) -> None:
    file = saved(tmp_path, {"draft": READY, "now": "2020-01-01T00:00:00Z"})
    due = json.loads(run("check", file, "--now", NOW, "--format", "json").stdout)["expectation"]["due"]
    assert due.startswith("2026-11")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"\xff",
        b"[]",
        b'{"draft": 5}',
        b'{"unknown": 1}',
        b'{"description": "\\ud800"}',
        b'"' + b"x" * 2_000_000 + b'"',
    ],
)
def test_unusable_input_ends_with_2_and_is_explained(raw: bytes) -> None:
    done = run("check", "-", stdin=raw)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_file_and_a_wrong_now_are_explained(tmp_path: Path) -> None:
    missing = run("check", str(tmp_path / "нет.json"))
    assert (missing.returncode, "не открыть" in missing.stderr) == (2, True)
    for now in ("вчера", "2026-11-23T10:00:00", "1900-01-01T00:00:00Z"):
        done = run("check", saved(tmp_path, ANGRY), "--now", now)
        assert (done.returncode, done.stderr.startswith("--now: ")) == (2, True)


def test_the_report_is_utf8_on_every_console(tmp_path: Path) -> None:
    file = saved(tmp_path, {"description": "Сумма 4 500 ₽, безобразие 😀"})
    done = run("check", file, "--format", "json", environ={"PYTHONIOENCODING": "cp1251"})
    assert "безобразие" in done.stdout


def test_the_text_never_fails_on_a_narrow_console(tmp_path: Path) -> None:
    file = saved(tmp_path, {"description": "Сумма 4 500 ₽, безобразие 😀"})
    done = run("check", file, environ={"PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (1, "")
