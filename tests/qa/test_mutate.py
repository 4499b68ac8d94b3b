"""`companion qa mutate`: what could be lost of the word lists and patterns without anyone noticing."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.support.corpora import EXCELLENT, TRAIN, excellent, labelled, written
from tests.support.project_copy import ProjectCopy
from tests.support.service import run

ANGRY = "Ваша поддержка — шарашка, " + EXCELLENT


def mutated(*arguments: str | Path) -> dict[str, Any]:
    done = run("qa", "mutate", *map(str, arguments), "--workers", "1", "--format", "json")
    assert done.returncode in (0, 1), done.stderr
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def dropped(document: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Kind, entry and dropped part of each survivor."""
    return [(survivor["kind"], survivor["source"], survivor["dropped"]) for survivor in document["survivors"]]


@pytest.fixture
def project(tmp_path: Path) -> ProjectCopy:
    return ProjectCopy(tmp_path / "copy")


def with_list(project: ProjectCopy, entries: str) -> None:
    """The copy's list of exaggerations holds these entries and no examples."""
    path = project.root / "companion" / "text" / "lexicons" / "emotions.toml"
    source = path.read_text(encoding="utf-8")
    before, _, rest = source.partition("[exaggeration]\n")
    behind = rest[rest.index("\n[") :]
    path.write_text(f'{before}[exaggeration]\nabout = "Преувеличение"\n{entries}\n{behind}', encoding="utf-8")


def of_copy(project: ProjectCopy, only: str, *drafts: dict[str, Any]) -> dict[str, Any]:
    corpus = written(project.root, excellent("calm"), *drafts)
    done = project.qa("mutate", "--only", only, "--corpus", str(corpus), "--workers", "1", "--format", "json")
    assert done.returncode in (0, 1), done.stderr
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def test_a_word_a_form_and_an_alternative_survive_when_no_text_needs_them(project: ProjectCopy) -> None:
    # The rule's own example is «Удержали [страшную сумму] за хранение».
    with_list(project, 'phrases = ["страшн{ая,ую} сумм*|цен*", "дик{ая,ую} цен*"]')
    found = of_copy(project, "emotions.exaggeration", labelled("wild", EXCELLENT + " Это дикая цена."))
    assert dropped(found) == [
        ("form", "страшн{ая,ую} сумм*|цен*", "ая"),
        ("alternative", "страшн{ая,ую} сумм*|цен*", "цен*"),
        ("form", "дик{ая,ую} цен*", "ую"),
    ]
    assert (found["mutants"], found["survived"], found["noticed"]) == (8, 3, {"text": 5})
    assert found["survivors"][0] | {"at": 7, "left": "страшн{ую} сумм*|цен*"} == found["survivors"][0]
    assert found["files"] == [
        {"file": "text/lexicons/emotions.toml", "mutants": 8, "survived": 3, "share": round(3 / 8, 4)}
    ]


def test_examples_of_the_list_notice_what_they_mark(project: ProjectCopy) -> None:
    with_list(
        project,
        'phrases = ["страшн{ая,ую} сумм*|цен*"]\nexcept = ["страшн* сумма прописью", "страшн* цена вопроса"]\n'
        'examples = ["[Страшная цена], [страшную цену] назвали."]\nnear_misses = ["Страшная сумма прописью."]',
    )
    found = of_copy(project, "emotions.exaggeration")
    assert dropped(found) == [("exception", "страшн* цена вопроса", "страшн* цена вопроса")]
    assert found["noticed"] == {"example": 5, "text": 1}


def test_a_word_of_a_group_is_noticed_wherever_the_group_is_used(project: ProjectCopy) -> None:
    project.replace("text/lexicons/groups.toml", '["сумма"]', '["страхи"]\nwords = ["ценник*", "счет*"]\n\n["сумма"]')
    with_list(project, 'phrases = ["страшн* сумм*|<страхи>"]')
    found = of_copy(project, "groups.страхи", labelled("wild", EXCELLENT + " Это страшный ценник."))
    assert dropped(found) == [("entry", "счет*", "счет*")]


def test_words_beside_numbers_and_obscene_words_are_tried_too(project: ProjectCopy) -> None:
    project.replace("text/lexicons/obscene.toml", "'залуп\\w*',", "'залуп\\w*', '(?:кря|бря)козябр\\w*',")
    project.replace("text/lexicons/amounts.toml", '"доллар*", ', '"доллар*", "бакс{,ов}", ')
    drafts = (
        labelled("money", EXCELLENT + " Это 15 баксов."),
        labelled("rude", EXCELLENT + " Вот крякозябра."),
    )
    survivors = dropped(of_copy(project, "obscene.plain", *drafts))
    assert ("alternative", "(?:кря|бря)козябр\\w*", "бря") in survivors
    assert ("alternative", "(?:кря|бря)козябр\\w*", "кря") not in survivors
    survivors = dropped(of_copy(project, "amounts.USD", *drafts))
    assert ("form", "бакс{,ов}", "") in survivors
    assert ("form", "бакс{,ов}", "ов") not in survivors
    assert ("entry", "бакс{,ов}", "бакс{,ов}") not in survivors


