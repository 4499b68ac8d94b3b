"""What kind of file an attachment is, by its name and MIME type; contents are never seen."""

from functools import cache
from typing import Literal

from companion.text.phrases import lexicon

FileKind = Literal[
    "image", "video", "pdf", "office", "csv", "text", "log", "audio", "mail", "archive", "executable", "unknown"
]
LARGEST = 50 * 2**20
"""Largest file that counts, in bytes."""


@cache
def _extensions() -> dict[str, FileKind]:
    return {extension: kind for kind, table in lexicon("files").items() for extension in table["extensions"]}  # type: ignore[misc]


@cache
def _types() -> tuple[tuple[str, FileKind], ...]:
    return tuple((start, kind) for kind, table in lexicon("files").items() for start in table["types"])  # type: ignore[misc]


def file_kind(name: str, mime: str | None) -> FileKind:
    """The kind of a file. An executable's ending always counts; else the MIME type, then the ending.

    A container for video may hold a voice alone («запись.mp4», audio/mp4).
    """
    stem, dot, ending = name.strip().rpartition(".")
    by_name = _extensions().get(ending.lower(), "unknown") if dot and (stem or ending) else "unknown"
    if by_name == "executable" or not mime:
        return by_name
    lower = mime.strip().lower()
    by_type: FileKind = next((kind for start, kind in _types() if lower.startswith(start)), "unknown")
    heard_only = by_name == "video" and by_type == "audio"
    return by_type if by_name == "unknown" or by_type == "executable" or heard_only else by_name


def readable(kind: FileKind, size: int | None) -> bool:
    """False for what support cannot open: empty, over 50 MB, executable or of an unknown type."""
    return kind not in ("executable", "unknown") and (size is None or 0 < size <= LARGEST)
