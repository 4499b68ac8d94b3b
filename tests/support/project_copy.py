"""A copy of the code whose word lists and rules a test changes, with commands run from it."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.support.service import ROOT, environment

_AS_AUTHOR = ["-c", "user.name=QA", "-c", "user.email=qa@example.com"]


class ProjectCopy:
    """The package as it stands, copied below a folder; in a git repository once the test makes one."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(ROOT / "companion", root / "companion", ignore=shutil.ignore_patterns("__pycache__"))

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
