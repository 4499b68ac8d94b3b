"""The number field: there a plain SKU or article code stands without a word, and nothing else belongs in it."""

import re
from collections.abc import Iterator
from typing import cast

from companion.positions import Span
from companion.report import ReferenceKind
from companion.text.identifiers.articles import article, code_at, looks_like_code
from companion.text.identifiers.description import candidates
from companion.text.identifiers.lookalikes import folded
from companion.text.identifiers.model import Fault, Identifier, Malformed, ReferenceField
from companion.text.identifiers.named import KINDS, keywords
from companion.text.identifiers.places import Places, settled
from companion.text.identifiers.shapes import BARE, DATE, DIGITS, PHONE, STRONG, SUPPLY, UUID, WRITTEN_PHONE, normalised
from companion.text.view import View
from companion.text.word_patterns import AFTER_NO_WORD, listed

# Numbers with inner spaces come before their parts, plain ones after all that a word explains.
_SPACED_RANK, _BARE_RANK = -1, 99

_TOKEN_START = re.compile(rf"{AFTER_NO_WORD}[^\W_]")
_ADDRESS = re.compile(r"\S*(?:@|://|www\.|\.(?:ru|com|рф)(?![^\W_]))\S*")
_PART = re.compile(r"[^,;\n/]+?(?=[,;\n/]| и | или |$)")
_SPACED = re.compile(r"(?P<prefix>[oо0][zз3][nн][ -]?|[iі]{2}[ -]?)?(?P<number>[0-9][0-9-]*(?:[ -]+[0-9]+)+)(?![^\W_])")
_WITHOUT_DASHES = re.compile(r"[0-9]{7,10} [0-9]{4}(?:[ -][0-9]{1,3})?")
_GROUPS = re.compile(r"[0-9]{1,4}(?: [0-9]{3,4})+|[0-9]{4,8} [0-9]{3,7}")
_OTHERWISE = re.compile(
    r"[0-9]{1,2} [0-9]{1,2} (?:20)?[0-9]{2}|[0-9]{1,2} 20[0-9]{2}|[0-9]{3} [0-9]{3} [0-9]{2} [0-9]{2}"
)
"""Digits with spaces that are no number: a day, a month, a phone."""
_COUNT = 2
"""So few digits behind a whole number may count the goods: «646399170 2»."""
_PLACEHOLDER = re.compile(rf"[^а-яa-z]*(?:{listed('identifiers.placeholder')})")
_OF_GOODS = re.compile(rf"{AFTER_NO_WORD}(?:{listed('identifiers.barcode_of_goods')})")
_DAY = re.compile(rf"[0-9]{{1,2}} (?:{listed('identifiers.months')})|[0-9]{{1,2}} [0-9]{{1,2}} (?:20)?[0-9]{{2}}$")
_LENGTHS_OF_EAN = (12, 13, 14)


def read_reference_field(view: View) -> ReferenceField:
    """What the number field holds; with no identifier in it, all of it is one malformed place."""
    if not view.text.strip():
        return ReferenceField(True, (), ())
    lower = folded(view, field=True)
    found = [*((_SPACED_RANK, spaced) for spaced in _spaced(lower)), *candidates(view, lower, plain_orders=True)]
    _, places = settled(found)
    identifiers, _ = settled([*found, *((_BARE_RANK, bare) for bare in _bare(view, lower, places))])
    if not identifiers:
        return ReferenceField(False, (), (_unknown(lower),))
    ill_written = (found for found in identifiers if not _well_written(view, found))
    malformed = tuple(Malformed("writing", found.span, found.value) for found in ill_written)
    return ReferenceField(False, identifiers, malformed)


def _well_written(view: View, found: Identifier) -> bool:
    """Capitals do not matter: «ozn653473453» is found as well as «OZN653473453»."""
    return found.kind == "article" or view.matched(found.span).lower() == found.value.lower()


