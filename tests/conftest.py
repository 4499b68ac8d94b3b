"""Fixtures that several parts of the tests use, and what is shown at the end of a run."""

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


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Shows the examples on which rules are known to be wrong today."""
    passed = terminalreporter.stats.get("passed", [])
    gaps = [text for report in passed for name, text in report.user_properties if name == "known_gap"]
    if gaps:
        terminalreporter.section(f"Известные пробелы: {len(gaps)}")
        for gap in gaps:
            terminalreporter.line(str(gap))
