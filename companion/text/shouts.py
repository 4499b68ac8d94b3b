"""Shouting: marks in a row, words in capitals, emoji."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from companion.positions import Span
from companion.text.phrases import lexicon
from companion.text.view import View

_MARKS = re.compile(r"[!?]*(?:!!|\?!|!\?|\?\?\?)[!?]*|[‼⁉]+")
_CAPITALS = re.compile(r"(?<![\w/.\-])[А-ЯЁ]+(?:-[А-ЯЁ]{2,})?(?![\w/]|[.\-]\w)")
_LETTERS = re.compile(r"[а-яё]", re.IGNORECASE)
_BETWEEN = re.compile(r"[ ,]{1,2}")
_VOWEL = re.compile(r"[АЕЁИОУЫЭЮЯ]")
_NAMED_BEFORE = re.compile(
    r"\b(?:ооо|ип|ао|зао|пао|оао|тм|бренд\w*|марк\w+|компани\w+|магазин\w*|склад\w*|сц|рфц|хаб)[ №]*"
    r"(?:(?:тд|тк|гк|пк|нпо|пкф) )?$",
    re.IGNORECASE,
)
# Unicode's Emoji_Presentation below U+1F000, and the hearts, faces and warning signs that are drawn as emoji.
_EMOJI = re.compile(
    "[\U0001f000-\U0001f02f\U0001f0a0-\U0001f0ff\U0001f170-\U0001f1ff\U0001f200-\U0001f265\U0001f300-\U0001faff"
    "\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2639\u263a\u2648-\u2653\u2665\u267f\u2693\u26a0\u26a1\u26aa\u26ab"
    "\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a-\u270d\u2728\u274c\u274e\u2753-\u2755\u2757\u2763\u2764"
    "\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55]+"
)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(lexicon("abbreviations")["known"]["words"])


def marks_in_a_row(view: View) -> tuple[Span, ...]:
    """«!!», «?!», «???» and longer."""
    return tuple(Span(*match.span()) for match in _MARKS.finditer(view.text))


def emoji(view: View) -> tuple[Span, ...]:
    """Emoji; several side by side are one span."""
    return tuple(Span(*match.span()) for match in _EMOJI.finditer(view.text))


class Capitals(NamedTuple):
    """Words in capitals side by side; ``spared`` says in short Russian why they are no shout, None when they are."""

    span: Span
    spared: str | None


def capitals(view: View, elsewhere: Mapping[str, Sequence[Span]]) -> Iterator[Capitals]:
    """Russian words in capitals: one of four letters or more, or two in a row; several side by side are one span.

    Spared: abbreviations, names behind ООО, ИП, бренд …, codes with digits, short words, and what overlaps a span of
    ``elsewhere``, whose keys say what stands there. Single letters («Я») are not looked at.
    """
    waiting: Span | None = None
    for match in _CAPITALS.finditer(view.text):
        word = Span(*match.span())
        spared = _spared(view.text, word, elsewhere)
        if spared:
            yield Capitals(word, spared)
        elif waiting and _BETWEEN.fullmatch(view.text, waiting.end, word.start):
            waiting = Span(waiting.start, word.end)
        else:
            yield from _judged(view.text, waiting)
            waiting = word
    yield from _judged(view.text, waiting)


def _spared(text: str, word: Span, elsewhere: Mapping[str, Sequence[Span]]) -> str | None:
    if text[word.start : word.end] in _abbreviations():
        return "это сокращение"
    if _is_name(text, word):
        return "это название"
    return next((what for what, spans in elsewhere.items() if any(word.overlaps(span) for span in spans)), None)


def _judged(text: str, run: Span | None) -> Iterator[Capitals]:
    if run is None:
        return
    if _shouted(text[run.start : run.end]):
        yield Capitals(run, None)
    elif run.end - run.start > 1:
        yield Capitals(run, "слишком коротко для крика")


def _is_name(text: str, word: Span) -> bool:
    return _NAMED_BEFORE.search(text, max(0, word.start - 20), word.start) is not None


def _shouted(run: str) -> bool:
    words = [word for word in re.split(r"[ ,]+", run) if _VOWEL.search(word)]
    return (len(words) > 1 and max(map(len, words)) > 2) or any(
        len(_LETTERS.findall(word)) >= 4 and not _initials(word) for word in words
    )


def _initials(word: str) -> bool:
    """Alone, four letters with one vowel are an abbreviation that no list knows («КУСП») sooner than a shout."""
    return len(word) == 4 and len(_VOWEL.findall(word)) < 2
