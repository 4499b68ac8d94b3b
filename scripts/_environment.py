"""The folder `.venv`: made, filled from the locks, and renewed when something it was made from has changed.

A note in it (`companion.json`) says what it was made from. While something is being changed a mark lies there
(`companion.unfinished`); a mark that is found at the start tells of an interrupted run, and the folder is made anew.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from scripts._console import Progress, Stop, say
from scripts._guard import guarded
from scripts._process import environment, run_quietly
from scripts._sources import digest, sources

RUNTIME_LOCK = "scripts/requirements.txt"
TEST_LOCK = "scripts/requirements-dev.txt"
NO_VENV = "В этом Python нет модуля venv. В Debian и Ubuntu его ставит команда: sudo apt install python3-venv"
_NOTE, _MARK, _GUARD = "companion.json", "companion.unfinished", "companion.lock"
_PROBE = "import sys, pip; print(*sys.version_info[:2], sys.prefix, sep='|')"


class Environment:
    """The Python environment in the project's folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        windows = sys.platform == "win32"
        self.python = self.folder / ("Scripts/python.exe" if windows else "bin/python")
        self._note, self._mark = self.folder / _NOTE, self.folder / _MARK

    def command(self, module: str, *arguments: str | Path) -> list[str | Path]:
        """Runs an installed module, never one that merely lies in the current folder; its text is in UTF-8."""
        return [self.python, "-I", "-X", "utf8", "-m", module, *arguments]

    def prepare(self, *, tests: bool, before_change: Callable[[], None]) -> None:
        """Brings the folder up to date; does nothing when it is. ``before_change`` must free its files."""
        self.folder.mkdir(exist_ok=True)
        with guarded(self.folder / _GUARD):
            wanted, made_from = self._wanted(tests), self._made_from()
            if made_from is not None and wanted.items() <= made_from.items():
                return
            if self._version():
                before_change()
            # From here until the end an interruption leaves the mark behind.
            self._mark.touch()
            if made_from is None:
                self._create()
            self._install(wanted, made_from or {})
            self._write_note({**(made_from or {}), **wanted})
            self._mark.unlink()

    def usable(self) -> bool:
        """True when the service was installed here and its Python runs."""
        return self._note.exists() and bool(self._version())

    def _wanted(self, tests: bool) -> dict[str, str]:
        locks = {"runtime": RUNTIME_LOCK} | ({"tests": TEST_LOCK} if tests else {})
        made_from = {name: digest([self.root / lock], self.root) for name, lock in locks.items()}
        return made_from | {"project": digest(sources(self.root), self.root)}

    def _made_from(self) -> dict[str, str] | None:
        """What is installed; None when the folder must be made anew: interrupted, moved, broken or not there yet."""
        version = self._version()
        if not version or self._mark.exists():
            return None
        if not self._note.exists():
            return {}  # Somebody made it by hand: it is filled, not deleted.
        try:
            note: dict[str, str] = json.loads(self._note.read_text(encoding="utf-8"))
        except ValueError:
            return None
        same = note.get("place") == str(self.folder) and note.get("python") == version
        return note if same else None

    def _version(self) -> str:
        """The version of the environment's own Python; empty when it does not run or belongs to another folder."""
        try:
            answer = subprocess.run(
                [self.python, "-I", "-X", "utf8", "-c", _PROBE],
                capture_output=True,
                encoding="utf-8",
                env=environment(),
                check=True,
                timeout=60,
            )
        except (OSError, subprocess.SubprocessError):
            return ""
        major, minor, prefix = answer.stdout.strip().split("|", 2)
        return f"{major}.{minor}" if Path(prefix).resolve() == self.folder.resolve() else ""

    def _write_note(self, made_from: dict[str, str]) -> None:
        note = made_from | {"place": str(self.folder), "python": self._version()}
        self._note.write_text(json.dumps(note), encoding="utf-8")

    def _create(self) -> None:
        if find_spec("ensurepip") is None:
            raise Stop(NO_VENV)
        say("Готовлю папку .venv…")
        try:
            _empty(self.folder)
        except OSError as error:
            raise Stop("Не удалось очистить папку .venv: закройте программы, которые ею заняты.", str(error)) from error
        making: list[str | Path] = [sys.executable, "-m", "venv", self.folder]
        run_quietly(making, failure="Не удалось создать папку .venv.", folder=self.root)

    def _install(self, wanted: dict[str, str], made_from: dict[str, str]) -> None:
        missing = {name for name, value in wanted.items() if made_from.get(name) != value}
        if "runtime" in missing:
            self._install_lock(RUNTIME_LOCK, "библиотеки")
        if "tests" in missing:
            self._install_lock(TEST_LOCK, "программы для проверок")
        if "project" in missing:
            say("Ставлю помощника…")
            # Not editable: a .pth file with Cyrillic letters in its path is misread on Windows.
            options = ("--no-deps", "--no-build-isolation", "--force-reinstall", ".")
            self._pip(*options, failure="Не удалось установить помощника.")

    def _install_lock(self, lock: str, what: str) -> None:
        total = sum("==" in line for line in (self.root / lock).read_text(encoding="utf-8").splitlines())
        progress = Progress(what, total)
        say(f"Скачиваю и ставлю {what} (обычно меньше минуты)…")
        self._pip(
            *("--require-hashes", "--only-binary", ":all:", "-r", lock),
            failure="Не удалось установить библиотеки. Проверьте интернет и запустите ещё раз.",
            line=lambda text: progress.step() if text.startswith(("Collecting", "Requirement")) else None,
        )
        progress.finish()

    def _pip(self, *arguments: str, failure: str, line: Callable[[str], None] = lambda _: None) -> None:
        quiet = ["--disable-pip-version-check", "--no-warn-script-location", "--progress-bar", "off"]
        run_quietly(self.command("pip", "install", *quiet, *arguments), failure=failure, folder=self.root, line=line)


def _empty(folder: Path) -> None:
    """Removes all but the mark and the guard: an interruption in the middle must be noticed too."""
    for path in folder.iterdir():
        if path.name in (_MARK, _GUARD):
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
