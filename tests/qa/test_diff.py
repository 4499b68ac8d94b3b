"""`companion qa diff A B`: what changes between two rulesets, of which one may be a git revision or a saved run."""

import json
from pathlib import Path
from typing import Any

import pytest

from companion.rules import ruleset
from tests.support.corpora import ANGRY, EXCELLENT, TRAIN, excellent, labelled, with_thresholds, written
from tests.support.project_copy import PROBE, ProjectCopy
from tests.support.service import run

AFRAID = EXCELLENT + " Страшная сумма удержана."
"""The copy's own rule fires on it."""
OTHER_WORDS = 'phrases = ["странн{ая,ую} сумм*|цен*"]'


@pytest.fixture
def project(tmp_path: Path) -> ProjectCopy:
    copy = ProjectCopy(tmp_path / "проект")
    copy.git("init", "-q")
    copy.commit("first")
    return copy


def diff(project: ProjectCopy, *arguments: str) -> dict[str, Any]:
    done = project.qa("diff", *arguments, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def rules(document: dict[str, Any]) -> dict[str, tuple[int, int, int]]:
    """Per rule of the only corpus how many findings were added, removed and changed."""
    (corpus,) = document["corpora"]
    return {rule["rule"]: (rule["added"], rule["removed"], rule["changed"]) for rule in corpus["rules"]}


def test_a_change_of_the_words_is_shown_against_a_git_revision(project: ProjectCopy) -> None:
    corpus = written(
        project.root,
        labelled("afraid", AFRAID),
        labelled("odd", EXCELLENT + " Странная сумма удержана."),
        labelled("loud", EXCELLENT + " Где деньги§§§"),
    )
    project.fear(OTHER_WORDS)
    project.replace(PROBE, '"знак"', '"значок"')
    found = diff(project, "first", ".", "--corpus", str(corpus))
    assert rules(found) == {"tone.probe": (1, 1, 1)}
    (compared,) = found["corpora"]
    assert (compared["added"], compared["removed"], compared["changed"]) == (1, 1, 1)
    assert [change["excerpt"].rpartition("₽. ")[2] for change in compared["rules"][0]["changes"]] == [
        "[Страшная сумма] удержана.",
        "[Странная сумма] удержана.",
        "Где деньги[§§§]",
    ]
    text = project.qa("diff", "first", ".", "--corpus", str(corpus)).stdout
    for part in (
        f"было:  first ({found['a']})",
        "- afraid: «…",
        "+ odd: «…",
        "стало: hint | значок",
        "Всего: добавлено 1, убрано 1, изменено 1",
    ):
        assert part in text


def test_a_rule_that_an_old_revision_lacks_has_only_added_findings(project: ProjectCopy) -> None:
    (project.root / "companion" / PROBE).unlink()
    project.commit("without")
    project.git("checkout", "-q", "first")
    corpus = written(project.root, labelled("afraid", AFRAID))
    assert rules(diff(project, "without", ".", "--corpus", str(corpus))) == {"tone.probe": (1, 0, 0)}
    assert rules(diff(project, "first", "without", "--corpus", str(corpus))) == {"tone.probe": (0, 1, 0)}


def test_a_revision_leaves_nothing_behind(project: ProjectCopy) -> None:
    diff(project, "first", ".", "--corpus", str(TRAIN))
    assert project.git("status", "--porcelain") == ""
    assert project.git("worktree", "list").count("\n") == 0


def test_a_saved_run_is_compared_by_file_or_by_its_version(project: ProjectCopy) -> None:
    corpus = written(project.root, labelled("afraid", AFRAID))
    assert project.qa("run", str(corpus), "--save", "before.json").returncode == 0
    version = json.loads((project.root / "before.json").read_text(encoding="utf-8"))["ruleset"]
    project.fear(OTHER_WORDS)
    for name in ("before.json", version):
        assert rules(diff(project, name, ".", "--corpus", str(corpus))) == {"tone.probe": (0, 1, 0)}


def test_the_code_at_hand_does_not_differ_from_itself() -> None:
    done = run("qa", "diff", ".", ruleset(), "--corpus", str(TRAIN))
    assert (done.returncode, "Разницы нет." in done.stdout) == (0, True)


def test_without_a_corpus_the_products_own_ones_are_compared() -> None:
    assert "Корпус train: " in run("qa", "diff", ".", ".").stdout


def test_drafts_that_were_rewritten_are_not_compared(tmp_path: Path) -> None:
    kept = tmp_path / "before.json"
    corpus = written(tmp_path, labelled("angry", ANGRY), labelled("calm", EXCELLENT))
    run("qa", "run", str(corpus), "--save", str(kept))
    written(tmp_path, labelled("angry", EXCELLENT), labelled("calm", EXCELLENT + " "), labelled("new", ANGRY))
    done = run("qa", "diff", str(kept), ".", "--corpus", str(corpus))
    assert "сравнено черновиков 0, пропущено 3" in done.stdout
    assert "Разницы нет." in done.stdout


def test_labels_may_change_without_a_draft_being_another(tmp_path: Path) -> None:
    kept = tmp_path / "before.json"
    corpus = written(tmp_path, labelled("angry", ANGRY))
    run("qa", "run", str(corpus), "--save", str(kept))
    written(tmp_path, labelled("angry", ANGRY, must=["tone.emotional"]))
    assert "сравнено черновиков 1\n" in run("qa", "diff", str(kept), ".", "--corpus", str(corpus)).stdout


@pytest.mark.parametrize("style", ["text", "json"])
def test_of_a_blind_corpus_only_numbers_are_compared(project: ProjectCopy, style: str) -> None:
    corpus = written(project.root, labelled("тайное-имя", AFRAID), excellent("второе-имя"), name="check")
    # The run was kept before the corpus became blind.
    project.qa("run", str(corpus), "--save", "before.json")
    with_thresholds(project.root, 'blind = ["check"]')
    project.fear(OTHER_WORDS)
    for old in ("first", "before.json"):
        done = project.qa("diff", old, ".", "--corpus", str(corpus), "--format", style)
        assert (done.returncode, "tone.probe" in done.stdout) == (0, True)
        assert [word for word in ("имя", "трашная", "57195475") if word in done.stdout] == []
        counted = '"removed": 1' if style == "json" else "убрано 1"
        assert counted in done.stdout


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("нет-такой-ревизии", "не набор правил"),
        ("--help-me", "не набор правил"),
        ("2020.1.1+abcdef", "Нет сохранённого прогона набора правил 2020.1.1+abcdef"),
        (str(TRAIN), "это не сохранённый прогон"),
    ],
)
def test_a_ruleset_that_is_none_is_told(name: str, told: str) -> None:
    done = run("qa", "diff", "--corpus", str(TRAIN), "--", name, ".")
    assert (done.returncode, done.stdout, told in done.stderr) == (2, "", True), done.stderr


def test_a_revision_that_cannot_check_is_told(project: ProjectCopy) -> None:
    project.replace("cli.py", "def main(", "def niam(")
    project.commit("broken")
    project.git("checkout", "-q", "first")
    done = project.qa("diff", "broken", ".", "--corpus", str(TRAIN))
    assert (done.returncode, done.stdout) == (2, "")
    assert "Ревизия broken не проверила корпус train" in done.stderr


def test_a_saved_run_without_the_corpus_is_told(tmp_path: Path) -> None:
    kept = tmp_path / "before.json"
    run("qa", "run", str(written(tmp_path, excellent("x"))), "--save", str(kept))
    done = run("qa", "diff", str(kept), ".", "--corpus", str(TRAIN))
    assert (done.returncode, "Сравнивать нечего" in done.stderr) == (2, True)
