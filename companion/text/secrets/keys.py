"""Keys of the Seller API and other tokens."""

import re
from collections.abc import Iterator

from companion.positions import Span
from companion.text.secrets.model import Secret
from companion.text.view import View
from companion.text.word_patterns import AFTER_NO_WORD, BEFORE_NO_WORD, last_end, listed

_IS_UUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_TOKEN = re.compile(r"(?<![\w-])(?:eyJ[\w-]+\.[\w-]+(?:\.[\w-]+)?|[A-Za-z0-9_-]{20,}+=*)(?![\w-])")
_WORDS = re.compile(r"(?:[A-Za-z]+|[0-9]+|[A-Za-z0-9]{1,3})(?:[_-](?:[A-Za-z]+|[0-9]+|[A-Za-z0-9]{1,3})){2,}=*")
_WORD = re.compile(rf"{AFTER_NO_WORD}(?:{listed('secrets.key')}){BEFORE_NO_WORD}")
_OTHER = re.compile(rf"{AFTER_NO_WORD}(?:{listed('secrets.no_key')})")
_RIGHT_BEFORE = re.compile(
    rf"{AFTER_NO_WORD}(?:{listed('secrets.key_before')})"
    r"(?:[ :=№]{1,3}[0-9]{3,10})?[ ,;:=/|\n-]{1,4}$"
)
_SENTENCE_END = re.compile(r"[.!?][ \n]|(?<!:)\n(?=.)")
_REACH = 80
_TELLING = ("ключ", "key", "токен", "token", "секрет", "secret", "bearer", "api", "апи", "client", "клиент", "кей")


def keys(view: View) -> Iterator[Secret]:
    """A UUID or a long token after a word for a key; a Client-Id is no secret."""
    if not any(word in view.lower for word in _TELLING):
        return
    for match in _TOKEN.finditer(view.text):
        if _random(match.group()) and _named(view.lower, match):
            yield Secret("key", Span(*match.span()))


def _random(token: str) -> bool:
    """«ERROR_ACCESS_DENIED_403», «v3_product_info_list» and plain words are no keys."""
    letters, digits = any(map(str.isalpha, token)), any(map(str.isdigit, token))
    return letters and digits and (_WORDS.fullmatch(token) is None or _IS_UUID.fullmatch(token) is not None)


def _named(lower: str, token: re.Match[str]) -> bool:
    """Whether a word for a key stands before in the sentence, and no word for something else between."""
    at = token.start()
    start = max(0, at - _REACH)
    if _IS_UUID.fullmatch(token.group()) and _RIGHT_BEFORE.search(lower, start, at):
        return True
    start = last_end(_SENTENCE_END, lower, start, at, default=start)
    word = last_end(_WORD, lower, start, at)
    return word >= 0 and _OTHER.search(lower, word, at) is None
