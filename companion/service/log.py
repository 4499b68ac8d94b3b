"""The service's log: a rotating file in the data folder, English, never the text of a draft."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from companion import datafolder
from companion.faults import where

_SIZE = 1_000_000
_KEPT = 3

ErrorInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class _Formatter(logging.Formatter):
    """Exceptions of libraries too are written without their messages: those may quote what was sent."""

    def formatException(self, ei: ErrorInfo) -> str:  # noqa: N802
        return where(ei[1]) if ei[1] else ""


class _File(RotatingFileHandler):
    """Each new file is made readable by its owner alone."""

    def _open(self):  # type: ignore[no-untyped-def]
        datafolder.private_file(Path(self.baseFilename))
        return super()._open()


def start(file: Path) -> None:
    """Sends the log of this process to the file."""
    datafolder.prepare(file.parent)
    handler = _File(file, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", errors="backslashreplace")
    handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("companion").setLevel(logging.INFO)
    # Its warnings tell only that several requests came at once.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
