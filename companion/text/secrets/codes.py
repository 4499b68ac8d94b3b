"""One-time codes from an SMS, and the codes of a card."""

import re
from collections.abc import Iterator

from companion.positions import Span
from companion.text.secrets.model import Secret
from companion.text.view import View
from companion.text.word_patterns import AFTER_NO_WORD, BEFORE_NO_WORD, first_letters, listed

_DIGITS = "[0-9]{4,8}|[0-9]{3}[ -][0-9]{3}"
_BETWEEN = rf"""(?:[ :=№"'«(-]|(?:{listed("secrets.code_verbs")})(?=[ :]))*+"""
_END = rf"{BEFORE_NO_WORD}(?![.,:/-][0-9])(?! ?(?:{listed('secrets.after_no_code')}))"
_START = first_letters("secrets.code", "secrets.short_code") + AFTER_NO_WORD
_CODE = re.compile(
    rf"{_START}(?:(?:{listed('secrets.code')}){_BETWEEN}(?P<code>{_DIGITS}){_END}"
    rf"|(?:{listed('secrets.short_code')}){_BETWEEN}(?P<short>[0-9]{{3,4}}){_END}"
    rf"|код[а-я]{{0,3}}[ :-]*(?P<inner>{_DIGITS}) (?:{listed('secrets.code_split')})"
    rf"|(?:смс|sms)[^.!?\n0-9]{{0,40}}{AFTER_NO_WORD}код[а-я]{{0,3}}[ :-]*(?P<told>{_DIGITS}){_END})"
    rf"|(?P<before>{_DIGITS}) ?\((?:это )?(?:{listed('secrets.code')})\)"
)
_MORE = re.compile(rf"(?:, ?| и )(?P<code>{_DIGITS}){_END}")
_TELLING = ("код", "смс", "sms", "otp", "парол", "cvv", "cvc", "2fa", "pin")


def codes(view: View) -> Iterator[Secret]:
    """One-time codes; «код ошибки», «код товара» and the like are none."""
    if not any(word in view.lower for word in _TELLING):
        return
    for match in _CODE.finditer(view.lower):
        yield Secret("code", Span(*match.span(match.lastgroup or 0)))
        more = _MORE.match(view.lower, match.end()) if match.lastgroup == "code" else None
        while more:
            yield Secret("code", Span(*more.span("code")))
            more = _MORE.match(view.lower, more.end())
