"""The locks: whole, of one kind with the project's own wishes, and silent about where packages come from."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.scripts.project import ROOT

RUNTIME = ROOT / "scripts/requirements.txt"
TESTS = ROOT / "scripts/requirements-dev.txt"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pins(text: str) -> dict[str, str]:
    """Package → version."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


def names(wishes: list[str]) -> set[str]:
    """The packages that pyproject.toml wishes for."""
    return {re.split(r"[<>=; ]", wish)[0].replace("_", "-").lower() for wish in wishes}


def test_the_runtime_lock_holds_what_the_project_and_its_build_need() -> None:
    wanted = names(PROJECT["project"]["dependencies"]) | names(PROJECT["build-system"]["requires"])

    assert wanted <= set(pins(RUNTIME.read_text(encoding="utf-8")))


def test_the_tests_lock_adds_to_the_runtime_lock_and_changes_nothing() -> None:
    runtime, tests = pins(RUNTIME.read_text(encoding="utf-8")), pins(TESTS.read_text(encoding="utf-8"))

    assert runtime.items() <= tests.items()
    assert names(PROJECT["dependency-groups"]["dev"]) <= set(tests)


@pytest.mark.parametrize("lock", [RUNTIME, TESTS], ids=["runtime", "tests"])
def test_every_package_has_hashes_and_no_registry_is_named(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")

    for package in re.split(r"\n(?=[a-z])", text)[1:]:
        assert "--hash=sha256:" in package, package
    assert not re.search(r"://|--(extra-)?index-url|--find-links", text)
