"""Passwords: whatever stands after «пароль» and cannot be an ordinary word, a date or a count."""

import re
from collections.abc import Iterator

from companion.positions import Span
from companion.text.identifiers.shapes import DATE, PHONE
from companion.text.secrets.model import Secret
from companion.text.view import View
from companion.text.word_patterns import AFTER_NO_WORD, BEFORE_NO_WORD, listed

_PASSWORD = re.compile(
    rf"{AFTER_NO_WORD}(?:{listed('secrets.password')}){BEFORE_NO_WORD}"
    rf"(?P<of>(?: (?:{listed('secrets.password_of')})(?=[ :=(\"'«,\n-]))*)"
    r"(?P<mark>\s*[:=]\s*| - ?|- | ?\(| (?=[\"'«])| )[\"'«(]?"
)
_VALUE = re.compile(r"[^\s\"'«»]{4,64}")
_CLOSING = ".,;:!?)]…"
_NEVER = re.compile(r"\S+@\S+\.\w+|\S*(?:://|www\.)\S*|[0-9]{1,2}:[0-9]{2}|[0-9]+-[а-я]+|\W+|(.)\1+")
_ORDINARY = re.compile(rf"(?:{listed('secrets.no_password')}){BEFORE_NO_WORD}")
_ORDINARY_WORD = re.compile(rf"(?:{listed('secrets.no_password_word')}){BEFORE_NO_WORD}")
_COUNTED = re.compile(rf" ?(?:{listed('secrets.after_no_code')})")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_LOGIN = re.compile(rf"{AFTER_NO_WORD}(?:{listed('secrets.login')}) ?[:=-] ?\S+")
_LATIN = re.compile("[A-Za-z]")
_CLAUSE_END = re.compile(r"[\"'»)]?(?:[.,;!]|\s*(?:\n|$))")
_LOGIN_REACH = 80
_SHORTEST_MIXED, _SHORTEST_NUMBER = 6, 5


def passwords(view: View) -> Iterator[Secret]:
    """Values of passwords; «не подходит пароль», «сменил пароль 12.11», «пароль: ***» have none."""
    if "парол" not in view.lower and "passw" not in view.lower and "pwd" not in view.lower:
        return
    for match in _PASSWORD.finditer(view.lower):
        value = _VALUE.match(view.text, match.end())
        if value is None:
            continue
        span = Span(value.start(), value.start() + len(value.group().rstrip(_CLOSING)))
        if _is_password(view, span, match):
            yield Secret("password", span)


def _is_password(view: View, span: Span, word: re.Match[str]) -> bool:
    value = view.lower[span.start : span.end]
    if len(value) < len("1234") or _NEVER.fullmatch(value) or DATE.fullmatch(value) or _ORDINARY.match(value):
        return False
    if value.isdigit() and _COUNTED.match(view.lower, span.end):
        return False
    digit, latin = any(map(str.isdigit, value)), _LATIN.search(value) is not None
    if word["mark"].strip(" (\n"):
        return digit or latin or _word_after_login(view, span, word)
    if value.isdigit():
        number_of_something = word["of"] or _YEAR.fullmatch(value) or PHONE.fullmatch(value)
        return not number_of_something and len(value) >= _SHORTEST_NUMBER
    return digit and any(map(str.isalpha, value)) and len(value) >= _SHORTEST_MIXED


def _word_after_login(view: View, span: Span, word: re.Match[str]) -> bool:
    """«Логин: ivan, пароль: солнышко» gives the password away, «пароль: неверный» does not."""
    near = max(0, word.start() - _LOGIN_REACH)
    if _LOGIN.search(view.lower, near, word.start()) is None:
        return False
    return _CLAUSE_END.match(view.text, span.end) is not None and not _ORDINARY_WORD.match(view.lower, span.start)
