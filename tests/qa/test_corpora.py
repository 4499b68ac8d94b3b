"""The product's own corpora: the rules are as good on them as `thresholds.toml` asks."""

import tomllib
from pathlib import Path

import pytest

from tests.support.corpora import TRAIN
from tests.support.service import run

FOLDER = TRAIN.parent
LISTED = tomllib.loads((FOLDER / "thresholds.toml").read_text(encoding="utf-8"))["corpora"]


@pytest.mark.parametrize("name", LISTED)
def test_the_rules_are_good_enough_on_a_corpus(name: str) -> None:
    done = run("qa", "run", str(FOLDER / f"{name}.jsonl"), "--numbers")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_the_corpus_to_work_with_is_one_of_those() -> None:
    assert "train" in LISTED


def test_the_snapshot_of_train_is_current(tmp_path: Path) -> None:
    renewed, kept = tmp_path / "renewed.txt", FOLDER / "train.snapshot.txt"
    assert run("qa", "snapshot", str(TRAIN), str(renewed)).returncode == 0
    current = renewed.read_text(encoding="utf-8") == kept.read_text(encoding="utf-8")
    assert current, f"look at what changes: companion qa snapshot {TRAIN} {kept}"
