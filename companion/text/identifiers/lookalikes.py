"""Letters that stand for digits: «57195475-ОО5О-3» is typed on a Russian keyboard or read from a picture."""

import re
from typing import NamedTuple

from companion.text.view import View

_LETTERS = "OoОоЗзlIІ"
_DIGITS = str.maketrans(_LETTERS, "000033111")
_NEAR_DIGIT = re.compile(rf"[0-9]-?[{_LETTERS}]|[{_LETTERS}]-?[0-9]")
# A whole token of digits, dashes and look-alikes; the letters of OZN and ii before it stay letters.
_TOKEN = re.compile(
    rf"(?<![^\W_])(?:[OoОо0][ZzЗз3][NnНн]|[iIіІ]{{2}}(?=[0-9]))?([0-9{_LETTERS}][0-9{_LETTERS}-]*+)(?![^\W_])"
)
_ENOUGH_DIGITS = 4
"""Fewer real digits are no damaged number: «З-О», «о-о-о», «2О», «l-1»."""


class Folded(NamedTuple):
    """A view's text with look-alike letters read as digits; ``lower`` also in lower case. Lengths do not change."""

    text: str
    lower: str


def folded(view: View) -> Folded:
    """Reads look-alike letters as digits, but only in tokens that are otherwise digits and dashes."""
    if _NEAR_DIGIT.search(view.text) is None:
        return Folded(view.text, view.lower)
    text = _TOKEN.sub(_read, view.text)
    if text == view.text:
        return Folded(view.text, view.lower)
    lower = "".join(
        plain if plain.isdigit() and plain.isascii() else low for plain, low in zip(text, view.lower, strict=True)
    )
    return Folded(text, lower)


def _read(token: re.Match[str]) -> str:
    body = token.group(1)
    digits = sum(char.isdigit() for char in body)
    letters = len(body) - digits - body.count("-")
    if letters == 0 or digits < _ENOUGH_DIGITS or letters > digits:
        return token.group()
    return token.group()[: -len(body)] + body.translate(_DIGITS)
