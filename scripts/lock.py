"""Renews the locks: scripts/requirements.txt (what the service needs), scripts/requirements-dev.txt (the tests too).

    .venv/bin/python scripts/lock.py             after a change of pyproject.toml
    .venv/bin/python scripts/lock.py --upgrade   takes the newest versions

Needs the tool «uv». The locks hold for all systems and Pythons of the project, and name no package registry.
"""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME_LOCK = Path("scripts/requirements.txt")
TEST_LOCK = Path("scripts/requirements-dev.txt")
_HEADER = "# Made from pyproject.toml by scripts/lock.py; renew it with: .venv/bin/python scripts/lock.py\n"


def main(arguments: list[str]) -> int:
    """Writes both locks; the versions that already stand in them are kept unless ``--upgrade`` is given."""
    uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or shutil.which("uv")
    if uv is None:
        print("Нет программы uv: .venv/bin/python -m pip install uv")
        return 1
    _compile(uv, RUNTIME_LOCK, *arguments)
    # The tests run what the users run: the same versions.
    _compile(uv, TEST_LOCK, "--group", "dev", "--constraint", RUNTIME_LOCK.as_posix(), *arguments)
    return 0


def _compile(uv: str, lock: Path, *options: str) -> None:
    """Locks the project's dependencies and its build backend, which ``pip install --no-build-isolation .`` needs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    kinds = ["--universal", "--generate-hashes", "--python-version", "3.11"]
    silent = ["--no-header", "--no-emit-index-url", "--no-emit-find-links", "--quiet"]
    subprocess.run(
        [uv, "pip", "compile", "pyproject.toml", "-", "-o", str(lock), *kinds, *silent, *options],
        input="\n".join(project["build-system"]["requires"]),
        encoding="utf-8",
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    path = ROOT / lock
    path.write_text(_HEADER + path.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
