"""`companion rules --set`: changes ``settings.toml`` as a whole or not at all, and never loses what stands in it."""

import os
import time
from collections.abc import Sequence
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

from companion.preferences.changes import ChangeError, changed
from companion.preferences.interpretation import Severities
from companion.preferences.toml import LARGEST, Unreadable, decoded

_BOM = b"\xef\xbb\xbf"
_PATIENCE = 5.0
"""Seconds to wait for another command that is changing the file."""
_FORGOTTEN = 30.0
"""Seconds after which a half-written file belongs to a command that is dead."""


def template() -> str:
    """An empty ``settings.toml`` that explains itself."""
    return files("companion.preferences").joinpath("template.toml").read_text("utf-8").replace("\r\n", "\n")


def create(path: Path) -> None:
    """Makes the explained empty file where none is. Raises ``OSError``."""
    with suppress(FileExistsError), path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(template())


def edit(path: Path, *, unset: Sequence[str], set_: Sequence[str], severities: Severities) -> None:
    """Makes the changes in the file, which is made when it is not there.

    Raises ``ChangeError``, and then the file is as it was; ``OSError`` when it cannot be read or written.
    """
    # A link to a file that is kept elsewhere stays one.
    path = path.resolve()
    draft = path.with_name(f"{path.name}.new")
    descriptor = _taken(draft)
    try:
        with os.fdopen(descriptor, "wb") as file:
            old = _content(path)
            file.write(_rewritten(old, unset=unset, set_=set_, severities=severities, name=path.name))
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            draft.chmod(path.stat().st_mode & 0o777)
            if _content(path) != old:
                raise ChangeError("Файл настроек только что изменился. Повторите команду.")
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _rewritten(
    old: bytes | None, *, unset: Sequence[str], set_: Sequence[str], severities: Severities, name: str
) -> bytes:
    try:
        text = template() if old is None else decoded(old)
    except Unreadable as error:
        raise ChangeError(f"Сначала исправьте файл: {name}, {error.mistake.told}") from None
    new = changed(text, unset=unset, set_=set_, severities=severities, name=name)
    windows = old is not None and b"\r\n" in old
    marked = old is not None and old.startswith(_BOM)
    return _BOM * marked + (new.replace("\n", "\r\n") if windows else new).encode()


def _content(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        return None


def _taken(draft: Path) -> int:
    """The new file, opened; that it can be made is the right to change the old one."""
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            return os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        except FileExistsError:
            with suppress(FileNotFoundError):
                if time.time() - draft.stat().st_mtime > _FORGOTTEN:
                    draft.unlink(missing_ok=True)
            if time.monotonic() >= deadline:
                raise ChangeError("Файл настроек сейчас меняет другая команда. Повторите позже.") from None
            time.sleep(0.05)
