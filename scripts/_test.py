"""What `scripts/test.py` does, once the Python is new enough to read it."""

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scripts import _console, _debian
from scripts._console import say
from scripts._environment import Environment
from scripts._node import Node
from scripts._process import run_openly
from scripts._service import Service

ROOT = Path(__file__).resolve().parent.parent
HELP = """как вызвать: test.py [-k СЛОВА] [ПУТЬ…] [другие параметры pytest]

Ставит всё нужное и выполняет все проверки. Параметры получает pytest; пути считаются от папки проекта."""


@dataclass(frozen=True, slots=True)
class Step:
    """One check: its heading, and the program that makes it."""

    title: str
    command: list[str | Path]
    folder: Path = ROOT
    variables: Mapping[str, str] = field(default_factory=dict)


def main(arguments: list[str]) -> int:
    """Sets everything up and runs every check. Returns the exit code."""
    if {"-h", "--help"} & set(arguments):
        say(HELP)
        return 0
    return _console.run(lambda: _run(arguments))


def _run(arguments: list[str]) -> int:
    started = time.monotonic()
    _heading("Подготовка")
    _debian.provide(ROOT)
    environment, node = Environment(ROOT), Node(ROOT)
    environment.prepare(tests=True, before_change=Service(environment).make_way)
    node.prepare()
    say(f"готово за {_duration(started)}")
    # All of them, also after a failure: whoever mends one thing wants to know of the others.
    failed = [step.title for step in _steps(environment, node, arguments) if not _passes(step)]
    if failed:
        say(f"\nНе прошло: {', '.join(failed)} (всего {_duration(started)})")
        return 1
    say(f"\nГотово: все проверки пройдены за {_duration(started)}")
    return 0


def _steps(environment: Environment, node: Node, arguments: list[str]) -> list[Step]:
    run = environment.command
    # Tests call the programs of this environment by their names.
    path = {"PATH": f"{environment.python.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    return [
        Step("ruff format", run("ruff", "format", "--check", ".")),
        Step("ruff check", run("ruff", "check", ".")),
        Step("mypy", run("mypy")),
        Step("biome", node.command("lint"), node.folder),
        Step("tsc", node.command("typecheck"), node.folder),
        Step("web-ext lint", node.command("lint:extension"), node.folder),
        Step("import-linter", [environment.python.with_name("lint-imports"), "--no-logo"]),
        Step("pytest", run("pytest", *arguments), variables=path),
    ]


def _passes(step: Step) -> bool:
    started = time.monotonic()
    _heading(step.title)
    passed = run_openly(step.command, folder=step.folder, **step.variables) == 0
    say(f"{'прошло' if passed else 'НЕ ПРОШЛО'} за {_duration(started)}")
    return passed


def _heading(title: str) -> None:
    say(f"\n=== {title} ===")


def _duration(started: float) -> str:
    minutes, seconds = divmod(round(time.monotonic() - started), 60)
    return f"{minutes} мин {seconds} с" if minutes else f"{seconds} с"
