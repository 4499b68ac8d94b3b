"""What another git revision of this code finds: it is unpacked into a temporary folder and run as it was."""

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import companion
from companion.qa.corpus import Corpus, Labelled
from companion.report import Suggestion
from companion.settings import SettingsError

_REPOSITORY = Path(companion.__file__).resolve().parent.parent
_CODE = "companion"


class Checked(NamedTuple):
    """The version of a ruleset, and per draft of a corpus what it finds there."""

    ruleset: str
    found: list[tuple[Labelled, list[Suggestion]]]


@contextmanager
def unpacked(revision: str) -> Iterator[Path]:
    """The code of a revision in a folder that goes away afterwards. Raises ``SettingsError``.

    An archive and no work tree: nothing is left behind in the repository, whatever happens meanwhile.
    """
    with tempfile.TemporaryDirectory(prefix="companion-qa-") as folder:
        zipfile.ZipFile(BytesIO(_archive(revision))).extractall(folder)
        yield Path(folder)


def check_with(folder: Path, corpus: Corpus, revision: str) -> Checked:
    """Checks a corpus by `companion check --jsonl` of unpacked code. Raises ``SettingsError`` when it cannot."""
    lines = b"".join(json.dumps(_line(number, entry)).encode() + b"\n" for number, entry in enumerate(corpus.drafts))
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COMPANION_", "PYTHON"))}
    done = subprocess.run(
        [sys.executable, "-m", _CODE, "check", "--jsonl", "-"],
        input=lines,
        capture_output=True,
        cwd=folder,
        env=kept | {"PYTHONPATH": str(folder), "PYTHONUTF8": "1"},
        check=False,
    )
    try:
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        found = [(corpus.drafts[answer["id"]], _suggestions(answer["report"])) for answer in answers]
        version = str(answers[0]["report"]["ruleset"])
    except (ValueError, LookupError, TypeError) as error:
        raise SettingsError(f"Ревизия {revision} не проверила корпус {corpus.name}: её ответы не прочитать.") from error
    if len(found) < len(corpus.drafts):
        checked = f"{len(found)} из {len(corpus.drafts)}"
        raise SettingsError(f"Ревизия {revision} проверила не все черновики корпуса {corpus.name}: {checked}.")
    return Checked(version, found)


def _archive(revision: str) -> bytes:
    command = ["git", "-C", str(_REPOSITORY), "archive", "--format=zip", "--end-of-options", revision, _CODE]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        raise SettingsError("Чтобы сравнить с ревизией, нужна программа git: она не запускается.") from error
    if done.returncode:
        raise SettingsError(f"«{revision}» — не набор правил: нет ни такого файла, ни ревизии git с папкой {_CODE}.")
    return done.stdout


def _line(number: int, entry: Labelled) -> dict[str, object]:
    return {"id": number, **entry.request.model_dump(mode="json", exclude={"revision"})}


def _suggestions(report: dict[str, list[dict[str, object]]]) -> list[Suggestion]:
    """What an earlier or later version says besides is left out."""
    known = Suggestion.model_fields.keys()
    return [
        Suggestion.model_validate({key: value for key, value in suggestion.items() if key in known})
        for suggestion in report["suggestions"]
    ]
