"""`companion qa run`: numbers of each rule on labelled drafts, the drafts that failed, thresholds."""

import json
from pathlib import Path
from typing import Any

import pytest

from companion.rules import ruleset
from tests.support.corpora import ANGRY, EXCELLENT, TRAIN, excellent, labelled, with_thresholds, written
from tests.support.service import run


def measured(*arguments: str | Path) -> dict[str, Any]:
    """The first corpus of a run as JSON."""
    done = run("qa", "run", *map(str, arguments), "--format", "json")
    assert done.returncode in (0, 1), done.stderr
    document: dict[str, Any] = json.loads(done.stdout)
    assert document["ruleset"] == ruleset()
    corpus: dict[str, Any] = document["corpora"][0]
    return corpus


def of_rule(corpus: dict[str, Any], rule: str) -> dict[str, Any]:
    return next(numbers for numbers in corpus["numbers"]["rules"] if numbers["rule"] == rule)


def test_a_rule_is_counted_by_drafts_as_right_wrong_missed_or_not_judged(tmp_path: Path) -> None:
    corpus = written(
        tmp_path,
        labelled("right", ANGRY + " Кошмар!", must=["tone.emotional"]),
        labelled("also-right", "Вы мошенники. " + ANGRY, must=["tone.emotional"]),
        labelled("wrong", ANGRY + " 1", must_not=["tone.emotional"]),
        labelled("missed", EXCELLENT, must=["tone.emotional"]),
        labelled("not-judged", ANGRY + " 2"),
    )
    numbers = of_rule(measured(corpus), "tone.emotional")
    assert {key: numbers[key] for key in ("right", "wrong", "missed", "unjudged", "findings")} == {
        "right": 2,
        "wrong": 1,
        "missed": 1,
        "unjudged": 1,
        "findings": 6,
    }
    assert (numbers["precision"], numbers["recall"], numbers["f1"]) == (0.6667, 0.6667, 0.6667)
    assert numbers["lintscore"] == round(2 * (2 / 3) ** 2, 4)


def test_every_rule_is_forbidden_by_a_star_but_those_that_must_or_may(tmp_path: Path) -> None:
    shouting = ANGRY + " Где деньги???"
    entries = [
        labelled("starred", shouting, must=["tone.emotional"], must_not=["*"]),
        labelled("spared", shouting + " ", must=["tone.emotional"], may=["tone.shouting"], must_not=["*"]),
    ]
    corpus = measured(written(tmp_path, *entries))
    assert of_rule(corpus, "tone.shouting")["wrong"] == 1
    assert [failing["id"] for failing in corpus["failing"]] == ["starred"]


def test_hints_are_forbidden_by_a_star_too(tmp_path: Path) -> None:
    corpus = measured(written(tmp_path, excellent("no-number-in-its-field", reference="")))
    assert of_rule(corpus, "reference.elsewhere")["wrong"] == 1


def test_a_failing_draft_shows_where_it_went_wrong(tmp_path: Path) -> None:
    entries = [
        excellent("loud", EXCELLENT + " \U0001f64f Какое безобразие творится.", category="account", deadline="urgent"),
        labelled("mild", EXCELLENT + " Жду.", must=["tone.profanity"]),
    ]
    path = written(tmp_path, *entries)
    loud, mild = measured(path)["failing"]
    (fault,) = [fault for fault in loud["faults"] if fault["rule"] == "tone.emotional"]
    assert fault["what"] == "unexpected"
    assert fault["excerpt"].startswith("…")
    assert "ждали 5 000 ₽. \U0001f64f " in fault["excerpt"]
    assert fault["excerpt"].endswith("безобразие] творится.")
    assert loud["category"] == {"labelled": "account", "found": "finance"}
    assert loud["deadline"] == {"labelled": "urgent", "found": "finance"}
    assert mild["faults"] == [{"rule": "tone.profanity", "what": "missed", "excerpt": EXCELLENT[:80] + "…"}]
    text = run("qa", "run", str(path)).stdout
    for part in ("лишнее tone.emotional: «…", "безобразие] творится.»", "пропущено tone.profanity: «Прошу"):
        assert part in text


