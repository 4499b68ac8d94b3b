"""Article codes: whatever a seller calls his goods, so only what looks like a code counts."""

import re
import unicodedata
from collections.abc import Iterator

from companion.positions import Span
from companion.text.identifiers.model import Identifier
from companion.text.identifiers.named import Keyword
from companion.text.identifiers.shapes import DATE, PHONE, STRONG, UUID
from companion.text.view import View
from companion.text.word_patterns import BEFORE_NO_WORD, listed, word_set

_FILLERS = f"{listed('identifiers.fillers')}|{listed('identifiers.article_fillers')}"
_BETWEEN = re.compile(rf"(?:[ :№#=(_\[]|- |\n(?=.*[0-9])|(?:{_FILLERS})(?=[ :№#=(\n]))*+")
TOKEN = re.compile(r"[^\W_][\w./-]{0,49}(?![\w/-])")
_QUOTES = "\"'«»"
_SEPARATOR = re.compile(rf"[\"'»]? ?(?:[,;\n]|и{BEFORE_NO_WORD}|или{BEFORE_NO_WORD})[ \n]*(?:№ ?)?[\"'«]?")
_NEXT_SENTENCE = re.compile(r"\.(?=[A-ZА-ЯЁ][a-zа-яё]{2})")
_UNIT_AFTER = re.compile(rf" ?(?:{listed('identifiers.units')})|[.,:][0-9]")
_COUNT = re.compile(rf"[0-9.,]+(?:{listed('identifiers.units')})\.?")
_ORDINAL = re.compile(r"[0-9]+-(?:й|я|е|го|му|ый|ой|ом|х|ти|ми)")
_LATIN_CODE = re.compile(r"[A-Za-z]{2,}(?:-[A-Za-z]{2,})+")
_LATIN_WORD = re.compile(r"[A-Za-z]{3,}")
# «артикул Кружка-белая», but not the heads of a table: «Артикул Название Количество».
_NAME = re.compile(r"[А-ЯЁ][а-яё]{2,}(?:[-/.][А-ЯЁа-яё]{2,})*")
_NAME_AFTER = re.compile(r" [А-ЯЁ]")
_MARKED = re.compile(r"[:№#=]")
_NO_CODE = re.compile(rf"(?:не|{listed('identifiers.placeholder')}|{_FILLERS}){BEFORE_NO_WORD}")
_SHORTEST_NUMBER = 3
_SHORTEST_NEXT_NUMBER = 4
_SHORTEST_CAPITALS = 3


def articles(view: View, lower: str, keyword: Keyword, *, field: bool = False) -> Iterator[Identifier]:
    """The codes after «артикул», a list too. ``lower`` has look-alikes folded; the codes keep theirs.

    ``field``: in the number field, where nothing but a code is told of it.
    """
    at = code_begins(lower, keyword)
    gap = lower[keyword.span.end : at]
    if at < len(lower) and lower[at] in _QUOTES:
        at += 1
    span = code_at(view, at)
    if span is None:
        return
    called_so = _alone_in_field(view, span) if field else _called_so(view, keyword, gap, span)
    if not (called_so or _first_code(view, keyword, gap, span)):
        return
    while span is not None:
        yield article(view, span)
        separator = _SEPARATOR.match(view.text, span.end)
        span = code_at(view, separator.end()) if separator else None
        if span is not None and not _next_code(view, span):
            return


def article(view: View, span: Span) -> Identifier:
    """The code as the seller wrote it, look-alikes and long dashes too: only he knows what it should be."""
    return Identifier("article", unicodedata.normalize("NFC", view.matched(span)), span)


def code_begins(lower: str, keyword: Keyword) -> int:
    """Where the code after «артикул», «артикул товара №» may begin."""
    between = _BETWEEN.match(lower, keyword.span.end)
    return between.end() if between else keyword.span.end


def code_at(view: View, at: int) -> Span | None:
    """The run of letters, digits and ``-_./`` that begins here, without the full stop of the sentence."""
    token = TOKEN.match(view.text, at)
    if token is None:
        return None
    code = _NEXT_SENTENCE.split(token.group(), maxsplit=1)[0].rstrip("./-_")
    return Span(at, at + len(code))


def looks_like_code(view: View, span: Span) -> bool:
    """True with a digit, unless it is a date, a phone, a count, an ordinal or an identifier of another kind."""
    code = span.of(view.lower)
    if not any(char.isdigit() for char in code) or _UNIT_AFTER.match(view.lower, span.end):
        return False
    if code.isdigit():
        return len(code) >= _SHORTEST_NUMBER and not PHONE.fullmatch(code)
    others = (DATE, UUID, _COUNT)
    if _ORDINAL.fullmatch(view.text, *span):
        return False
    strong = STRONG.fullmatch(code)
    return not any(other.fullmatch(code) for other in others) and (strong is None or strong.lastgroup == "supply")


def _first_code(view: View, keyword: Keyword, gap: str, span: Span) -> bool:
    """«150 артикулов» is told by the genitive: «артикулов 150 не отображаются» names none."""
    counted = gap.isspace() and keyword.span.of(view.lower).endswith("ов")
    code = span.of(view.text)
    if code.isdigit() and len(code) < _SHORTEST_NUMBER:
        return _MARKED.search(gap) is not None and not _UNIT_AFTER.match(view.lower, span.end)
    return looks_like_code(view, span) and not (counted and code.isdigit())


def _next_code(view: View, span: Span) -> bool:
    code = span.of(view.text)
    return looks_like_code(view, span) and not (code.isdigit() and len(code) < _SHORTEST_NEXT_NUMBER)


def _called_so(view: View, keyword: Keyword, gap: str, span: Span) -> bool:
    """Letters alone are a code in quotes, after «№», in capitals, or as parts joined in a way no word is."""
    code = span.of(view.text)
    if any(char.isdigit() for char in code):
        return False
    around = view.text[max(0, span.start - 1) : span.start] + view.text[span.end : span.end + 1]
    if len(around) == 2 and around[0] in _QUOTES and around[1] in _QUOTES:
        return True
    if code.lower() in word_set("identifiers.capitals"):
        return False
    if "_" in code or _LATIN_CODE.fullmatch(code):
        return True
    # «Арт Деко» is a style; with letters alone the word has to be «артикул» or «арт.».
    if keyword.span.of(view.lower) == "арт":
        return _capitals(view, keyword, span)
    if _LATIN_WORD.fullmatch(code):
        return True
    named = _NAME.fullmatch(code) is not None and gap == " " and not _NAME_AFTER.match(view.text, span.end)
    return named or _capitals(view, keyword, span) or ("№" in gap and not code.islower())


def _alone_in_field(view: View, span: Span) -> bool:
    """«артикул Кружка» names one, «артикул не знаю» and «артикул товара» do not."""
    return len(span_text := span.of(view.lower)) > 1 and not _NO_CODE.match(span_text)


def _capitals(view: View, keyword: Keyword, span: Span) -> bool:
    """A code in capitals in a text that is not: «артикул КРУЖКА-БЕЛ», not «АРТИКУЛ НЕ НАЙДЕН»."""
    code = span.of(view.text)
    shouted = keyword.span.of(view.text).isupper()
    return code.isupper() and len(code) >= _SHORTEST_CAPITALS and not shouted
