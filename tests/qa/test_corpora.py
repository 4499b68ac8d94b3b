"""The product's own corpora: many different drafts, on which the rules are as good as `thresholds.toml` asks."""

import itertools
import json
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from tests.support.corpora import TRAIN
from tests.support.service import run

FOLDER = TRAIN.parent
CHECK = FOLDER / "check.jsonl"
DRAFTS = [json.loads(line) for path in (TRAIN, CHECK) for line in path.read_text(encoding="utf-8").splitlines()]
MOST_ALIKE = 70
"""The highest ratio of rapidfuzz that two drafts may have."""
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


def test_the_rules_fall_below_no_floor_on_the_blind_corpus() -> None:
    done = run("qa", "run", str(CHECK), "--thresholds", str(FOLDER / "floors.toml"))
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert "Не так, как размечено" not in done.stdout


def test_there_are_enough_drafts_of_each_kind() -> None:
    kinds = Counter(entry["kind"] for entry in DRAFTS)
    assert len(DRAFTS) >= 400
    assert kinds["excellent"] >= 80
    assert kinds["trap"] >= 100


def test_no_two_drafts_are_alike() -> None:
    texts = {entry["id"]: (entry["draft"].get("description") or "").strip() for entry in DRAFTS}
    written = [(name, text) for name, text in texts.items() if text]
    pairs = [
        (one, two)
        for (one, text), (two, other) in itertools.combinations(written, 2)
        if fuzz.ratio(text, other, score_cutoff=MOST_ALIKE) > MOST_ALIKE
    ]
    assert pairs == []
