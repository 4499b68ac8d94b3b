"""What something was made from, as one short text that changes when a file does."""

from hashlib import sha256
from pathlib import Path


def sources(root: Path) -> list[Path]:
    """Everything that goes into the installed package."""
    package = (path for path in (root / "companion").rglob("*") if path.is_file() and path.suffix != ".pyc")
    return [*sorted(package), root / "pyproject.toml", root / "README.md", root / "LICENSE"]


def digest(files: list[Path], root: Path) -> str:
    """A hash over names and contents; a missing file counts as an empty one."""
    total = sha256()
    for path in files:
        content = path.read_bytes() if path.exists() else b""
        total.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
        total.update(content)
    return total.hexdigest()
