"""Letters that stand for digits: «57195475-ОО5О-3» is typed on a Russian keyboard or read from a picture."""

import re

from companion.text.view import View

_LETTERS = "OoОоЗзlIІ"
_DIGITS = str.maketrans(_LETTERS, "000033111")
_NEAR_DIGIT = re.compile(rf"[0-9](?: ?- ?)?[{_LETTERS}]|[{_LETTERS}](?: ?- ?)?[0-9]")
_NUMBER_ALONE = re.compile(rf"[№# ]*[0-9{_LETTERS}][0-9{_LETTERS} -]*")
# A whole token of digits, dashes and look-alikes; the letters of OZN and ii before it stay letters.
_TOKEN = re.compile(
    rf"(?<![^\W_])(?P<prefix>[OoОо0][ZzЗз3][NnНн]|[iIіІ]{{2}}(?=[0-9{_LETTERS}]{{8,12}}(?![^\W_]|-[0-9]))|[Ss][Kk][Uu])?"
    rf"(?P<body>[0-9{_LETTERS}][0-9{_LETTERS}-]*+)(?![^\W_])"
)
_SPACED = re.compile(rf"(?<![^\W_])[0-9{_LETTERS}]{{7,10}} - [0-9{_LETTERS}]{{4}} - [0-9{_LETTERS}]{{1,3}}(?![^\W_])")
_SHAPE = re.compile(r"[0-9]{7,10}-[0-9]{4}(?:-[0-9]{1,3})?|2000[0-9]{9}")
"""What nothing but a number looks like, however few of its digits are real."""
_ENOUGH_DIGITS = 4
"""Fewer real digits are no damaged number: «З-О», «о-о-о», «2О», «l-1»."""


def folded(view: View, *, field: bool = False) -> str:
    """``View.lower`` with look-alike letters read as digits, only in tokens that are otherwise digits and dashes.

    The length does not change.

    ``field``: in the number field also across spaces, when nothing else stands in it: «646 З99 17О».
    """
    if _NEAR_DIGIT.search(view.text) is None:
        return view.lower
    text = _SPACED.sub(lambda spaced: spaced.group().translate(_DIGITS), _TOKEN.sub(_read, view.text))
    if field and _NUMBER_ALONE.fullmatch(text) and _enough_digits(text):
        text = text.translate(_DIGITS)
    if text == view.text:
        return view.lower
    return "".join(
        plain if plain.isdigit() and plain.isascii() else low for plain, low in zip(text, view.lower, strict=True)
    )


def _read(token: re.Match[str]) -> str:
    body = token["body"]
    plain = body.translate(_DIGITS)
    if plain == body or not (_certain(token, plain) or _enough_digits(body)):
        return token.group()
    return token.group()[: -len(body)] + plain


def _certain(token: re.Match[str], plain: str) -> bool:
    shaped = _SHAPE.fullmatch(plain) is not None or (token["prefix"] or "").lower() == "sku"
    return shaped and any(map(str.isdigit, token["body"]))


def _enough_digits(text: str) -> bool:
    return sum(map(str.isdigit, text)) >= _ENOUGH_DIGITS
