"""The words beside numbers (``lexicons/identifiers.toml``) as patterns for evened lower-case text."""

import re
from functools import cache

from companion.text.phrases import lexicon

AFTER_NO_WORD = r"(?<![^\W_])"
BEFORE_NO_WORD = r"(?![^\W_])"
BEFORE_NO_LETTER = r"(?![^\W\d_])"


@cache
def listed(table: str, lexicon_name: str = "identifiers") -> str:
    """The words of one table as alternatives of a pattern, the longest first; a digit may follow at once."""
    words = lexicon(lexicon_name)[table]["words"]
    return "|".join(_pattern(word) for word in sorted(words, key=len, reverse=True))


def _pattern(word: str) -> str:
    """``поставк{а,и}`` → ``поставк(?:а|и)``; an ending ``*`` is any letters; a word ends where it ends."""
    stem, brace, endings = word.partition("{")
    if brace:
        forms, _, rest = endings.partition("}")
        # The longest ending first, so that no form stops short of another.
        ends = "|".join(sorted(map(re.escape, forms.split(",")), key=len, reverse=True))
        return f"{_literal(stem)}(?:{ends}){_literal(rest)}{BEFORE_NO_LETTER}"
    return _literal(word) + (BEFORE_NO_LETTER if word[-1].isalnum() else "")


def _literal(word: str) -> str:
    return re.escape(word).replace(r"\*", r"[a-zа-я]*+").replace(r"\ ", r"[ ]")