def test_a_branch_and_a_boundary_of_a_pattern_are_noticed_by_drafts_that_need_them(tmp_path: Path) -> None:
    quoted = [
        labelled("straight", EXCELLENT + ' Покупатель пишет: "вы мошенники".'),
        labelled("angled", EXCELLENT + " Покупатель пишет: «вы мошенники»."),
    ]
    survivors = dropped(mutated("--only", "quotes.py", "--corpus", written(tmp_path, *quoted)))
    assert [part for _, _, part in survivors] == [r"(?!\w)", r"'[^'\n]{2,600}'(?!\w)"]


def as_toml(source: str) -> str:
    return json.dumps(source, ensure_ascii=False)


REPORTS = """
import hashlib
from pathlib import Path
from companion.qa.corpus import read_corpora
from companion.qa.mutation.samples import report_on, requests_of
texts = "".join(map(report_on, requests_of(read_corpora([Path("corpus.jsonl")]))))
ruleset = __import__("companion.rules").rules.ruleset()
print(hashlib.sha256(texts.replace(ruleset, "").encode()).hexdigest())
"""


@pytest.mark.parametrize(
    ("file", "listed"), [("text/lexicons/speech.toml", "speech.on_request"), ("text/lexicons/dates.toml", "dates.glue")]
)
def test_a_survivor_really_changes_no_report_and_others_do(project: ProjectCopy, file: str, listed: str) -> None:
    """The same is tried the slow way: the file is changed, and every text is checked."""
    texts = (
        "Скриншот во вложении, акт пришлю по запросу.",
        "Отправлен вчера, 22.11.2026.",
        "Отправлен вчера или 22.11.2026 утром.",
    )
    drafts = [labelled(text, f"{EXCELLENT} {text}", files=()) for text in texts]
    found = of_copy(project, listed, *drafts)
    whole = {source for kind, source, _ in dropped(found) if kind == "entry"}
    original = (project.root / "companion" / file).read_text(encoding="utf-8")
    table = original[original.index(f"[{listed.partition('.')[2]}]") :]
    entries = [entry for entry in _entries(table) if as_toml(entry) in table]
    survivors = [entry for entry in entries if entry in whole]
    noticed = [entry for entry in entries if entry not in whole]
    assert survivors
    assert noticed

    def reports(without: str | None) -> str:
        changed = table if without is None else table.replace(as_toml(without), as_toml("\ue000\ue000"), 1)
        path = project.root / "companion" / file
        path.write_text(original[: -len(table)] + changed, encoding="utf-8")
        return project.python("-c", REPORTS).stdout

    untouched = reports(None)
    assert len(untouched) == 65
    assert [entry for entry in survivors[:3] if reports(entry) != untouched] == []
    assert [entry for entry in noticed[:3] if reports(entry) == untouched] == []


def _entries(table: str) -> list[str]:
    (content,) = tomllib.loads(table.partition("\n\n[")[0]).values()
    entries: list[str] = content["phrases" if "phrases" in content else "words"]
    return entries


def test_several_processes_find_what_one_finds() -> None:
    arguments = ("qa", "mutate", "--only", "amounts.kopecks", "--corpus", str(TRAIN), "--format", "json", "--workers")
    one, two = (run(*arguments, workers) for workers in ("1", "2"))
    assert (one.returncode, one.stderr) == (two.returncode, two.stderr) == (1, "")
    assert one.stdout == two.stdout


def test_the_share_of_survivors_decides_the_exit_code(tmp_path: Path) -> None:
    corpus = written(tmp_path, excellent("calm"))
    arguments = ("qa", "mutate", "--only", "secrets.password", "--corpus", str(corpus), "--workers", "1")
    done = run(*arguments)
    assert (done.returncode, "не меньше порога 10,0 %" in done.stdout) == (1, True)
    (tmp_path / "thresholds.toml").write_text("[mutate]\nsurvivors = 0.99", encoding="utf-8")
    done = run(*arguments)
    assert (done.returncode, "меньше порога 99,0 %" in done.stdout) == (0, True)


def test_the_text_groups_survivors_by_list_and_shows_what_was_dropped(project: ProjectCopy) -> None:
    with_list(project, 'phrases = ["страшн{ая,ую} сумм*|цен*"]')
    corpus = written(project.root, excellent("calm"))
    done = project.qa("mutate", "--only", "emotions.exaggeration", "--corpus", str(corpus), "--workers", "1")
    assert (
        "text/lexicons/emotions.toml: emotions.exaggeration\n"
        "  форма: страшн{>>ая<<,ую} сумм*|цен*\n"
        "  вариант: страшн{ая,ую} сумм*|>>цен*<<\n"
    ) in done.stdout


def test_nothing_to_mutate_is_told() -> None:
    done = run("qa", "mutate", "--only", "нет-такого", "--corpus", str(TRAIN))
    assert (done.returncode, done.stdout) == (2, "")
    assert "ни один список и ни один файл не начинается с «нет-такого»" in done.stderr
