"""What `companion rules --set` and `--unset` ask for, applied to the text of ``settings.toml``."""

import copy
import re
from collections.abc import Callable, Sequence
from typing import Any

from companion.preferences.interpretation import Severities, interpret, rule_entries
from companion.preferences.mistakes import summary
from companion.preferences.model import WORD_LISTS
from companion.preferences.toml import Unreadable, quoted, tables
from companion.preferences.writing import append, drop, put
from companion.text.ownwords import evened

_ALLOW = re.compile(r"words\.allow\s*(?P<sign>[+-])=(?P<word>.*)", re.DOTALL)
_SYNTAX = (
    "пишут rules.ПРАВИЛО=off|hint|warning|error, words.allow+=СЛОВО, words.allow-=СЛОВО, words.informal.СЛОВО=ЗАМЕНА, "
    "words.emotional.СЛОВО=ЗАМЕНА, deadlines.ВИД=СРОК"
)

Table = dict[str, Any]
Path = tuple[str, ...]
Change = Callable[[str, Table], str]
"""From a text and its tables to the changed text; the tables are changed along."""


class ChangeError(ValueError):
    """A change that cannot be made. ``str()`` says why, in Russian."""


def changed(text: str, *, unset: Sequence[str], set_: Sequence[str], severities: Severities, name: str) -> str:
    """The text after the removals and then the settings, each checked. Raises ``ChangeError``.

    ``name`` is the file's, for what is told about mistakes that were there before.
    """
    before = interpret(text, severities).mistakes
    changes = [(argument, _removal(argument)) for argument in unset]
    changes += [(argument, _setting(argument)) for argument in set_]
    mistakes = before
    for argument, change in changes:
        text = _applied(text, change, argument)
        mistakes = interpret(text, severities).mistakes
        if mistakes and not before:
            raise ChangeError(f"{argument}: {mistakes[0].reason}")
    if before and mistakes:
        raise ChangeError(f"Сначала исправьте файл: {summary(name, before)}")
    return text


def _applied(text: str, change: Change, argument: str) -> str:
    try:
        wanted = tables(text)
    except Unreadable as error:
        raise ChangeError(f"Сначала исправьте файл: {error.mistake.told}") from None
    try:
        new = change(text, wanted)
        kept = _without_empty(tables(new)) == _without_empty(wanted)
    except Unreadable:
        kept = False
    if not kept:
        raise ChangeError(f"{argument}: так файл не изменить, не задев остального; исправьте его вручную")
    return new


def _setting(argument: str) -> Change:
    if match := _ALLOW.fullmatch(argument):
        word = match["word"].strip()
        return _allowing(word) if match["sign"] == "+" else _allowing_no_more(argument, word)
    key, sign, value = argument.partition("=")
    head, _, rest = key.strip().partition(".")
    listed, _, word = rest.partition(".")
    known = (head in ("rules", "deadlines") and rest) or (head == "words" and listed in WORD_LISTS and word)
    if not sign or not known:
        raise ChangeError(f"{argument}: не разобрать; {_SYNTAX}")
    return _putting(key.strip(), value.strip())


def _removal(argument: str) -> Change:
    def remove(text: str, content: Table) -> str:
        path = _path(argument.strip(), content)
        table = _table(content, path[:-1])
        if table is None or path[-1] not in table:
            raise ChangeError(f"{argument}: этого в файле нет")
        del table[path[-1]]
        return drop(text, path)

    return remove


def _putting(key: str, value: str) -> Change:
    def set_value(text: str, content: Table) -> str:
        path = _path(key, content)
        table = _table(content, path[:-1], make=True)
        if table is None or isinstance(table.get(path[-1]), dict):
            section = ".".join(path)
            raise ChangeError(f"{key}: в файле это раздел [{section}]; измените его там или сначала --unset {section}")
        table[path[-1]] = value
        return put(text, path, quoted(value))

    return set_value


def _allowing(word: str) -> Change:
    def allow(text: str, content: Table) -> str:
        listed = _allowed(content)
        if any(evened(str(other)) == evened(word) for other in listed):
            return text
        listed.append(word)
        return append(text, ("words", "allow"), quoted(word))

    return allow


def _allowing_no_more(argument: str, word: str) -> Change:
    def forget(text: str, content: Table) -> str:
        listed = _allowed(content)
        gone = [at for at, other in enumerate(listed) if evened(str(other)) == evened(word)]
        if not gone:
            raise ChangeError(f"{argument}: этого слова в words.allow нет")
        for at in reversed(gone):
            del listed[at]
            text = drop(text, ("words", "allow", at))
        return text

    return forget


def _allowed(content: Table) -> list[Any]:
    words = _table(content, ("words",), make=True)
    listed = words.setdefault("allow", []) if words is not None else None
    if not isinstance(listed, list):
        raise ChangeError("words.allow: в файле это не список; исправьте его вручную")
    return listed


def _path(key: str, content: Table) -> Path:
    """Where a key stands in the file, or would stand."""
    head, _, rest = key.partition(".")
    if head == "rules" and rest:
        written = (path for rule, _, path in rule_entries(content.get("rules", {})) if rule == rest)
        return tuple(map(str, next(written, ("rules", rest))))
    listed, _, word = rest.partition(".")
    if head == "words" and listed in WORD_LISTS and word:
        there = _table(content, ("words", listed)) or {}
        return ("words", listed, next((other for other in there if evened(other) == evened(word)), word))
    return tuple(key.split("."))


def _table(content: Table, path: Path, *, make: bool = False) -> Table | None:
    for name in path:
        inner = content.setdefault(name, {}) if make else content.get(name)
        if not isinstance(inner, dict):
            return None
        content = inner
    return content


def _without_empty(content: Any) -> Any:
    """A table without the tables in it that hold nothing: taking the last value out may leave or take its header."""
    if not isinstance(content, dict):
        return content
    inner = {name: _without_empty(value) for name, value in copy.copy(content).items()}
    return {name: value for name, value in inner.items() if value != {}}
