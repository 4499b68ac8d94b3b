"""The command line of `companion qa …`. Thin, and light: what measures is imported when a command runs."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from companion import console

Adding = Callable[[Any, str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser]
"""Adds one command with the options that every command has: (commands, name, run, about)."""


def add_to(qa: argparse.ArgumentParser, command: Adding) -> None:
    """Adds the commands below `companion qa`."""
    commands = qa.add_subparsers(title="команды", metavar="КОМАНДА", required=True, dest="команда qa")

    run = command(commands, "run", _run, "измерить правила на размеченных черновиках")
    run.add_argument("corpora", nargs="+", type=Path, metavar="КОРПУС", help="файл с размеченными черновиками (.jsonl)")
    _format(run)
    run.add_argument("--thresholds", type=Path, metavar="ФАЙЛ", help="пороги; обычно thresholds.toml рядом с корпусом")
    run.add_argument("--numbers", action="store_true", help="только числа, без текстов и имён черновиков")
    run.add_argument("--save", type=Path, metavar="ФАЙЛ", help="сохранить найденное, чтобы сравнить потом (qa diff)")

    diff = command(commands, "diff", _diff, "сравнить два набора правил: что найдено иначе")
    for name, help_ in (("a", "что было"), ("b", "что стало")):
        diff.add_argument(
            name, metavar=name.upper(), help=f"{help_}: ревизия git, сохранённый прогон, его версия или «.»"
        )
    _corpus(diff)
    _format(diff)

    mutate = command(commands, "mutate", _mutate, "найти слова и границы, потерю которых никто не заметит")
    mutate.add_argument(
        "--only", default="", metavar="НАЧАЛО", help="начало имени списка или файла: emotions.insult, dates/numeric.py"
    )
    _corpus(mutate)
    mutate.add_argument("--workers", type=console.processes, metavar="N", help="процессов; обычно по числу ядер")
    _format(mutate)

    snapshot = command(commands, "snapshot", _snapshot, "записать все замечания на корпусе, чтобы видеть перемены")
    snapshot.add_argument("corpus", type=Path, metavar="КОРПУС", help="файл с размеченными черновиками (.jsonl)")
    snapshot.add_argument("file", type=Path, metavar="ФАЙЛ", help="куда записать")


def _corpus(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--corpus", nargs="+", type=Path, default=(), metavar="КОРПУС", help="на чём; обычно свои корпуса программы"
    )


def _format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text", help="вид отчёта")


def _run(options: argparse.Namespace) -> int:
    from companion.qa.run import run_corpora

    return run_corpora(
        options.corpora,
        thresholds=options.thresholds,
        numbers_only=options.numbers,
        as_json=options.format == "json",
        save=options.save,
    )


def _diff(options: argparse.Namespace) -> int:
    from companion.qa.diff import compare

    return compare(options.a, options.b, options.corpus, as_json=options.format == "json")


def _mutate(options: argparse.Namespace) -> int:
    from companion.qa.mutation.mutate import mutate

    return mutate(options.corpus, only=options.only, workers=options.workers, as_json=options.format == "json")


def _snapshot(options: argparse.Namespace) -> int:
    from companion.qa.snapshot import write_snapshot

    return write_snapshot(options.corpus, options.file)
