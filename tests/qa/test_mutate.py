"""`companion qa mutate`: what could be lost of the word lists and patterns without anyone noticing."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.support.corpora import EXCELLENT, TRAIN, excellent, labelled, with_thresholds, written
from tests.support.project_copy import ProjectCopy
from tests.support.service import run


@pytest.fixture
def project(tmp_path: Path) -> ProjectCopy:
    return ProjectCopy(tmp_path / "copy")


def mutated(project: ProjectCopy, only: str, *texts: str, workers: str = "1") -> "subprocess.CompletedProcess[str]":
    """What the copy says of a scope with these texts behind an excellent one."""
    drafts = [labelled(f"draft-{number}", f"{EXCELLENT} {text}") for number, text in enumerate(texts)]
    corpus = written(project.root, excellent("calm"), *drafts)
    arguments = ("--only", only, "--corpus", str(corpus), "--workers", workers, "--format", "json")
    return project.qa("mutate", *arguments)


def found(project: ProjectCopy, only: str, *texts: str) -> dict[str, Any]:
    done = mutated(project, only, *texts)
    assert done.returncode in (0, 1), done.stderr
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def survivors(document: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Kind, entry and dropped part of each survivor."""
    return [(survivor["kind"], survivor["source"], survivor["dropped"]) for survivor in document["survivors"]]


def test_a_word_a_form_and_an_alternative_survive_when_no_text_needs_them(project: ProjectCopy) -> None:
    project.fear('phrases = ["страшн{ая,ую} сумм*|цен*", "дик{ая,ую} цен*"]')
    document = found(project, "probe.fear", "Это дикая цена.")
    assert survivors(document) == [
        ("form", "страшн{ая,ую} сумм*|цен*", "ая"),
        ("alternative", "страшн{ая,ую} сумм*|цен*", "цен*"),
        ("form", "дик{ая,ую} цен*", "ую"),
    ]
    assert (document["mutants"], document["survived"], document["noticed"]) == (8, 3, {"text": 5})
    assert {
        "file": "text/lexicons/probe.toml",
        "list": "probe.fear",
        "at": 7,
        "left": "страшн{ую} сумм*|цен*",
    }.items() <= (document["survivors"][0].items())
    assert document["files"] == [{"file": "text/lexicons/probe.toml", "mutants": 8, "survived": 3, "share": 0.375}]


def test_examples_of_the_list_notice_what_they_mark(project: ProjectCopy) -> None:
    project.fear(
        'phrases = ["страшн{ая,ую} сумм*|цен*"]\nexcept = ["страшн* сумма прописью", "страшн* цена вопроса"]\n'
        'examples = ["[Страшная цена], [страшную цену] назвали."]\nnear_misses = ["Страшная сумма прописью."]',
    )
    document = found(project, "probe.fear")
    assert survivors(document) == [("exception", "страшн* цена вопроса", "страшн* цена вопроса")]
    assert document["noticed"] == {"example": 5, "text": 1}


def test_a_word_of_a_group_is_noticed_wherever_the_group_is_used(project: ProjectCopy) -> None:
    project.replace("text/lexicons/groups.toml", '["сумма"]', '["ужасы"]\nwords = ["ценник*", "счет*"]\n\n["сумма"]')
    project.fear('phrases = ["страшн* сумм*|<ужасы>"]')
    assert survivors(found(project, "groups.ужасы", "Это страшный ценник.")) == [("entry", "счет*", "счет*")]


def test_words_beside_numbers_and_patterns_of_a_list_are_tried_too(project: ProjectCopy) -> None:
    assert survivors(found(project, "probe.money", "Это 15 тугриков.")) == [
        ("form", "тугрик{,ов}", ""),
        ("entry", "песо", "песо"),
    ]
    assert survivors(found(project, "probe.rude", "Вот крякозябра.")) == [
        ("alternative", "(?:кря|бря)козябр.*?", "бря")
    ]


