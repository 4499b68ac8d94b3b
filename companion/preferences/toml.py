"""The bytes of ``settings.toml`` as tables, and its errors of writing in Russian with their lines."""

import re
import tomllib
from typing import Any

from companion.preferences.mistakes import Mistake

LARGEST = 1024 * 1024
"""Bytes; more is no file that a person has written."""

_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")
_REASONS = (
    (r"Cannot (?:overwrite|mutate|redefine).*|Duplicate inline table key.*", "это имя уже есть выше"),
    (r"Cannot declare .* twice", "такой раздел уже есть выше"),
    (r"Expected '=' after a key.*", "после имени нужен знак ="),
    (r"Expected newline or end of document after a statement", "лишнее после значения"),
    (r"Expected ']'.*", "имя раздела не закрыто скобкой ]"),
    (r"Unclosed array", "список не закрыт скобкой ] или между словами нет запятой"),
    (r"Unclosed inline table", "не закрыта скобка } или между значениями нет запятой"),
    (r"Unescaped '\\'.*|Invalid hex value", "вместо \\ пишут \\\\"),
    (r"Unterminated string|Expected \"'\"|Illegal character '\\n'", "слово не закрыто кавычкой"),
    (r"Illegal character.*", "невидимый символ: сотрите строку и напишите её заново"),
    (r"Invalid value", 'значение пишут в прямых кавычках: "слово"'),
    (r"Invalid statement|Invalid initial character for a key part", 'имя пишут в прямых кавычках: "слово" = "замена"'),
)


class Unreadable(ValueError):
    """The file is no TOML. ``mistake`` says where and why."""

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake.told)
        self.mistake = mistake


def decoded(raw: bytes) -> str:
    """The text with "\\n" as line ends, without a byte order mark. Raises ``Unreadable``."""
    if len(raw) > LARGEST:
        raise Unreadable(Mistake(None, "файл больше 1 МиБ", "too large"))
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        reason = "файл не в кодировке UTF-8; сохраните его в ней"
        raise Unreadable(Mistake(line, reason, "not UTF-8")) from None


def tables(text: str) -> dict[str, Any]:
    """The tables of a text. Raises ``Unreadable``."""
    try:
        # The line end lets the last line be named.
        return tomllib.loads(text + "\n")
    except tomllib.TOMLDecodeError as error:
        raise Unreadable(_mistake(str(error))) from None
    except RecursionError:
        raise Unreadable(Mistake(None, "слишком глубокая вложенность", "nested too deep")) from None


def quoted(value: str) -> str:
    """A text as TOML writes it in one line."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(char if char.isprintable() else f"\\U{ord(char):08X}" for char in escaped) + '"'


def _mistake(message: str) -> Mistake:
    place = _PLACE.search(message)
    told = message[: place.start()] if place else message
    reason = next((russian for english, russian in _REASONS if re.fullmatch(english, told, re.DOTALL)), "не разобрать")
    line = int(place["line"]) if place and place["line"] else None
    return Mistake(line, reason if line else f"в конце файла: {reason}", "not valid TOML")
