"""Word lists beside numbers (``words`` of a lexicon's table) as patterns for evened lower-case text.

Not phrases: a number and its word touch («5тыс.», «SKU646399170»), so words of a sentence are no help here.
"""

import re
from functools import cache

from companion.text.phrases import lexicon

AFTER_NO_WORD = r"(?<![^\W_])"
BEFORE_NO_WORD = r"(?![^\W_])"
PICTURE = "\U0001f000-\U0001faff\u2600-\u27bf"
"""Emoji and drawn marks, as the inside of a class: behind one a sentence begins as at the start of a line."""
BEFORE_NO_LETTER = r"(?![^\W\d_])"
_PART = re.compile(r"\{[^{}]*\}|\([^()]*\)|.")


@cache
def listed(name: str) -> str:
    """The words of ``file.table`` as alternatives of a pattern, the longest first; a digit may follow at once.

    Abbreviations with their full stop come before the same letters without it.
    """
    return "|".join(_pattern(word) for word in sorted(_words(name), key=_longest, reverse=True))


@cache
def word_set(name: str) -> frozenset[str]:
    """The words of ``file.table`` as they stand there, to look one up."""
    return frozenset(_words(name))


def first_letters(*names: str) -> str:
    """A look-ahead for the letters with which the words of these tables begin: it spares most of the attempts."""
    words = (word for name in names for word in _words(name))
    letters = {start[0] for word in words for start in re.split("[(|)]", word.partition(" ")[0]) if start}
    return f"(?=[{re.escape(''.join(sorted(letters)))}])"


def last_end(pattern: re.Pattern[str], text: str, start: int, end: int, default: int = -1) -> int:
    """Where the last match in ``text[start:end]`` ends."""
    return max((match.end() for match in pattern.finditer(text, start, end)), default=default)


def _words(name: str) -> list[str]:
    file, _, table = name.partition(".")
    words: list[str] = lexicon(file)[table]["words"]
    return words


def _longest(word: str) -> tuple[bool, int]:
    return word.endswith("."), len(word)


def _pattern(word: str) -> str:
    """``поставк{а,и}`` two forms, ``(из|в) смс`` either word, ``номер*`` every ending; a word ends where it ends."""
    closed = "" if word[-1] == "*" or word[-1] in ".₽$€¥₸%" else BEFORE_NO_LETTER
    return _PART.sub(_part, word) + closed


def _part(part: re.Match[str]) -> str:
    match part.group()[0]:
        case "{" | "(":
            choices = re.split("[,|]", part.group()[1:-1])
            # The longest first, so that no form stops short of another.
            return f"(?:{'|'.join(_PART.sub(_part, choice) for choice in sorted(choices, key=len, reverse=True))})"
        case "*":
            return "[a-zа-я]*+"
        case char:
            return re.escape(char)
