"""``thresholds.toml`` beside the corpora: which are blind, and how good the rules have to be."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

import companion
from companion.draft import LISTED, Incoming, Text
from companion.payload import InvalidInput, validate
from companion.settings import SettingsError

FILE_NAME = "thresholds.toml"

Share = Annotated[float, Field(ge=0, le=1)]
Names = Annotated[tuple[Text, ...], LISTED]


class RunThresholds(Incoming):
    """The least that ``qa run`` accepts. A recall counts from ``least_labelled`` drafts whose label asks for a rule."""

    error_precision: Share = 0.97
    other_precision: Share = 0.92
    recall: Share = 0.92
    least_labelled: Annotated[int, Field(ge=1, le=1_000)] = 5
    silence: Share = 0.95


class MutateThresholds(Incoming):
    """``qa mutate`` wants fewer survivors than this share."""

    survivors: Share = 0.10


class Thresholds(Incoming):
    """The whole file. ``corpora`` are those that the tests measure; ``blind`` ones are seen only in numbers."""

    corpora: Names = ()
    blind: Names = ()
    run: RunThresholds = RunThresholds()
    mutate: MutateThresholds = MutateThresholds()


def thresholds_for(corpora: Sequence[Path], chosen: Path | None) -> Thresholds:
    """The chosen file, else the one beside the first corpus, else the aims of the product.

    What is blind by a file beside one of the corpora stays blind whatever was chosen. Raises ``SettingsError``.
    """
    files = dict.fromkeys(path.parent / FILE_NAME for path in corpora)
    beside = [read_thresholds(file) for file in files if file.is_file()]
    used = read_thresholds(chosen) if chosen else next(iter(beside), Thresholds())
    blind = dict.fromkeys(name for thresholds in (used, *beside) for name in thresholds.blind)
    return used.model_copy(update={"blind": tuple(blind)})


def own_corpora() -> tuple[Path, ...]:
    """The product's own corpora that may be seen. Raises ``SettingsError`` where the tests did not come along."""
    file = Path(companion.__file__).resolve().parent.parent / "tests" / "corpora" / FILE_NAME
    if not file.is_file():
        raise SettingsError("Собственных корпусов рядом с программой нет: назовите корпус в --corpus.")
    thresholds = read_thresholds(file)
    return tuple(file.parent / f"{name}.jsonl" for name in thresholds.corpora if name not in thresholds.blind)


def read_thresholds(path: Path) -> Thresholds:
    """Reads the file. Raises ``SettingsError`` that names the wrong keys."""
    try:
        return validate(Thresholds, _parsed(path))
    except InvalidInput as error:
        raise SettingsError(f"{path}: {error}") from None


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"Файл порогов «{path}» не открыть: его нет, это папка или нет прав.") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: файл не в кодировке UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        raise SettingsError(f"{path}{':' + at[1] if at else ''}: это не TOML") from error