def test_silence_counts_excellent_drafts_without_an_error_or_warning(tmp_path: Path) -> None:
    corpus = measured(
        written(
            tmp_path,
            excellent("silent"),
            excellent("a-hint-is-silence", EXCELLENT + " ", reference=""),
            excellent("told-off", ANGRY),
            labelled("not-excellent", ANGRY + " ", must=["tone.emotional"]),
        )
    )
    assert corpus["numbers"]["silence"] == {"drafts": 3, "right": 2, "share": 0.6667}


def test_category_and_deadline_count_where_they_are_labelled(tmp_path: Path) -> None:
    corpus = measured(
        written(
            tmp_path,
            excellent("both", category="finance", deadline="finance"),
            excellent("wrong", EXCELLENT + " ", category="account", deadline="finance"),
            excellent("none", EXCELLENT + "  ", category=None),
        )
    )
    assert corpus["numbers"]["category"] == {"drafts": 2, "right": 1, "share": 0.5}
    assert corpus["numbers"]["deadline"] == {"drafts": 2, "right": 2, "share": 1.0}


def test_a_rule_of_the_journal_is_labelled_and_not_measured(tmp_path: Path) -> None:
    corpus = measured(written(tmp_path, labelled("repeat", EXCELLENT, must=["history.duplicate"])))
    assert corpus["failing"] == []


def test_nothing_but_times_differs_between_two_runs() -> None:
    first, second = (measured(TRAIN) for _ in range(2))
    slowest = [corpus.pop("slowest") for corpus in (first, second)]
    assert first == second
    assert all(len(times) == 5 and times[0]["microseconds"] > 0 for times in slowest)


# Thresholds


def below(*arguments: str | Path) -> list[tuple[str, str]]:
    return [(short["of"], short["what"]) for short in measured(*arguments)["below"]]


def test_below_a_threshold_the_command_ends_with_1_and_says_which(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        excellent("told-off", ANGRY),
        labelled("false-error", EXCELLENT + " Скриншот прилагаю.", must_not=["evidence.promised"], files=[]),
        *(labelled(f"missed-{number}", f"{EXCELLENT} {number}", must=["tone.shouting"]) for number in range(5)),
    )
    assert below(path) == [
        ("errors", "precision"),
        ("warnings_and_hints", "precision"),
        ("tone.shouting", "recall"),
        ("silence", "silence"),
    ]
    done = run("qa", "run", str(path))
    assert done.returncode == 1
    assert "Ниже порога: полнота tone.shouting 0,0 %, нужно 92,0 %" in done.stdout


def test_thresholds_stand_beside_the_corpus_or_are_named(tmp_path: Path) -> None:
    path = written(tmp_path, labelled("missed", EXCELLENT, must=["tone.shouting"]))
    assert below(path) == []
    with_thresholds(tmp_path, "[run]\nleast_labelled = 1")
    assert below(path) == [("tone.shouting", "recall")]
    assert below(path, "--thresholds", with_thresholds(tmp_path / "other", "[run]\nrecall = 0.0")) == []


def test_a_share_at_its_threshold_is_good_enough(tmp_path: Path) -> None:
    with_thresholds(tmp_path, "[run]\nsilence = 0.5")
    path = written(tmp_path, excellent("silent"), excellent("told", ANGRY, may=["tone.emotional"]))
    assert below(path) == []


# Numbers only


SECRET = [excellent("тайное-имя", ANGRY), labelled("второе-имя", EXCELLENT + " ", must=["tone.profanity"])]


@pytest.mark.parametrize("style", ["text", "json"])
@pytest.mark.parametrize("blind", [True, False])
def test_a_blind_corpus_is_seen_in_numbers_alone(tmp_path: Path, style: str, blind: bool) -> None:
    path = written(tmp_path, *SECRET, name="check")
    with_thresholds(tmp_path, 'blind = ["check"]' if blind else "")
    kept = tmp_path / "run.json"
    done = run(
        "qa", "run", str(path), "--format", style, "--save", str(kept), *([] if blind else ["--numbers"])
    )  # fmt: skip
    assert done.returncode == 1
    assert "tone.emotional" in done.stdout
    shown = done.stdout + (kept.read_text(encoding="utf-8") if blind else "")
    assert [word for word in ("имя", "безобразие", "57195475") if word in shown] == []


