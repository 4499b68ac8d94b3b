"""One running service for each data folder.

A lock on a file in the folder, held while the service runs, is the proof: the system takes it away with the process,
and no foreign program can hold it. Only beside a held lock is the note with the port and the process believed.
"""

import json
import os
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from companion import datafolder

_LOCK = "service.lock"
_NOTE = "service.json"


@dataclass(frozen=True, slots=True)
class Running:
    """A service that runs on this data folder."""

    port: int
    pid: int


class Instance:
    """The right to be the one service of a data folder."""

    def __init__(self, folder: Path, descriptor: int) -> None:
        self._note = folder / _NOTE
        self._descriptor = descriptor

    @classmethod
    def acquire(cls, folder: Path) -> "Instance | None":
        """Takes the lock; None when a running service has it."""
        datafolder.private_file(folder / _LOCK)
        descriptor = os.open(folder / _LOCK, os.O_RDWR)
        if not _lock(descriptor):
            os.close(descriptor)
            return None
        # A note left by a killed service must not be taken for ours.
        (folder / _NOTE).unlink(missing_ok=True)
        return cls(folder, descriptor)

    def announce(self, port: int) -> None:
        """Tells other starts where this service is."""
        draft = self._note.with_suffix(".new")
        datafolder.private_file(draft)
        draft.write_text(json.dumps(asdict(Running(port, os.getpid()))), encoding="utf-8")
        draft.replace(self._note)

    def release(self) -> None:
        """Gives the lock back."""
        self._note.unlink(missing_ok=True)
        os.close(self._descriptor)


def running(folder: Path, *, patience: float = 0.0) -> Running | None:
    """The service of this data folder.

    ``patience``: seconds to wait for one that has just taken the lock and not yet its port.
    """
    deadline = time.monotonic() + patience
    while is_locked(folder):
        note = _read(folder / _NOTE)
        if note or time.monotonic() >= deadline:
            return note
        time.sleep(0.05)
    return None


def is_locked(folder: Path) -> bool:
    """True while a service of this data folder lives. Changes nothing in the folder."""
    try:
        descriptor = os.open(folder / _LOCK, os.O_RDWR)
    except OSError:
        return False
    try:
        return not _lock(descriptor)
    finally:
        os.close(descriptor)


def _read(note: Path) -> Running | None:
    try:
        values = json.loads(note.read_text(encoding="utf-8"))
        return Running(port=int(values["port"]), pid=int(values["pid"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _lock(descriptor: int) -> bool:
    """Takes the lock if it is free; it goes with the descriptor."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
