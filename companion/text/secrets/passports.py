"""Series and number of a passport."""

import re
from collections.abc import Iterator

from companion.positions import Span
from companion.text.secrets.model import Secret
from companion.text.view import View
from companion.text.word_patterns import AFTER_NO_WORD, BEFORE_NO_WORD, first_letters, listed

_BETWEEN = rf"(?:[ :,;№#(\n-]|{listed('secrets.passport_between')})*+"
_NUMBER = r"(?:[ ,;:№#n-]|номер[а-я]*|ном\.|за|под)*+"
_SERIES = r"[0-9]{2} ?[0-9]{2}"
_END = rf"{BEFORE_NO_WORD}(?!-[0-9])"
# With a name between only the usual way of writing tells a passport from any other ten digits.
_NAME = r"[^0-9\n.!?]{1,40}(?:[а-я]\.[^0-9\n.!?]{0,5}){0,2}"
_SPLIT = rf"{_SERIES} [0-9]{{6}}"
_PASSPORT = re.compile(
    rf"{AFTER_NO_WORD}(?:{first_letters('secrets.passport')}(?:{listed('secrets.passport')})"
    rf"(?:{_BETWEEN}(?P<plain>{_SERIES}{_NUMBER}[0-9]{{6}}|[0-9]{{2}} ?№? ?[0-9]{{7}})"
    rf"|{_NAME}(?P<split>{_SPLIT}))"
    rf"|сери[яи]:? ?(?P<series>{_SERIES}[ ,;]*(?:№|номер[а-я]*|ном\.|n)[ :]*[0-9]{{6}})){_END}"
)
_OTHER = re.compile(rf"{AFTER_NO_WORD}(?:{listed('secrets.no_passport')})")
_REACH = 60
_MASK = "**** ******"


def passports(view: View) -> Iterator[Secret]:
    """Passports of people, not of goods."""
    lower = view.lower
    if "пасп" not in lower and "passport" not in lower and "сери" not in lower:
        return
    for match in _PASSPORT.finditer(lower):
        at = match.start(match.lastgroup or 0)
        # «Паспорт» says it by itself; a bare series may be that of a certificate.
        around = (match.start(), at)
        if match.lastgroup == "series":
            around = (max(0, match.start() - _REACH), match.end() + _REACH)
        if _OTHER.search(lower, *around) is None:
            yield Secret("passport", Span(at, match.end()), _MASK)
