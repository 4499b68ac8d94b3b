"""A copy of the code whose word lists and rules a test changes, with commands run from it.

It has a rule, `tone.probe`, with lists and patterns of its own: no change of the others changes what it finds.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.support.service import ROOT, environment

PROBE = "rules/tone/probe.py"
"""The file of the rule."""
_RULE = '''"""Пробное правило.

Что ищет: фразы и знаки для проб.
Почему мешает: это проба.
Как исправить: никак.
"""

from companion.positions import Span
from companion.rules.examples import bad
from companion.rules.rule import Hit, rule
from companion.text.probe import SIGNS, SUMS, rude


@rule("tone.probe", field="description", severity="hint")
def probe(reading):
    for found in reading.description.found("probe.fear"):
        yield Hit(found.span, "страх")
    for pattern in (SIGNS, SUMS, rude()):
        for match in pattern.finditer(reading.description.view.lower):
            yield Hit(Span(*match.span()), "знак")


BAD = [bad("Удержали [страшную сумму] за хранение.")]
GOOD = NEAR_MISS = []
'''
_READER = '''"""Patterns for the rule."""

import re
from functools import cache

from companion.text.phrases import lexicon
from companion.text.word_patterns import listed

SIGNS = re.compile(r"§§§(?!\\d)|¶¶¶(?!\\d)")
SUMS = re.compile(rf"[0-9]+ (?:{listed('probe.money')})")


@cache
def rude() -> re.Pattern[str]:
    return re.compile("|".join(lexicon("probe")["rude"]["patterns"]))
'''
_LISTS = """
[fear]
about = "Страх"
{fear}

[money]
about = "Деньги"
words = ["тугрик{{,ов}}", "песо"]

[rude]
about = "Брань"
patterns = ['(?:кря|бря)козябр.*?']
"""
_AS_AUTHOR = ["-c", "user.name=QA", "-c", "user.email=qa@example.com"]


class ProjectCopy:
    """The package as it stands, copied below a folder; in a git repository once the test makes one."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(ROOT / "companion", root / "companion", ignore=shutil.ignore_patterns("__pycache__"))
        self.write(PROBE, _RULE)
        self.write("text/probe.py", _READER)
        self.fear('phrases = ["страшн{ая,ую} сумм*|цен*"]')

    def fear(self, entries: str) -> None:
        """The list of phrases that the copy's rule finds holds these entries, as TOML."""
        self.write("text/lexicons/probe.toml", _LISTS.format(fear=entries))

    def git(self, *arguments: str) -> str:
        """Runs git there; returns what it prints."""
        done = subprocess.run(["git", *_AS_AUTHOR, *arguments], cwd=self.root, check=True, capture_output=True)
        return done.stdout.decode().strip()

    def commit(self, tag: str) -> None:
        """Commits everything, and names the commit."""
        self.git("add", "-A")
        self.git("commit", "-qm", tag)
        self.git("tag", tag)

    def replace(self, file: str, old: str, new: str) -> None:
        """Changes a file of the package."""
        path = self.root / "companion" / file
        source = path.read_text(encoding="utf-8")
        assert old in source
        path.write_text(source.replace(old, new), encoding="utf-8")

    def qa(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Runs `companion qa …` of the copy."""
        return self.python("-m", "companion", "qa", *arguments)

    def python(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Runs Python with the copy's package."""
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root,
            env=environment({"PYTHONPATH": str(self.root)}),
            capture_output=True,
            encoding="utf-8",
        )

    def write(self, file: str, content: str) -> None:
        """Puts a file into the package."""
        (self.root / "companion" / file).write_text(content, encoding="utf-8")
