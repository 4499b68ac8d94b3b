"""The data folder: made for its owner alone; a damaged file in it is kept aside, never deleted."""

import os
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path

from companion.settings import SettingsError

_ON_WINDOWS = sys.platform == "win32"


def prepare(folder: Path) -> None:
    """Makes the folder readable by its owner alone. A folder that was there keeps its mode: it may be shared on
    purpose, and the files with secrets in it are closed anyway; ``companion doctor`` speaks of it.

    Raises ``SettingsError`` when the folder cannot be made or written.
    """
    try:
        missing = [path for path in (folder, *folder.parents) if not path.exists()]
        for path in reversed(missing):
            path.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"Не удалось создать папку данных «{folder}»: {_reason(error)}. {_WAY_OUT}") from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise SettingsError(f"В папку данных «{folder}» нельзя писать. {_WAY_OUT}")


_WAY_OUT = "Укажите другую папку: --data-dir ПАПКА."


def private_file(path: Path) -> None:
    """Makes sure that the file exists and only its owner can read it (on Windows the profile's own rules hold)."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    if not _ON_WINDOWS and open_to_others(path):
        path.chmod(0o600)


def open_to_others(path: Path) -> bool:
    """True when users other than the owner may read or write the file or folder; never on Windows."""
    return not _ON_WINDOWS and bool(stat.S_IMODE(path.stat().st_mode) & 0o077)


def keep_aside(path: Path) -> Path:
    """Renames a damaged file to ``<name>.damaged-<moment>`` with its companions of SQLite; returns the new path."""
    moment = datetime.now(UTC).astimezone().strftime("%Y-%m-%d-%H%M%S")
    target = path.with_name(f"{path.name}.damaged-{moment}")
    count = 1
    while target.exists():
        count += 1
        target = path.with_name(f"{path.name}.damaged-{moment}-{count}")
    for suffix in ("-journal", "-wal", "-shm"):
        # A stale journal beside a new database would be rolled into it.
        beside = path.with_name(path.name + suffix)
        if beside.exists():
            beside.replace(target.with_name(target.name + suffix))
    path.replace(target)
    return target


def kept_aside(folder: Path) -> list[Path]:
    """The damaged files that were kept aside, by name."""
    return sorted(path for path in folder.glob("*.damaged-*") if path.is_file())


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "нет прав доступа"
    if isinstance(error, IsADirectoryError | NotADirectoryError | FileExistsError):
        return "на этом месте что-то другое"
    return f"ошибка системы {error.errno}"
