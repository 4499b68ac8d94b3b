"""Where everything stands in a TOML text: what ``tomllib`` reads does not say in which line it stood.

Only for text that ``tomllib`` has accepted, with "\\n" as line ends: nothing is checked here again.
"""

import re
import tomllib
from dataclasses import dataclass, field
from typing import NamedTuple

from companion.positions import Span

_TOKEN = re.compile(
    r"(?P<comment>\#[^\n]*)"
    r'|(?P<string>"""(?:\\[\s\S]|(?!""")[\s\S])*"{3,5}'
    r"|'''(?:(?!''')[\s\S])*'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<newline>\n)|(?P<space>[ \t]+)|(?P<mark>[\[\]{},=.])|(?P<bare>[^\s\[\]{},=.\#\"']+)"
)

Path = tuple[str | int, ...]
"""Names of tables and keys, and numbers in lists: ("words", "allow", 0)."""


class Entry(NamedTuple):
    """One value: from the beginning of its key (of itself in a list) to its end. ``section`` it stands below."""

    path: Path
    start: int
    value: Span
    section: int


class Section(NamedTuple):
    """What stands below one header; the first one has none. ``start`` of the header, ``body`` behind its line."""

    path: Path
    start: int
    body: int


@dataclass(frozen=True)
class Layout:
    """The entries and sections of one text, in order."""

    text: str
    entries: list[Entry] = field(default_factory=list)
    sections: list[Section] = field(default_factory=lambda: [Section((), 0, 0)])

    def entry(self, path: Path) -> Entry | None:
        """The value at a path, if it stands there as a value."""
        return next((entry for entry in self.entries if entry.path == path), None)

    def below(self, path: Path) -> list[Entry]:
        """The values in a table, however it is written."""
        return [entry for entry in self.entries if entry.path[: len(path)] == path and len(entry.path) > len(path)]

    def section(self, path: Path) -> int | None:
        """The number of the section whose header names the table."""
        numbers = (number for number, section in enumerate(self.sections) if number and section.path == path)
        return next(numbers, None)

    def line(self, path: Path) -> int | None:
        """The line (from 1) of a path, else of the nearest that leads to it; None when nothing does."""
        for length in range(len(path), 0, -1):
            part = path[:length]
            starts = [entry.start for entry in self.entries if entry.path[:length] == part]
            starts += [section.start for section in self.sections[1:] if section.path[:length] == part]
            if starts:
                return self.text.count("\n", 0, min(starts)) + 1
        return None


def layout(text: str) -> Layout:
    """Reads the layout of a text that ``tomllib`` accepts."""
    return _Reader(text).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self._layout = Layout(text)
        self._tokens = [
            (match.lastgroup, match.group(), match.start(), match.end())
            for match in _TOKEN.finditer(text)
            if match.lastgroup != "comment"
        ]
        self._tokens.append(("newline", "\n", len(text), len(text)))
        self._at = 0
        self._lists: dict[Path, int] = {}

    def read(self) -> Layout:
        while self._skip("space", "newline"):
            if self._peek() == "[":
                self._header()
            else:
                self._pair(self._layout.sections[-1].path)
        return self._layout

    def _header(self) -> None:
        start = self._tokens[self._at][2]
        self._at += 1
        of_list = self._peek() == "["
        self._at += of_list
        path: Path = self._key()
        self._at += 1 + of_list
        if of_list:
            self._lists[path] = self._lists.get(path, -1) + 1
            path = (*path, self._lists[path])
        end = self._layout.text.find("\n", self._tokens[self._at - 1][3])
        body = len(self._layout.text) if end < 0 else end + 1
        self._layout.sections.append(Section(path, start, body))

    def _pair(self, table: Path) -> None:
        self._skip("space", "newline")
        start = self._tokens[self._at][2]
        path = (*table, *self._key())
        self._at += 1
        self._value(path, start)

    def _key(self) -> tuple[str, ...]:
        names: list[str] = []
        while True:
            self._skip("space")
            _, text, _, _ = self._tokens[self._at]
            names.append(next(iter(tomllib.loads(f"{text}=0"))))
            self._at += 1
            self._skip("space")
            if self._peek() != ".":
                return tuple(names)
            self._at += 1

    def _value(self, path: Path, start: int) -> None:
        self._skip("space")
        first = self._tokens[self._at][2]
        number = len(self._layout.entries)
        match self._peek():
            case "[":
                self._collection(path, "]")
            case "{":
                self._collection(path, "}")
            case _:
                self._scalar()
        entry = Entry(path, start, Span(first, self._tokens[self._at - 1][3]), len(self._layout.sections) - 1)
        self._layout.entries.insert(number, entry)

    def _collection(self, path: Path, closing: str) -> None:
        self._at += 1
        number = 0
        while self._skip("space", "newline") and self._peek() != closing:
            if self._peek() == ",":
                self._at += 1
            elif closing == "}":
                self._pair(path)
            else:
                self._value((*path, number), self._tokens[self._at][2])
                number += 1
        self._at += 1

    def _scalar(self) -> None:
        while self._tokens[self._at][0] != "newline" and self._peek() not in (",", "]", "}"):
            self._at += 1
        while self._tokens[self._at - 1][0] == "space":
            self._at -= 1

    def _peek(self) -> str:
        return self._tokens[self._at][1]

    def _skip(self, *kinds: str) -> bool:
        """Goes over tokens of some kinds; False at the end of the text."""
        while self._at < len(self._tokens) and self._tokens[self._at][0] in kinds:
            self._at += 1
        return self._at < len(self._tokens)
