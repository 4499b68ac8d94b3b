"""`companion check --jsonl`: many drafts, one in a line."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.support.service import COMPANION, environment, run

NOW = "2026-11-23T10:00:00+03:00"


def lines(*documents: object) -> bytes:
    return b"".join(json.dumps(document, ensure_ascii=False).encode() + b"\n" for document in documents)


def results(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


@pytest.mark.parametrize("workers", ["1", "3"])
def test_reports_come_in_the_order_of_the_drafts(workers: str) -> None:
    drafts = [
        {"id": f"{number}", "draft": {"description": f"Безобразие {number}"}, "now": NOW} for number in range(150)
    ]
    done = run("check", "--jsonl", "-", "--workers", workers, stdin=lines(*drafts))
    assert (done.returncode, done.stderr) == (0, "")
    found = results(done.stdout)
    assert [result["id"] for result in found] == [draft["id"] for draft in drafts]
    assert all(set(result) == {"id", "report"} for result in found)


def test_one_process_and_many_say_the_same() -> None:
    raw = lines(*({"id": number, "draft": {"description": "Где деньги???" * number}} for number in range(100)))
    outputs = [run("check", "--jsonl", "-", "--now", NOW, "--workers", workers, stdin=raw) for workers in ("1", "2")]
    first, second = ([result["report"] | {"took_ms": 0} for result in results(done.stdout)] for done in outputs)
    assert first == second


def test_a_bad_line_is_told_and_the_rest_goes_on() -> None:
    raw = lines({"id": "a", "draft": {}})
    raw += b"nonsense\n"
    raw += lines({"id": "b"}, {"draft": {}}, {"id": True, "draft": {}}, {"id": "c", "draft": {"description": 5}}, [])
    raw += b'{"id": "\xff"}\n' + b"\n" + b'{"id": "long", "draft": {"description": "' + b"x" * 2_000_000 + b'"}}\n'
    raw += lines({"id": 7, "draft": {}, "page": "messenger", "stage": "reply", "now": NOW}).rstrip(b"\n")
    done = run("check", "--jsonl", "-", stdin=raw)
    assert done.returncode == 2
    found = results(done.stdout)
    told = [(result["id"], result.get("line")) for result in found]
    assert told == [
        ("a", None), (None, 2), ("b", 3), (None, 4), (None, 5), ("c", 6), (None, 7), (None, 8), (None, 10), (7, None),
    ]  # fmt: skip
    assert all(set(result) in ({"id", "report"}, {"id", "line", "error"}) for result in found)
    assert found[-1]["report"]["readiness"]["checklist"] == []


def test_what_is_wrong_with_a_line_is_told_in_russian() -> None:
    raw = lines({"id": None, "draft": {}}, {"id": 1.5, "draft": {}}) + b'{"id": "\\ud800", "draft": {}}\n'
    found = results(run("check", "--jsonl", "-", stdin=raw).stdout)
    half = "id: в тексте половина символа (одиночный суррогат); вставьте текст заново"
    assert [result["error"] for result in found] == [*["id: нужна строка или целое число"] * 2, half]


def test_each_line_may_have_its_own_clock() -> None:
    raw = lines({"id": 1, "draft": {}, "now": "2026-03-02T10:00:00+03:00"}, {"id": 2, "draft": {}})
    reports = [result["report"] for result in results(run("check", "--jsonl", "-", stdin=raw).stdout)]
    assert reports[0]["expectation"]["due"].startswith("2026-03")
    assert not reports[1]["expectation"]["due"].startswith("2026-03")


def test_a_file_works_like_the_standard_input(tmp_path: Path) -> None:
    file = tmp_path / "черновики.jsonl"
    file.write_bytes(lines({"id": "а", "draft": {"description": "Безобразие ₽ 😀"}}))
    done = run("check", "--jsonl", str(file), environ={"PYTHONIOENCODING": "cp1251"})
    assert results(done.stdout)[0]["id"] == "а"
    assert "безобразие" in done.stdout.lower()


def test_answers_come_while_the_input_is_still_open() -> None:
    """Another program may send the next draft only when it has read the last report."""
    with subprocess.Popen(
        [*COMPANION, "check", "--jsonl", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(3):
            process.stdin.write(lines({"id": number, "draft": {}}))
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()


def test_a_reader_that_leaves_early_is_no_error() -> None:
    with subprocess.Popen(
        [*COMPANION, "check", "--jsonl", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(),
    ) as process:  # fmt: skip
        assert process.stdout is not None
        process.stdout.close()
        _, err = process.communicate(lines(*({"id": number, "draft": {}} for number in range(500))))
    assert (process.returncode, err) == (0, b"")
