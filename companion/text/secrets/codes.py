"""One-time codes from an SMS, and the codes of a card."""

import re
from collections.abc import Iterator

from companion.positions import Span
from companion.text.identifiers.named import SENTENCE_END
from companion.text.secrets.model import HIDDEN, Secret
from companion.text.view import View
from companion.text.word_patterns import AFTER_NO_WORD, BEFORE_NO_WORD, first_letters, last_end, listed

_DIGITS = "[0-9]{4,8}|[0-9]{3}[ -][0-9]{3}|[0-9]{2}(?:[ -][0-9]{2}){1,2}|[0-9](?: [0-9]){3,7}"
_AND = "(?:, ?| и )"
# Behind a code that is hidden already the next one is still to be seen.
_BETWEEN = rf"""(?:[ :=№"'«(-]|{re.escape(HIDDEN)}{_AND}|(?:{listed("secrets.code_verbs")})(?=[ :]))*+"""
_END = rf"{BEFORE_NO_WORD}(?![.,:/-][0-9]| [0-9])(?! ?(?:{listed('secrets.after_no_code')}))"
_SMS = listed("secrets.sms")
_START = first_letters("secrets.code", "secrets.short_code", "secrets.sms", "secrets.code_entry") + AFTER_NO_WORD
_CODE = re.compile(
    rf"{_START}(?:(?:код[а-я]{{0,3}}|{listed('secrets.code_entry')})[ :-]*(?P<inner>{_DIGITS})"
    rf" (?:{listed('secrets.code_split')})"
    rf"|(?:(?:(?P<named>{listed('secrets.code')})|(?P<short>{listed('secrets.short_code')})"
    rf"|(?P<bare>код[аы]?){BEFORE_NO_WORD}|{_SMS}){_BETWEEN}"
    rf"|(?:{_SMS})[^.!?\n0-9]{{0,40}}{AFTER_NO_WORD}код[а-я]{{0,3}}[ :-]*)"
    rf"(?P<code>(?(short)[0-9]{{3,4}}|(?:{_DIGITS}))){_END})"
    rf"|(?P<before>{_DIGITS}) ?\((?:это )?(?:{listed('secrets.code')})\)"
)
_MORE = re.compile(rf"(?:{_AND}{re.escape(HIDDEN)})*{_AND}(?P<code>{_DIGITS}){_END}")
_TELLING = ("код", "смс", "sms", "otp", "парол", "cvv", "cvc", "2fa", "pin", "пуш", "push", "эсэмэс")
_TALK = re.compile(rf"{AFTER_NO_WORD}(?:{listed('secrets.code_talk')})")
_NO_MESSAGE = re.compile(rf"{AFTER_NO_WORD}(?:{listed('secrets.no_message')})")
_ERROR = re.compile(r"ошибк[а-я]*[^а-я]{0,3}$")
_REACH = 100


def codes(view: View) -> Iterator[Secret]:
    """One-time codes; «код ошибки», «код товара», «код выдачи» of a parcel and the like are none."""
    if not any(word in view.lower for word in _TELLING):
        return
    for match in _CODE.finditer(view.lower):
        if match["bare"] and not _said_of_messages(view.lower, match):
            continue
        yield Secret("code", Span(*match.span(match.lastgroup or 0)))
        more = _MORE.match(view.lower, match.end()) if match["named"] else None
        while more:
            yield Secret("code", Span(*more.span("code")))
            more = _MORE.match(view.lower, more.end())


def _said_of_messages(lower: str, match: re.Match[str]) -> bool:
    """Whether the sentence of a bare «код 482913» speaks of messages or of typing codes in, not of an error."""
    start, end = max(0, match.start() - _REACH), min(len(lower), match.end() + _REACH)
    start = last_end(SENTENCE_END, lower, start, match.start(), default=start)
    stop_after = SENTENCE_END.search(lower, match.end(), end)
    end = stop_after.start() if stop_after else end
    if _ERROR.search(lower, start, match.start()) or _NO_MESSAGE.search(lower, start, end):
        return False
    return _TALK.search(lower, start, end) is not None
