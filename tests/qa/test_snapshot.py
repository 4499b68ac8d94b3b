"""`companion qa snapshot`: what is understood of each draft and every finding, one in a line."""

from pathlib import Path

from tests.support.corpora import EXCELLENT, excellent, labelled, with_thresholds, written
from tests.support.service import run


def test_each_draft_and_each_finding_is_one_line_with_its_places(tmp_path: Path) -> None:
    corpus = written(
        tmp_path,
        excellent("silent"),
        labelled("angry", "\U0001f642 Это\nбезобразие! " + EXCELLENT),
        labelled("card", "Карта 4111 1111 1111 1111. " + EXCELLENT),
        labelled("f", EXCELLENT + " ", reference=""),
    )
    kept = tmp_path / "snapshot.txt"
    done = run("qa", "snapshot", str(corpus), str(kept))
    assert (done.returncode, done.stdout) == (0, f"Черновиков: 4, замечаний: 4. Записано: {kept}\n")
    lines = kept.read_bytes().decode().split("\n")
    assert lines[0] == (
        "silent  = finance; finance до 2026-11-26T23:59:59+03:00; 100 %; posting 57195475-0050-3 reference 0+15;"
        " posting 57195475-0050-3 description 42+15; 2026-11-12 description 61+10; 4500.00 RUB description 73+7;"
        " 5000.00 RUB description 88+7"
    )
    findings = [line for line in lines if "  = " not in line]
    assert findings[0].startswith("angry  tone.shouting  description 0+2  «\U0001f642»  → ")
    assert findings[1:] == [
        "angry  tone.emotional  description 7+10  «безобразие»  → description 7+12 убрать",
        "card  privacy.secret  description 6+19  «4111 1111 1111 1111»  → «**** **** **** 1111»",
        "f  reference.elsewhere  reference 0+0  → «57195475-0050-3» (безопасно)",
        "",
    ]
    assert [line.partition("  ")[0] for line in lines if "  = " in line] == ["silent", "angry", "card", "f"]


def test_a_blind_corpus_has_no_snapshot(tmp_path: Path) -> None:
    with_thresholds(tmp_path, 'blind = ["check"]')
    kept = tmp_path / "snapshot.txt"
    done = run("qa", "snapshot", str(written(tmp_path, excellent("x"), name="check")), str(kept))
    assert (done.returncode, "только в числах" in done.stderr, kept.exists()) == (2, True, False)
