"""Small labelled corpora for tests of `companion qa`."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.support.service import ROOT

TRAIN = ROOT / "tests" / "corpora" / "train.jsonl"
NOW = "2026-11-23T10:00:00+03:00"
EXCELLENT = "Прошу проверить начисление по отправлению 57195475-0050-3 от 12.11.2026: 4 500 ₽, ждали 5 000 ₽."
"""With a topic, a number and a document nothing is said about it."""
ANGRY = "Это безобразие! " + EXCELLENT
"""``tone.emotional`` fires on it."""


def labelled(
    name: str,
    description: str,
    *,
    kind: str = "flawed",
    must: Sequence[str] = (),
    must_not: Sequence[str] = (),
    subject: str = "Финансы",
    reference: str = "57195475-0050-3",
    files: Sequence[str] = ("отчёт.pdf",),
    **more: Any,
) -> dict[str, Any]:
    """One line of a corpus."""
    draft = {
        "subject": subject,
        "reference": reference,
        "description": description,
        "attachments": [{"name": file, "type": None, "size": 90_000} for file in files],
    }
    return {"id": name, "kind": kind, "draft": draft, "now": NOW, "must": must, "must_not": must_not, **more}


def excellent(name: str, text: str = EXCELLENT, **more: Any) -> dict[str, Any]:
    """A draft about which nothing may be said."""
    return labelled(name, text, kind="excellent", must_not=["*"], **more)


def written(folder: Path, *entries: dict[str, Any], name: str = "corpus") -> Path:
    """Writes a corpus; returns its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.jsonl"
    path.write_text("".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries), encoding="utf-8")
    return path


def with_thresholds(folder: Path, text: str) -> Path:
    """Writes the thresholds of a folder's corpora; returns their path."""
    folder.mkdir(exist_ok=True)
    path = folder / "thresholds.toml"
    path.write_text(text, encoding="utf-8")
    return path
