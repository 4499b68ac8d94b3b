"""Passwords: whatever stands after «пароль» and cannot be an ordinary word, a date or a count."""

import re
from collections.abc import Iterator

from companion.positions import Span
from companion.text.identifiers.shapes import DATE, PHONE
from companion.text.secrets.model import Secret
from companion.text.view import View
from companion.text.word_patterns import AFTER_NO_WORD, BEFORE_NO_WORD, first_letters, listed

_WORD = f"{first_letters('secrets.password')}{AFTER_NO_WORD}(?:{listed('secrets.password')})"
_PASSWORD = re.compile(
    rf"{_WORD}(?P<of>(?: (?:{listed('secrets.password_of')}))*)"
    r"(?P<mark>\s*[:=]\s*| - ?|- | ?\(| )[\"'«(]?"
)
_TOLD_LATER = re.compile(rf"{_WORD}{BEFORE_NO_WORD}(?P<clause>[^.!?:\n]{{4,50}}): ?")
"""«Пароль, который не подходит: Sv3t_2026»."""
_NO_VALUE = re.compile(rf"{AFTER_NO_WORD}(?:{listed('secrets.no_value')})")
_PAIR = re.compile(
    rf"{AFTER_NO_WORD}(?:{listed('secrets.account_before')}){BEFORE_NO_WORD}[ :=-]{{0,3}}"
    r"[\w.+-]+@[\w-]+\.\w+ ?[ ,;/|:]{1,2} ?"
)
"""«Вход: sklad@mail.ru / Romashka2026»."""
_VALUE = re.compile(r"[^\s\"'«»]{4,64}")
_CLOSING = ".,;:!?)]…"
_NEVER = re.compile(r"\S+@\S+\.\w+|\S*(?:://|www\.)\S*|[0-9]{1,2}:[0-9]{2}|[0-9]+-[а-я]+|\W+|(.)\1+")
_ORDINARY = re.compile(rf"(?:{listed('secrets.no_password')}){BEFORE_NO_WORD}")
_ORDINARY_WORD = re.compile(rf"(?:{listed('secrets.no_password_word')})")
_COUNTED = re.compile(rf" ?(?:{listed('secrets.after_no_code')})")
_LOGIN = re.compile(rf"{AFTER_NO_WORD}(?:{listed('secrets.login')}) ?[:=-] ?\S+")
_LATIN_LOGIN = re.compile(rf"{AFTER_NO_WORD}(?:{listed('secrets.login')})[ :=-]{{1,3}}[0-9@._+-]*[a-z]")
_LATIN = re.compile("[A-Za-z]")
_CLAUSE_END = re.compile(r"[\"'»)]?(?:[.,;!]|\s*(?:\n|$))")
_LOGIN_REACH = 80
_TELLING = ("парол", "пасс", "пасв", "passw", "pass", "pwd", "pswd")
_SHORTEST_MIXED, _SHORTEST_NUMBER = 6, 5


def passwords(view: View) -> Iterator[Secret]:
    """Values of passwords; «не подходит пароль», «сменил пароль 12.11», «пароль: ***» have none."""
    if any(word in view.lower for word in _TELLING):
        for match in _PASSWORD.finditer(view.lower):
            span = _value(view, match.end())
            if span and _is_password(view, span, match):
                yield Secret("password", span)
        for match in _TOLD_LATER.finditer(view.lower):
            span = _value(view, match.end())
            if span and not _NO_VALUE.search(match["clause"]) and _is_mixed(view, span):
                yield Secret("password", span)
    if "@" in view.lower:
        for match in _PAIR.finditer(view.lower):
            span = _value(view, match.end())
            if span and _is_mixed(view, span):
                yield Secret("password", span)


def _value(view: View, at: int) -> Span | None:
    value = _VALUE.match(view.text, at)
    return Span(value.start(), value.start() + len(value.group().rstrip(_CLOSING))) if value else None


def _is_mixed(view: View, span: Span) -> bool:
    """Latin letters and digits, as a password has that no word announces right before it."""
    value = span.of(view.lower)
    return (
        len(value) >= _SHORTEST_MIXED
        and any(map(str.isdigit, value))
        and _LATIN.search(value) is not None
        and not (_NEVER.fullmatch(value) or _ORDINARY.match(value))
    )


def _is_password(view: View, span: Span, word: re.Match[str]) -> bool:
    value = span.of(view.lower)
    if len(value) < len("1234") or _NEVER.fullmatch(value) or DATE.fullmatch(value) or _ORDINARY.match(value):
        return False
    if value.isdigit() and _COUNTED.match(view.lower, span.end):
        return False
    digit, latin = any(map(str.isdigit, value)), _LATIN.search(value) is not None
    if latin and not digit and value.isalpha() and word["mark"] == " ":
        near = max(0, word.start() - _LOGIN_REACH)
        return value.isascii() and _LATIN_LOGIN.search(view.lower, near, word.start()) is not None
    if word["mark"].strip(" (\n"):
        return digit or latin or _word_after_login(view, span, word)
    if value.isdigit():
        number_of_something = word["of"] or PHONE.fullmatch(value)
        return not number_of_something and len(value) >= _SHORTEST_NUMBER
    return digit and any(map(str.isalpha, value)) and len(value) >= _SHORTEST_MIXED


def _word_after_login(view: View, span: Span, word: re.Match[str]) -> bool:
    """«Логин: ivan, пароль: солнышко» gives the password away, «пароль: неверный» does not."""
    near = max(0, word.start() - _LOGIN_REACH)
    if _LOGIN.search(view.lower, near, word.start()) is None:
        return False
    return _CLAUSE_END.match(view.text, span.end) is not None and not _ORDINARY_WORD.match(view.lower, span.start)
