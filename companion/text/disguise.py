"""Obscene words, also disguised: look-alike letters and digits, signs instead of letters, spaced or repeated letters.

The words themselves are ``lexicons/obscene.toml``. Precision comes first: a code, a brand or a word that merely
contains the letters is none.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from companion.positions import Span
from companion.text.phrases import lexicon
from companion.text.view import View

_KNOWN_WORDS = 50_000
"""So many words keep their verdict in memory: sellers use the same ones again and again."""
_LOOK_ALIKE = str.maketrans("aeopcxykmhtuz36048b@$", "аеорсхукмнтиззбочвьас")
_MASK = "*#@$_•×₴€"
_TOKEN = re.compile(rf"[^\W_][\w{re.escape(_MASK)}]+[\w*]")
# One sign throughout: «т. е.» and initials have two.
_SPACED = re.compile(r"(?<!\w)[а-я](?P<sign>[ .\-_*])[а-я](?:(?P=sign)[а-я](?!\w)){1,15}")
_LETTER_ALONE = re.compile(r"([ .\-_*])[а-я]\1[а-я](?!\w)")
"""What every spaced word holds and few texts do: quicker to look for."""
# «бл.ть», «ох…ели»: dots instead of letters, and no other dots or letters around.
_DOTTED = re.compile(r"(?<![\w.])[а-я]{1,8}(?:\.{1,3}|…)[а-я]{1,8}(?![\w.…]\w|\w)")
_DOT_WITHIN = re.compile(r"[.…][а-я]")
# «Петров П.А.», «п.р»: two letters are initials or an abbreviation; but no name begins with «й».
_INITIALS = re.compile(r"[а-я]\.[а-ик-я]")
_SHORT = 4
"""A shorter word counts only when the spaced letters spell nothing else."""
_LONGEST = 40
"""No obscene word is longer, drawn-out letters counted once: a longer token is no word at all."""
_CYRILLIC = re.compile(r"[а-я]")
_TWO_DIGITS = re.compile(r"\d\d")
_REPEATED = re.compile(r"(.)\1+")
_MASKS = re.compile(rf"[{re.escape(_MASK)}]")
_PARTS = re.compile(rf"[{re.escape(_MASK)}]+|[^{re.escape(_MASK)}]+")
_LETTERS_ONLY = str.maketrans("aeopcxykmhtuz", "аеорсхукмнтиз")
_ONE_DIGIT = re.compile(r"[а-я]+[0-9][а-я]+")


@cache
def _pattern(name: str, key: str = "patterns") -> re.Pattern[str]:
    sources = lexicon("obscene")[name].get(key, ())
    source = "|".join(f"(?:{pattern})" for pattern in sources) or "(?!)"
    return re.compile(source.replace("~", f"[{re.escape(_MASK)}]"))


def obscene_words(view: View) -> tuple[Span, ...]:
    """Where obscene words stand in ``view.text``, in order, none overlapping."""
    found: list[Span] = []
    for span in sorted((*_tokens(view.lower), *_spaced(view.lower), *_dotted(view.lower))):
        if not found or not span.overlaps(found[-1]):
            found.append(span)
    return tuple(found)


def _tokens(lower: str) -> Iterator[Span]:
    if not any(map(obscene, _TOKEN.findall(lower))):
        return
    for match in _TOKEN.finditer(lower):
        token = match.group()
        # «*бл*» is emphasis: a word is hidden from the inside.
        if obscene(token) and not (token.endswith("*") and lower[match.start() - 1 : match.start()] == "*"):
            yield Span(*match.span())


def _dotted(lower: str) -> Iterator[Span]:
    if not _DOT_WITHIN.search(lower):
        return
    for match in _DOTTED.finditer(lower):
        if not _INITIALS.fullmatch(match.group()) and _hides(re.sub("[.…]+", "*", match.group())):
            yield Span(*match.span())


def _spaced(lower: str) -> Iterator[Span]:
    if not _LETTER_ALONE.search(lower):
        return
    for match in _SPACED.finditer(lower):
        letters = [match.start() + letter.start() for letter in _CYRILLIC.finditer(match.group())]
        yield from _first_spelled(lower, letters)


def _first_spelled(lower: str, letters: list[int]) -> Iterator[Span]:
    """The longest obscene word that single letters spell, whatever one-letter words stand before and after it."""
    spelled = "".join(lower[at] for at in letters)
    if not _may_hold_one(spelled):
        return
    for first in range(len(letters) - 2):
        for last in range(len(letters), first + 2, -1):
            alone = last - first == len(letters)
            if (alone or last - first >= _SHORT) and _plain(spelled[first:last]):
                yield Span(letters[first], letters[last - 1] + 1)
                return


@lru_cache(_KNOWN_WORDS)
def _may_hold_one(letters: str) -> bool:
    """Whether any part of some letters may be an obscene word: one look instead of one for each part."""
    anywhere = _anywhere()
    return anywhere.search(letters) is not None or anywhere.search(_REPEATED.sub(r"\1", letters)) is not None


@cache
def _anywhere() -> re.Pattern[str]:
    """The obscene words wherever they begin and end."""
    return re.compile(_pattern("plain").pattern.replace("$", ""))


@lru_cache(_KNOWN_WORDS)
def obscene(token: str) -> bool:
    """True for one obscene word in lower case without ё, however disguised."""
    if len(token) > _LONGEST and len(_REPEATED.sub(r"\1", token)) > _LONGEST:
        return False
    if not _CYRILLIC.search(token):
        return token.isascii() and _pattern("translit").fullmatch(token) is not None
    if _plain(token):
        return True
    if _MASKS.search(token) and (_pattern("masked").fullmatch(token.translate(_LETTERS_ONLY)) or _hides(token)):
        return True
    if _ONE_DIGIT.fullmatch(token) and _hides(re.sub(r"[0-9]", "*", token)):
        return True
    # Two digits side by side are a code («е6205д»), not letters in disguise.
    return not _TWO_DIGITS.search(token) and _plain(token.translate(_LOOK_ALIKE))


def _hides(token: str) -> bool:
    """True when the visible letters, at least half of the word, are those of an obscene word."""
    written = token.translate(_LETTERS_ONLY)
    if 2 * len(_CYRILLIC.findall(written)) < len(written) or len(_CYRILLIC.findall(written)) < 2:
        return False
    shape = "".join("[а-я]{1,3}" if _MASKS.match(part) else re.escape(part) for part in _PARTS.findall(written))
    return any(re.fullmatch(shape, word) for word in _whole_words())


@cache
def _whole_words() -> tuple[str, ...]:
    return tuple(lexicon("obscene")["words"]["words"].replace("ё", "е").split())


def _plain(word: str) -> bool:
    if _pattern("plain", "except").fullmatch(word):
        return False
    pattern = _pattern("plain")
    return pattern.fullmatch(word) is not None or pattern.fullmatch(_REPEATED.sub(r"\1", word)) is not None