def test_other_thresholds_open_no_blind_corpus(tmp_path: Path) -> None:
    path = written(tmp_path, *SECRET, name="check")
    with_thresholds(tmp_path, 'blind = ["check"]')
    other = with_thresholds(tmp_path / "other", "")
    assert measured(path, "--thresholds", other)["failing"] is None


# Unusable input


GOOD = excellent("good")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([b"{"], ":1: Это не JSON"),
        ([b"[]"], ":1: нужен объект JSON"),
        ([b"\xff"], ":1: Текст не в кодировке UTF-8"),
        ([GOOD, {"id": "x"}], ":2: kind: обязательное поле не указано"),
        ([{**GOOD, "must": "tone.emotional"}], "must: нужен список правил"),
        ([{**GOOD, "must": ["tone.emotinal"]}], "must: нет такого правила: tone.emotinal"),
        ([{**GOOD, "must": ["*"]}], "must: нет такого правила: *"),
        ([{**GOOD, "may": ["tone.shouting", "tone.shouting"]}], "may: правило указано дважды"),
        ([{**GOOD, "must": ["tone.shouting"]}], "у образцового черновика (excellent) must должен быть пуст"),
        (
            [{**GOOD, "may": ["tone.shouting"], "must_not": ["tone.shouting"]}],
            "may и must_not называют одно правило: tone.shouting",
        ),
        ([{**GOOD, "kind": "nice"}], "kind: допустимо только 'excellent', 'flawed' или 'trap'"),
        ([{**GOOD, "now": "2026-11-23"}], "now: у времени нужен часовой пояс"),
        ([{**GOOD, "comment": "text"}], "есть неизвестное поле"),
        ([GOOD, GOOD], ":2: id повторяется: он уже есть в строке 1"),
        ([GOOD, {**GOOD, "id": "other"}], ":2: черновик повторяет черновик строки 1"),
        ([], "в корпусе нет черновиков"),
    ],
)
def test_a_wrong_line_is_told_by_file_and_number(tmp_path: Path, lines: list[Any], told: str) -> None:
    path = tmp_path / "corpus.jsonl"
    encoded = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    path.write_bytes(b"\n".join(encoded))
    done = run("qa", "run", str(path))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(str(path))
    assert told in done.stderr


def test_all_wrong_lines_are_told_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, *({"id": "x"} for _ in range(3)), GOOD, {})
    told = run("qa", "run", str(path)).stderr
    assert [number for number in range(1, 6) if f"{path}:{number}: " in told] == [1, 2, 3, 5]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a = \nb = 1", "thresholds.toml:1: это не TOML"),
        ("[run]\nrecall = 2", "run.recall: больше 1"),
        ("speed = 1", "есть неизвестное поле"),
    ],
)
def test_wrong_thresholds_are_told(tmp_path: Path, text: str, told: str) -> None:
    with_thresholds(tmp_path, text)
    done = run("qa", "run", str(written(tmp_path, GOOD)))
    assert (done.returncode, done.stdout, told in done.stderr) == (2, "", True), done.stderr


def test_missing_files_and_corpora_of_one_name_are_told(tmp_path: Path) -> None:
    first, second = written(tmp_path / "a", GOOD), written(tmp_path / "b", GOOD)
    for arguments, told in (
        ([tmp_path / "нет.jsonl"], "не открыть"),
        ([first, "--thresholds", tmp_path / "нет.toml"], "не открыть"),
        ([first, "--save", tmp_path / "нет" / "run.json"], "не записать"),
        ([first, second], "с одним именем"),
    ):
        done = run("qa", "run", *map(str, arguments))
        assert (done.returncode, done.stdout, told in done.stderr) == (2, "", True), done.stderr
