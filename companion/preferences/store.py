"""``settings.toml`` as the service sees it: read at the start and again when it has changed."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from companion.preferences.interpretation import Interpretation, Severities, interpret
from companion.preferences.mistakes import Mistake, summary
from companion.preferences.model import AS_DELIVERED, Preferences
from companion.preferences.toml import LARGEST, Unreadable, decoded

log = logging.getLogger(__name__)

_PATIENCE = 1.0
"""Seconds between two looks at the file."""

Stamp = tuple[int, int, int] | None
"""Time of change, size and number of a file; None when it is not there."""


def read(path: Path, severities: Severities) -> Interpretation:
    """What a file says now; a file that is not there says nothing, and that is no mistake."""
    try:
        with path.open("rb") as file:
            return interpret(decoded(file.read(LARGEST + 1)), severities)
    except FileNotFoundError:
        return Interpretation(AS_DELIVERED)
    except Unreadable as error:
        return Interpretation(AS_DELIVERED, (error.mistake,))
    except OSError as error:
        reason = "нет прав на чтение" if isinstance(error, PermissionError) else f"не читается, ошибка {error.errno}"
        return Interpretation(AS_DELIVERED, (Mistake(None, reason, f"cannot be read, error {error.errno}"),))


@dataclass(frozen=True)
class _State:
    stamp: Stamp
    looked: float
    preferences: Preferences
    mistakes: tuple[Mistake, ...]


class PreferencesFile:
    """The preferences in force: those of the last state of the file that had no mistake, at first as delivered.

    Nothing runs in between: whoever asks looks at the file, once a second at the most. Safe to share between threads.
    """

    def __init__(self, path: Path, severities: Severities, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._path = path
        self._severities = severities
        self._clock = clock
        self._lock = Lock()
        self._state = _State((0, 0, 0), 0.0, AS_DELIVERED, ())
        self._look()

    def current(self) -> Preferences:
        """The preferences in force now."""
        due = self._clock() - self._state.looked >= _PATIENCE
        # Who comes while another reads goes on with what is in force.
        if due and self._lock.acquire(blocking=False):
            try:
                self._look()
            finally:
                self._lock.release()
        return self._state.preferences

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """What is wrong in the file as it was last seen."""
        return self._state.mistakes

    @property
    def notice(self) -> str | None:
        """One Russian sentence about what is wrong, for the user; None when nothing is."""
        if not self.mistakes:
            return None
        in_force = "обычные" if self._state.preferences == AS_DELIVERED else "прежние"
        return f"{summary(self._path.name, self.mistakes)} Пока действуют {in_force} настройки."

    def _look(self) -> None:
        stamp = _stamp(self._path)
        before = self._state
        if stamp == before.stamp:
            self._state = _State(stamp, self._clock(), before.preferences, before.mistakes)
            return
        found = read(self._path, self._severities)
        preferences = before.preferences if found.mistakes else found.preferences
        self._state = _State(stamp, self._clock(), preferences, found.mistakes)
        if found.mistakes:
            told = "; ".join(mistake.logged for mistake in found.mistakes[:10])
            log.warning("%s is not used (mistakes: %d): %s", self._path.name, len(found.mistakes), told)
        elif preferences != before.preferences or before.mistakes:
            log.info("%s is in force", self._path.name)


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
