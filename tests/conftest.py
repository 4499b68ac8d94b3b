"""Fixtures that several parts of the tests use."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.service import CompanionProcess, RunningService, in_process


@pytest.fixture
def service(tmp_path: Path) -> Iterator[RunningService]:
    """The real service under waitress, in this process, with a clock that the test moves."""
    with in_process(tmp_path) as running:
        yield running


@pytest.fixture
def companion_process(tmp_path: Path) -> Iterator[CompanionProcess]:
    """`companion serve` as a process, started when the test says so; its data folder is called «Папка продавца»."""
    process = CompanionProcess(tmp_path / "Папка продавца")
    try:
        yield process
    finally:
        if process.running:
            process.stop()