def _bare(view: View, lower: str, places: Places) -> Iterator[Identifier]:
    """Plain digits as SKU, and article codes with a letter and a digit, where nothing else is."""
    for pattern in (_ADDRESS, UUID, WRITTEN_PHONE):
        for match in pattern.finditer(lower):
            places.take(Span(*match.span()))
    for match in BARE.finditer(lower):
        if places.free(Span(*match.span())) and not PHONE.fullmatch(match.group()):
            yield Identifier("sku", match.group(), Span(*match.span()))
    for match in _TOKEN_START.finditer(view.text):
        span = code_at(view, match.start())
        if span is None or not places.free(span) or not looks_like_code(view, span):
            continue
        if any(char.isalpha() for char in span.of(view.text)):
            yield article(view, span)


def _spaced(lower: str) -> Iterator[Identifier | Span]:
    """Identifiers with inner spaces: «5719 5475-0050-3», «57195475 0050 3», «646 399 170»; others as bare spans."""
    for part in _PART.finditer(lower):
        match = _SPACED.search(lower, *part.span())
        if match is None or " " not in match.group():
            continue
        number, value = match["number"], match.group().replace(" ", "")
        label = lower[part.start() : match.start()]
        word = next((word.kind for word in reversed(list(keywords(label)))), "")
        if _several(number, value, word):
            continue
        kind, value = _compacted(number, value, word, alone=match.group() == lower.strip())
        if kind is not None:
            yield Identifier(kind, normalised(kind, value), Span(*match.span()))
        elif word in ("not_ours", "document") or len(value) in _LENGTHS_OF_EAN:
            yield Span(*match.span())


def _several(number: str, value: str, word: str) -> bool:
    """True when its parts are identifiers themselves, or the first is one and the rest may be a count."""
    first, *rest = number.split()
    if re.fullmatch(SUPPLY, value) or not _whole(first, word):
        return False
    if all(_whole(part, word) for part in rest):
        return True
    return all(part.isdigit() and len(part) <= _COUNT for part in rest) and not _WITHOUT_DASHES.fullmatch(number)


def _whole(part: str, word: str) -> bool:
    return (
        STRONG.fullmatch(part) is not None or re.fullmatch(DIGITS[word if word in KINDS else "sku"], part) is not None
    )


def _compacted(number: str, value: str, word: str, *, alone: bool) -> tuple[ReferenceKind | None, str]:
    """The kind and the value that digits with spaces stand for; the kind is ``None`` when that is not certain.

    ``word``: the kind of the word before them, if any; ``alone``: nothing else stands in the field.
    """
    strong = STRONG.fullmatch(value)
    if strong is not None:
        return cast(ReferenceKind, strong.lastgroup), value
    if _WITHOUT_DASHES.fullmatch(number):
        dashed = number.replace(" ", "-")
        return "posting" if dashed.count("-") > 1 else "order", dashed
    if not word and (_OTHERWISE.fullmatch(number) or not (alone or _GROUPS.fullmatch(number))):
        return None, value
    kind = word or "sku"
    known = kind in KINDS and re.fullmatch(DIGITS[kind], value) and not PHONE.fullmatch(value)
    return (cast(ReferenceKind, kind), value) if known else (None, value)


def _unknown(lower: str) -> Malformed:
    start = len(lower) - len(lower.lstrip())
    return Malformed(_fault(lower.strip()), Span(start, len(lower.rstrip())))


def _fault(content: str) -> Fault:
    digits = "".join(char for char in content if char.isdigit())
    if WRITTEN_PHONE.search(content) or PHONE.fullmatch(digits):
        return "phone"
    if _OF_GOODS.search(content) or (content == digits and len(digits) in _LENGTHS_OF_EAN):
        return "barcode"
    if _DAY.search(content) or (DATE.search(content) and len(digits) <= len("12112026")):
        return "date"
    if _ADDRESS.search(content):
        return "words"
    if digits:
        return "digits"
    if _PLACEHOLDER.match(content) or not any(char.isalpha() for char in content):
        return "placeholder"
    return "words"
