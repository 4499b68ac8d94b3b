"""The console: lines for people in its own encoding, output for programs always in UTF-8, argparse in Russian."""

import argparse
import os
import re
import sys
from typing import NoReturn, TextIO

_MESSAGES = (
    (r"the following arguments are required: (.+)", r"не хватает: \1"),
    (r"one of the arguments (.+) is required", r"нужен один из параметров: \1"),
    (r"unrecognized arguments: (.+)", r"лишнее: \1"),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 и \2 вместе не указывают"),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", r"\1: нет такого значения \2; есть: \3"),
    (r"argument (.+?): expected one argument", r"\1: нужно значение"),
    (r"argument (.+?): invalid .+ value: (.+)", r"\1: не подходит значение \2"),
    (r"argument (.+?): (.+)", r"\1: \2"),
)


def processes(text: str) -> int:
    """A number of processes on the command line."""
    number = int(text)
    if not 1 <= number <= 64:
        raise argparse.ArgumentTypeError("нужно число от 1 до 64")
    return number


def prepare() -> None:
    """Makes printing safe: a console that lacks a letter (cp1251, for example) shows «?» and never raises."""
    for stream in (sys.stdout, sys.stderr):
        # Under pythonw there is no stream at all, and print then does nothing.
        if stream is not None:
            _reconfigure(stream, encoding=None)


def say(line: str) -> None:
    """A line for the person, at once, also when the output is piped."""
    print(line, flush=True)


def complain(line: str) -> None:
    """A line for the person that is no result."""
    print(line, file=sys.stderr, flush=True)


def write(text: str, *, machine: bool) -> None:
    """A result. ``machine``: in UTF-8 with LF whatever the console is, for programs read it."""
    if machine:
        for_programs()
    print(text)


def for_programs() -> None:
    """From here on the standard output is UTF-8 with LF."""
    if sys.stdout is not None:
        _reconfigure(sys.stdout, encoding="utf-8")


def discard_output() -> None:
    """Sends what is left of the output nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _reconfigure(stream: TextIO, encoding: str | None) -> None:
    # Tests put other objects into sys.stdout.
    change = getattr(stream, "reconfigure", None)
    if change is not None and encoding is None:
        change(errors="replace")
    elif change is not None:
        change(encoding=encoding, errors="replace", newline="\n")


class Parser(argparse.ArgumentParser):
    """argparse that speaks Russian."""

    def __init__(self, **options: object) -> None:
        super().__init__(**options, add_help=False)  # type: ignore[arg-type]
        self._positionals.title = "аргументы"
        self._optionals.title = "параметры"
        self.add_argument("-h", "--help", action="help", help="показать эту справку")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "как вызвать:")

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "как вызвать:")

    def error(self, message: str) -> NoReturn:
        for english, russian in _MESSAGES:
            if re.fullmatch(english, message):
                message = re.sub(english, russian, message)
                break
        else:
            message = "не разобрать"
        self.exit(2, f"{self.prog}: {message}. Справка: {self.prog} --help\n")
