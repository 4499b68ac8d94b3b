"""What the tests need from the system: found, installed with apt where that is allowed, or named; never skipped."""

import importlib
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from scripts._console import Stop, say
from scripts._process import run_quietly

_PROGRAMS = {"chromium": "chromium", "firefox-esr": "firefox-esr", "xvfb-run": "xvfb", "xauth": "xauth"}
"""Program → Debian package."""
_PACKAGES = {
    "fonts-noto-color-emoji": "шрифт с эмодзи",
    "fonts-dejavu-core": "шрифт DejaVu",
    # The Node.js inside Playwright wants it; the browsers do not bring it along.
    "libatomic1": "библиотека libatomic",
}
"""Debian package → what it is; asked for where there are Debian packages."""
_WAIT_FOR_OTHERS = "DPkg::Lock::Timeout=300"


@dataclass(frozen=True, slots=True)
class Need:
    """Something that is not there: what it is, and the package that brings it."""

    what: str
    package: str


def provide(root: Path) -> None:
    """Makes sure that everything is there. Raises ``Stop`` with the list of what is missing and how to get it."""
    needs = missing(root)
    if not needs:
        return
    apt = _apt()
    if not apt:
        raise Stop(_complaint(needs))
    _install(apt, needs, root)
    importlib.invalidate_caches()
    # npm comes inside some builds of Node.js and cannot be installed beside them: asked for again only now.
    needs = missing(root)
    if [need.package for need in needs] == ["npm"]:
        _install(apt, needs, root)
        needs = missing(root)
    if needs:
        raise Stop(_complaint(needs))


def missing(root: Path) -> list[Need]:
    """What the tests need and this system does not have."""
    needs = [Need(f"программа {name}", package) for name, package in _PROGRAMS.items() if not shutil.which(name)]
    oldest = _oldest_node(root)
    if _node_version() < oldest:
        needs.append(Need(f"Node.js {oldest} или новее", "nodejs"))
    if not shutil.which("npm"):
        needs.append(Need("программа npm", "npm"))
    if find_spec("ensurepip") is None:
        needs.append(Need("модуль venv этого Python", f"python3.{sys.version_info.minor}-venv"))
    if shutil.which("dpkg-query"):
        needs += [Need(what, package) for package, what in _PACKAGES.items() if not _has_package(package)]
    return needs


def _oldest_node(root: Path) -> int:
    """The major version that the JavaScript tools ask for."""
    wanted = json.loads((root / "scripts/node/package.json").read_text(encoding="utf-8"))["engines"]["node"]
    return int(re.findall(r"\d+", wanted)[0])


def _node_version() -> int:
    node = shutil.which("node")
    if not node:
        return 0
    answer = subprocess.run([node, "--version"], capture_output=True, encoding="utf-8", check=False).stdout
    return int((re.findall(r"\d+", answer) or ["0"])[0])


def _has_package(package: str) -> bool:
    asking = ["dpkg-query", "--show", "--showformat=${Status}", package]
    answer = subprocess.run(asking, capture_output=True, encoding="utf-8", check=False)
    return answer.stdout == "install ok installed"


def _apt() -> list[str]:
    """How apt is called here; empty where it is not there or not allowed."""
    if sys.platform == "win32" or not shutil.which("apt-get"):
        return []
    if os.geteuid() == 0:
        return ["apt-get"]
    allowed = shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n", "apt-get"] if allowed and allowed.returncode == 0 else []


def _install(apt: list[str], needs: list[Need], root: Path) -> None:
    packages = [need.package for need in needs]
    if "nodejs" in packages and "npm" in packages:
        packages.remove("npm")
    say(f"Ставлю пакеты Debian: {' '.join(packages)} (это может занять несколько минут)…")
    failure = "Не удалось поставить пакеты Debian. Проверьте сеть и запустите ещё раз."
    run_quietly([*apt, "-o", _WAIT_FOR_OTHERS, "update"], failure=failure, folder=root)
    options = ["-o", _WAIT_FOR_OTHERS, "install", "--yes", "--no-install-recommends"]
    run_quietly([*apt, *options, *packages], failure=failure, folder=root, DEBIAN_FRONTEND="noninteractive")


def _complaint(needs: list[Need]) -> str:
    packages = " ".join(need.package for need in needs)
    return (
        f"Для проверок не хватает: {', '.join(need.what for need in needs)}. Поставьте это и запустите ещё раз. "
        f"В Debian: sudo apt-get update && sudo apt-get install {packages}"
    )
