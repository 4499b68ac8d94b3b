"""The JavaScript tools in `scripts/node`: installed from their lock, run by the names in its package.json."""

import shutil
from pathlib import Path

from scripts._console import say
from scripts._process import run_quietly
from scripts._sources import digest

_NOTE = "companion.txt"


class Node:
    """The folder of the JavaScript tools."""

    def __init__(self, root: Path) -> None:
        self.folder = root / "scripts/node"
        # By its full name: on Windows npm is a .cmd file.
        self._npm = shutil.which("npm") or "npm"

    def prepare(self) -> None:
        """Installs what the lock names; does nothing when that is done."""
        note = self.folder / "node_modules" / _NOTE
        wanted = digest([self.folder / "package.json", self.folder / "package-lock.json"], self.folder)
        if note.exists() and note.read_text(encoding="utf-8") == wanted:
            return
        say("Скачиваю и ставлю программы для проверки JavaScript…")
        # `npm ci` empties the folder first, so an interrupted run leaves no note. No scripts: they download browsers.
        run_quietly(
            [self._npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            failure="Не удалось установить программы для проверки JavaScript. Проверьте сеть и запустите ещё раз.",
            folder=self.folder,
            PUPPETEER_SKIP_DOWNLOAD="1",
        )
        note.write_text(wanted, encoding="utf-8")

    def command(self, script: str) -> list[str | Path]:
        """Runs a script of package.json."""
        return [self._npm, "run", "--silent", script]
