"""Bank cards: 16 digits that pass Luhn, 13–19 beside the word «карта» (contract, fine points)."""

import re
from collections.abc import Iterator

from companion.positions import Span
from companion.text.identifiers.shapes import SUPPLY, luhn
from companion.text.secrets.model import Secret
from companion.text.view import View
from companion.text.word_patterns import AFTER_NO_WORD, BEFORE_NO_WORD, last_end, listed

# A further group of less than four is the end of a Maestro card, unless it counts something or begins a date.
_MAESTRO_END = r"(?P=mark)[0-9]{1,3}(?![0-9/]|[.,][0-9]| ?[а-я])"
_SOLID, _BY_FOUR = r"[0-9]{16}", rf"[0-9]{{4}}(?P<mark>[ -])(?:[0-9]{{4}}(?P=mark)){{2}}[0-9]{{4}}(?!{_MAESTRO_END})"
# Ungrouped, American Express, Maestro, and two halves.
_OTHER = (
    r"[0-9]{13,19}|[0-9]{4}[ -][0-9]{6}[ -][0-9]{4,5}|[0-9]{8} [0-9]{8,10}|[0-9]{4}(?:[ -][0-9]{4}){3}[ -][0-9]{1,3}"
)
# Twenty digits by four are an account; a date of expiry may follow a card.
_START = rf"{AFTER_NO_WORD}(?<![0-9][.,-])(?<![0-9]{{4}} )"
_END = rf"{BEFORE_NO_WORD}(?!-[0-9]| [0-9]{{4}}(?![0-9.]))"
_CARD = re.compile(rf"(?=[0-9]){_START}(?:(?P<usual>{_BY_FOUR}|{_SOLID})|(?P<other>{_OTHER})){_END}")
_NAMED = re.compile(rf"{AFTER_NO_WORD}(?:{listed('secrets.card')})")
_NOT_NAMED = re.compile(rf"{AFTER_NO_WORD}(?:{listed('secrets.no_card')})")
_RETURN = re.compile(r"возврат[а-я]{0,2} ?(?:№|номер[а-я]*)? ?$")
"""A number of up to 16 digits right behind is that of the return (contract §6), whatever its check sum."""
_SUPPLY = re.compile(SUPPLY)
_REACH = 40
_REACH_AFTER = 20


def cards(view: View) -> Iterator[Secret]:
    """Numbers of bank cards; the last four digits stay, so that support can still tell which card it is."""
    for match in _CARD.finditer(view.lower):
        digits = re.sub("[^0-9]", "", match.group())
        if digits[0] == "0" or not luhn(digits) or _SUPPLY.fullmatch(digits):
            continue
        if _beside(view.lower, match, needed=match["usual"] is None):
            yield Secret("card", Span(*match.span()), f"**** **** **** {digits[-4:]}")


def _beside(lower: str, match: re.Match[str], *, needed: bool) -> bool:
    """Whether the nearest word before (or a word after) says «карта»; a number of something else says no."""
    start, end = match.span()
    named_after = _NAMED.search(lower, end, end + _REACH_AFTER) is not None
    if match.group().isdigit() and not named_after and _RETURN.search(lower, max(0, start - _REACH), start):
        return False
    before = max(0, start - _REACH), start
    card = last_end(_NAMED, lower, *before)
    other = last_end(_NOT_NAMED, lower, *before)
    if other > card:
        return False
    return not needed or card >= 0 or named_after
