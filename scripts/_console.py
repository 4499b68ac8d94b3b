"""What the person at the console reads: short Russian lines that no console can choke on."""

import signal
import sys
from collections.abc import Callable
from types import FrameType

from companion import console
from companion.console import say as say

INTERRUPTED = 130


class Stop(Exception):
    """Ends the command. ``str()``: what happened and what to do, in Russian; ``details``: another program's text."""

    def __init__(self, message: str, details: str = "") -> None:
        super().__init__(message)
        self.details = details.strip()


def run(command: Callable[[], int]) -> int:
    """Runs a command to its exit code; ends with one plain line whatever happens."""
    console.prepare()
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        return command()
    except Stop as stop:
        if stop.details:
            say(stop.details)
        say(str(stop))
        return 1
    except OSError as error:
        say(f"Не получилось: {error}")
        return 1
    except KeyboardInterrupt:
        say("\nПрервано. Запустите ещё раз: начатое будет доделано.")
        return INTERRUPTED


class Progress:
    """Counts the parts of a long step: on one line that is rewritten, or not at all where the output is a file."""

    def __init__(self, name: str, total: int) -> None:
        self._name, self._total, self._done = name, total, 0
        self._rewrites = sys.stdout.isatty()

    def step(self) -> None:
        """One more part is done."""
        self._done = min(self._done + 1, self._total)
        self._show()

    def finish(self) -> None:
        """Leaves the line. Parts that were not needed on this system count as done."""
        self._done = self._total
        self._show("\n")

    def _show(self, end: str = "") -> None:
        if self._rewrites:
            print(f"\r  {self._name}: {self._done} из {self._total}", end=end, flush=True)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    # The same way out as Ctrl+C: children are ended, temporary folders removed.
    raise KeyboardInterrupt
