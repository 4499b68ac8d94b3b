"""Sums of money: «4 500 ₽», «5 тыс. руб.», «1.234,56 р.», «4500-00», «RUB 300», «на сумму 4500»."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from companion.positions import Span
from companion.text.view import View
from companion.text.word_patterns import AFTER_NO_WORD, BEFORE_NO_WORD, listed

CURRENCIES = ("BYN", "RUB", "USD", "EUR", "CNY", "KZT")
_LONGEST = 15
"""Digits; longer runs are numbers of something."""
_LONGEST_PLAIN = 7
"""Digits in a row of a sum without a currency: «сумма 646399170» is rather a number."""
_LEAST_PLAIN = 100
"""Roubles; a smaller number after «сумма» or «цена» mostly counts something else."""

_NUMBER = (
    r"(?:[0-9]{1,3}(?:[ '][0-9]{3})++(?![0-9])(?:[.,][0-9]{1,2})?|[0-9]{1,3}(?:\.[0-9]{3})++(?![0-9])(?:,[0-9]{1,2})?"
    r"|[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])(?:\.[0-9]{1,2})?|[0-9]++(?:[.,][0-9]{1,2})?)(?![.,]?[0-9])"
)
_BEFORE = (
    rf"(?P<code>rub|rur|usd|eur|cny|kzt|byn|[₽$€¥₸]) ?|(?P<named>{listed('amounts.before')})"
    r"(?:[ :=-]|составил[аи]?(?= )|составляет(?= )|в(?= ))*+"
)
_MILLIONS = rf"(?P<millions>[0-9]{{1,3}}) ?(?:{listed('amounts.million')}) "
_THOUSANDS = (
    rf"(?P<thousands>[0-9]{{1,3}}) ?(?:{listed('amounts.thousand')}) "
    rf"(?=[0-9]{{1,3}} ?(?:{listed('amounts.RUB')}){BEFORE_NO_WORD})"
)
_TIMES = (
    rf"(?P<money>{listed('amounts.thousand_of_money')})"
    # «15к», but not «4к видео»
    rf"|(?P<thousand>{listed('amounts.thousand')}|(?<=[0-9]{{2}})к{BEFORE_NO_WORD}"
    rf"|(?<=[0-9])к(?= ?(?:{listed('amounts.RUB')}){BEFORE_NO_WORD}))"
    rf"|(?P<million>{listed('amounts.million')})"
)
# «646399170 $100»: a sign that touches the next number belongs to that one.
_CURRENCY = "|".join(f"(?P<{code}>{listed(f'amounts.{code}')})(?![0-9])" for code in CURRENCIES)
_KOPECKS = rf" ?(?P<kopecks>[0-9]{{1,2}}) ?(?:{listed('amounts.kopecks')})"
_AMOUNT = re.compile(
    rf"{AFTER_NO_WORD}(?:{_BEFORE})?+{AFTER_NO_WORD}(?<![0-9][.,])(?:{_MILLIONS})?(?:{_THOUSANDS})?(?P<number>{_NUMBER})(?:-(?P<cents>[0-9]{{2}})(?![0-9-]))?"
    rf"(?: ?(?:{_TIMES}))?(?: ?(?:{_CURRENCY}))?(?:{_KOPECKS})?{BEFORE_NO_WORD}"
)
# A number after a dash belongs to a range or to an identifier.
_RANGE = re.compile(r"(?:^|[^\w.-])[0-9][0-9 ]{0,9}-$")
_RANGE_REACH = 14
_PLAIN_END = re.compile(rf" ?(?:$|\n|[.,;:!?](?![0-9])|[)»\"]|- |(?:{listed('amounts.after')}){BEFORE_NO_WORD})")
_GOODS = re.compile(rf" (?:{listed('amounts.goods_after')}){BEFORE_NO_WORD}")
_NEXT_SENTENCE = re.compile(r" [А-ЯЁA-Z]")
_SIGNS = {"₽": "RUB", "RUR": "RUB", "$": "USD", "€": "EUR", "¥": "CNY", "₸": "KZT"}


@dataclass(frozen=True, slots=True)
class Amount:
    """One sum of money; ``currency`` is ISO 4217, roubles where none is written."""

    value: Decimal
    currency: str
    span: Span


def find_amounts(view: View) -> tuple[Amount, ...]:
    """Every sum of a text, in order."""
    return tuple(_amounts(view.lower, view.text))


def _amounts(lower: str, text: str) -> Iterator[Amount]:
    for match in _AMOUNT.finditer(lower):
        if match.lastgroup == "number" and match.start() == match.start("number"):
            continue  # a bare number, like most
        currency = _currency(match)
        if currency is None and not _plain_sum(lower, match) and not _ends_sentence(text, match):
            continue
        if len(match["number"]) > _LONGEST or _inside_number(lower, match):
            continue
        first = next((part for part in ("code", "millions", "thousands") if match[part]), "number")
        yield Amount(_value(match), currency or "RUB", Span(match.start(first), match.end()))


def _currency(match: re.Match[str]) -> str | None:
    if match["money"]:
        return "RUB"
    written = next((code for code in CURRENCIES if match[code]), None)
    code = (match["code"] or "").upper()
    return written or (_SIGNS.get(code, code) or None)


def _plain_sum(lower: str, match: re.Match[str]) -> bool:
    """Without a currency only «на сумму 4500», «5 тыс.», «4500-00», and only when nothing counted follows."""
    number = match["number"]
    if match["cents"] == "00" and len(number) >= len(str(_LEAST_PLAIN)):
        return True
    if not _PLAIN_END.match(lower, match.end()) or (number.isdigit() and len(number) > _LONGEST_PLAIN):
        return False
    if match["named"] and _GOODS.match(lower, match.end()):
        return False
    return _scaled(match) or bool(match["named"] and _value(match) >= _LEAST_PLAIN)


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    """«Удержали 1,2 млн. Верните»: the full stop of the abbreviation is that of the sentence too."""
    return _scaled(match) and text[match.end() - 1] == "." and _NEXT_SENTENCE.match(text, match.end()) is not None


def _scaled(match: re.Match[str]) -> bool:
    """«5 тыс.», «1,2 млн»; «5 т.» are tons."""
    return bool(match["million"] or (match["thousand"] and match["thousand"] != "т."))


def _inside_number(lower: str, match: re.Match[str]) -> bool:
    start = match.start("number")
    if lower[start - 1 : start] != "-" or not lower[start - 2 : start - 1].isdigit():
        return False
    return _RANGE.search(lower, max(0, start - _RANGE_REACH), start) is None


def _value(match: re.Match[str]) -> Decimal:
    value = _decimal(match["number"], scaled=bool(match["thousand"] or match["million"] or match["money"]))
    if match["million"]:
        value *= 1_000_000
    elif match["thousand"] or match["money"]:
        value *= 1000
    value += Decimal(match["millions"] or 0) * 1_000_000 + Decimal(match["thousands"] or 0) * 1000
    return value + Decimal(match["kopecks"] or match["cents"] or 0) / 100


def _decimal(number: str, *, scaled: bool) -> Decimal:
    """«4.500» are thousands, but «1,234 млн» is a fraction: no one groups digits before «млн»."""
    number = number.replace(" ", "").replace("'", "")
    if scaled:
        return Decimal(number.replace(",", ".")) if number.count(".") + number.count(",") <= 1 else Decimal(0)
    whole, mark, cents = re.fullmatch(r"([0-9.,]*?[0-9])(?:([.,])([0-9]{1,2}))?", number).groups()  # type: ignore[union-attr]
    digits = whole.replace(".", "").replace(",", "")
    return Decimal(f"{digits}.{cents}") if mark else Decimal(digits)
