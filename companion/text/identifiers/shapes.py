"""What an identifier and its neighbours look like, in evened lower-case text (``Folded.lower``)."""

import re

from companion.report import ReferenceKind
from companion.text.word_patterns import AFTER_NO_WORD, BEFORE_NO_WORD, listed

# A Latin letter or a digit beside a run makes it part of something longer: a UUID, a phone, a hash. A Cyrillic
# letter does not: «заказ57195475-0050-3».
_START = r"(?<![0-9a-z])(?<![0-9a-f]-)(?<!\+)"
_END = rf"{BEFORE_NO_WORD}(?!-[0-9a-z])"
# A fraction, a sum or a count is no number of anything.
_NO_SUM = rf"(?!\.[0-9]|,[0-9]{{1,2}}(?![0-9]))(?! ?(?:{listed('identifiers.units')}))"

POSTING = r"[0-9]{7,10}+(?: ?- ?)[0-9]{4}(?: ?- ?)[0-9]{1,3}"
ORDER = r"[0-9]{7,10}+-[0-9]{4}"
SUPPLY = r"2000[0-9]{9}"
BARCODE = r"[oо0][zз3][nн][ -]?[0-9]{6,13}"
RETURN = r"[iі]{2}[ -]?[0-9]{8,12}"
# «2000061286750 (EAN)», «2000061286750 — штрихкод»; «SKU … (штрихкод 4601234567890)» names another number.
_NO_EAN = rf"(?! ?(?:\(|- ) ?(?:{listed('identifiers.barcode_of_goods')})(?![^\n,;.)]{{0,24}}[0-9]{{6}}))"

STRONG = re.compile(
    rf"{_START}(?:(?P<posting>{POSTING})|(?P<order>{ORDER})|(?P<supply>{SUPPLY}){_NO_EAN}){_END}"
    rf"|{AFTER_NO_WORD}(?:(?P<barcode>{BARCODE})|(?P<return>{RETURN})){_END}"
)
"""Shapes that need no word beside them."""
RUN = re.compile(r"[0-9]{6,}")
"""Where such a shape has its first digits; the letters of OZN and ii stand before them."""
PREFIX = re.compile(r"(?:[oо0][zз3][nн]|[iі]{2})[ -]?$")
PREFIX_REACH = len("ozn ")

SHOP = "ozon.ru/product/"
LINK = re.compile(rf"(?<={re.escape(SHOP)})(?:[0-9a-z%_-]{{0,300}}-)?(?P<sku>[0-9]{{6,11}}){BEFORE_NO_WORD}")
"""The address of a product page ends in its SKU."""

DIGITS: dict[str, str] = {
    "supply": "[0-9]{8,13}",
    "return": "[0-9]{6,16}",
    # Three by three, as a cabinet or a spreadsheet shows large numbers.
    "sku": "[0-9]{6,11}(?![0-9])|[0-9]{1,3}(?: [0-9]{3}){2,3}(?! ?[0-9])",
    "ticket": "[0-9]{7,9}",
    "order": "[0-9]{4,20}",
    "document": "[0-9]{4,20}(?:-[0-9]{1,6})*+",
    "not_ours": "[0-9]{4,25}",
}
"""Per kind of word the digits that may follow it; the last three name nothing that support can look up."""

_KNOWN = f"{POSTING}|{ORDER}|{BARCODE}|{RETURN}"
ITEMS: dict[str, re.Pattern[str]] = {
    kind: re.compile(rf"(?:{POSTING if kind == 'document' else _KNOWN}){_END}|(?P<number>{digits}){_END}{_NO_SUM}")
    for kind, digits in DIGITS.items()
}
"""One member of a list after a word: a plain number, or an identifier that is known by its shape."""

BARE = re.compile(rf"{_START}[0-9]{{6,11}}{_END}(?!-[а-я]){_NO_SUM}")
"""Plain digits as the number field takes them for a SKU."""

PHONE = re.compile(r"[78][3489][0-9]{9}")
WRITTEN_PHONE = re.compile(
    rf"(?:\+[0-9]|{AFTER_NO_WORD}[78])[ (-]*[0-9]{{3}}[ )-]*[0-9]{{3}}[ -]?[0-9]{{2}}[ -]?[0-9]{{2}}(?![0-9])"
)
CARD = re.compile(r"[2-6][0-9]{15}")
DATE = re.compile(
    r"(?:[0-9]{1,2}[./-][0-9]{1,2}(?:[./-](?:[0-9]{4}|[0-9]{2}))?|[0-9]{4}[./-][0-9]{1,2}[./-][0-9]{1,2}) ?г?\.?"
)
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def normalised(kind: ReferenceKind, text: str) -> str:
    """The one way to write an identifier that stands as ``text`` in the lower-case text."""
    compact = text.replace(" ", "")
    match kind:
        case "barcode":
            return "OZN" + compact[3:].lstrip("-")
        case "return":
            return "ii" + compact[2:].lstrip("-") if not compact.isdigit() else compact
        case _:
            return compact


def luhn(digits: str) -> bool:
    """The check sum that every bank card passes, and one in ten other numbers."""
    doubled = [int(digit) * (2 - (place % 2 == 0)) for place, digit in enumerate(reversed(digits))]
    return sum(value - 9 * (value > 9) for value in doubled) % 10 == 0
