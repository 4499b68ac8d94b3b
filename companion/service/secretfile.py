"""The file with the service's secrets: SQLite, readable by its owner alone, shared by the service and the commands.

What the file system protects needs no back door over HTTP: whoever can read this file is the user.
"""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from companion import datafolder
from companion.settings import SettingsError

_LAYOUT = 1
"""Number of the tables' layout, kept in the file's ``user_version``."""
_TABLES = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS tokens (hash BLOB PRIMARY KEY, origin TEXT, client TEXT NOT NULL, created REAL NOT NULL);
CREATE TABLE IF NOT EXISTS codes (code TEXT NOT NULL, expires REAL NOT NULL, tries_left INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS wrong_tries (moment REAL NOT NULL);
CREATE TABLE IF NOT EXISTS links (hash BLOB PRIMARY KEY, page TEXT NOT NULL, expires REAL NOT NULL);
CREATE TABLE IF NOT EXISTS sessions (hash BLOB PRIMARY KEY, expires REAL NOT NULL);
PRAGMA user_version = {_LAYOUT};
COMMIT;
"""
_PATIENCE = 10.0
"""Seconds to wait for another process that writes."""


class SecretFile:
    """One connection, used by one thread at a time; every use is one short transaction."""

    kept_aside: Path | None = None
    """Where a damaged file was moved when this one was opened."""

    def __init__(self, path: Path) -> None:
        """Opens the file, making it or setting a damaged one aside. The folder must be there.

        Raises ``SettingsError`` when the system refuses.
        """
        self._lock = threading.Lock()
        try:
            try:
                self._database = _open(path)
            except _DamagedError:
                self.kept_aside = datafolder.keep_aside(path)
                self._database = _open(path)
        except (OSError, sqlite3.OperationalError) as error:
            raise SettingsError(
                f"Файл доступа «{path}» не открыть. Проверьте права на него и свободное место на диске."
            ) from error

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Everything inside happens as one step; an exception undoes it."""
        with self._lock:
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield self._database
            except BaseException:
                self._database.execute("ROLLBACK")
                raise
            self._database.execute("COMMIT")

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """For single SELECTs: takes no lock that would stop a writer."""
        with self._lock:
            yield self._database

    def close(self) -> None:
        """Closes the file."""
        with self._lock:
            self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _DamagedError(RuntimeError):
    """The file is no database, or not one of ours."""


def damage(path: Path) -> bool:
    """True when the file is there and is damaged; looks without changing anything.

    Raises ``sqlite3.OperationalError`` when it cannot be read now.
    """
    if not path.exists():
        return False
    try:
        database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_PATIENCE)
        try:
            _examine(database)
        finally:
            database.close()
    except _DamagedError:
        return True
    return False


def _open(path: Path) -> sqlite3.Connection:
    datafolder.private_file(path)
    database = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        _examine(database)
        database.executescript(_TABLES)
    except BaseException:
        database.close()
        raise
    return database


def _examine(database: sqlite3.Connection) -> None:
    """Raises ``_DamagedError``; a file that is merely busy or out of reach raises ``sqlite3.OperationalError``."""
    try:
        sound = database.execute("PRAGMA quick_check").fetchone() == ("ok",)
        layout = database.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        raise _DamagedError from error
    if not sound or layout not in (0, _LAYOUT):
        raise _DamagedError
