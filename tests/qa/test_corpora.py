"""The product's own corpora: the rules are as good on them as `thresholds.toml` asks."""

import tomllib

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
