"""One at a time: a second start of the command waits until the first has prepared everything."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts._console import say

_PAUSE = 0.2


@contextmanager
def guarded(file: Path) -> Iterator[None]:
    """Holds the lock of a file; the system takes it away when the process ends, however it ends."""
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT)
    try:
        if not _lock(descriptor):
            say("Другой запуск ещё готовит программу, жду его…")
            while not _lock(descriptor):
                time.sleep(_PAUSE)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> bool:
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