def test_each_mistake_of_a_list_is_tried_by_itself(project: ProjectCopy) -> None:
    pairs = 'about = "Проба"\npairs = ["козябро → козябра", "козябру → козябре"]\nexamples = ["Вот [козябро]."]'
    project.replace("text/lexicons/spelling.toml", "[politeness]", f"[probe]\n{pairs}\n\n[politeness]")
    document = found(project, "spelling.probe")
    assert survivors(document) == [("entry", "козябру → козябре", "козябру → козябре")]
    assert document["noticed"] == {"example": 1}


def test_an_alternative_and_a_condition_of_a_pattern_are_noticed_by_texts_that_need_them(project: ProjectCopy) -> None:
    left = survivors(found(project, "probe.py", "Где деньги§§§ Вот §§§5."))
    assert [part for _, _, part in left] == ["(?!\\d)", "¶¶¶(?!\\d)"]


REPORTS = """
import hashlib
from pathlib import Path
from companion.qa.corpus import read_corpora
from companion.qa.mutation.samples import report_on, requests_of
from companion.rules import ruleset
texts = "".join(map(report_on, requests_of(read_corpora([Path("corpus.jsonl")]))))
print(hashlib.sha256(texts.replace(ruleset(), "").encode()).hexdigest())
"""


def test_a_survivor_really_changes_no_report_and_others_do(project: ProjectCopy) -> None:
    """The same is tried the slow way: the file is changed, and every text is checked."""
    project.fear('phrases = ["страшн* сумм*", "дик* цен*", "дик* зверь", "лют* цен*"]')
    left = survivors(found(project, "probe", "Это дикая цена.", "Это 15 тугриков.", "Вот крякозябра."))
    survive = [source for kind, source, _ in left if kind == "entry"]
    assert survive == ["дик* зверь", "лют* цен*", "песо"]

    def reports() -> str:
        return project.python("-c", REPORTS).stdout

    untouched = reports()
    assert len(untouched) == 65
    for source in (*survive, "страшн* сумм*", "дик* цен*", "тугрик{,ов}"):
        project.replace("text/lexicons/probe.toml", f'"{source}"', '"некогда"')
        assert (reports() == untouched) == (source in survive), source
        project.replace("text/lexicons/probe.toml", '"некогда"', f'"{source}"')


def test_several_processes_find_what_one_finds(project: ProjectCopy) -> None:
    project.fear(f'phrases = ["страшн* {"|".join(f"слов{number}" for number in range(150))}"]')
    one, two = (mutated(project, "probe.fear", "Страшное слов77.", workers=workers) for workers in ("1", "2"))
    assert (one.returncode, one.stderr) == (two.returncode, two.stderr) == (1, "")
    assert one.stdout == two.stdout
    assert json.loads(one.stdout)["survived"] == 149


def test_the_share_of_survivors_decides_the_exit_code_and_the_text_shows_what_was_dropped(project: ProjectCopy) -> None:
    corpus = written(project.root, excellent("calm"))
    arguments = ("mutate", "--only", "probe.fear", "--corpus", str(corpus), "--workers", "1")
    done = project.qa(*arguments)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.endswith(
        "text/lexicons/probe.toml: probe.fear\n"
        "  форма: страшн{>>ая<<,ую} сумм*|цен*\n"
        "  вариант: страшн{ая,ую} сумм*|>>цен*<<\n\n"
        "Выжило 2 из 5: 40,0 %, не меньше порога 10,0 %\n"
    )
    with_thresholds(project.root, "[mutate]\nsurvivors = 0.5")
    done = project.qa(*arguments)
    assert (done.returncode, "меньше порога 50,0 %" in done.stdout) == (0, True)


def test_nothing_to_mutate_is_told() -> None:
    done = run("qa", "mutate", "--only", "нет-такого", "--corpus", str(TRAIN))
    assert (done.returncode, done.stdout) == (2, "")
    assert "ни один список и ни один файл не начинается с «нет-такого»" in done.stderr
