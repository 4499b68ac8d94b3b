"""Whether an exact date stands right beside a relative one: «вчера, 22.11.2026», «22 ноября, то есть вчера»."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from companion.positions import Span
from companion.text.dates.vocabulary import either, table

_GLUE = re.compile(rf"(?:[ ,:;()-]|(?:{either(table('glue')['words'])})(?![^\W_])\.?|[0-9]{{1,2}}[:.][0-9]{{2}})*")
_ADJECTIVE = re.compile(rf"{either(table('relative')['daily'])}[а-я]+")
_NOUN = re.compile(r"(?: [^\W_]+){1,3}?(?:,? \(?(?:от|за|с|на) |, )")
_REACH = 40
_SENTENCE_BEFORE, _SENTENCE_AFTER = 100, 40
_SENTENCE_END = re.compile(r"[!?\n]|(?<!\b[^\W\d_])(?<!\b[^\W\d_]{2})\. ")


def dated(lower: str, span: Span, known: Sequence[Span], *, computed: bool) -> bool:
    """``known`` are the extents of all days, in order. «Вчерашний отчёт от 22.11.2026»: its noun may stand between.

    A day that can be ``computed`` needs more than a comma behind another one: «поставка 24.11.2026, сегодня …».
    """
    at = bisect_left(known, span)
    before, behind = known[at - 1 : at], known[at : at + 1]
    # «Заказ от 12.09.2026 третий месяц в пути»: a space alone joins nothing.
    loose = ("", ",") if computed else ("",)
    close = before and lower[before[0].end : span.start].strip() not in loose
    if close and _joined(_GLUE, lower, before[0].end, span.start):
        return True
    if not behind:
        return False
    named = _ADJECTIVE.fullmatch(lower, *span) is not None and _joined(_NOUN, lower, span.end, behind[0].start)
    return named or _joined(_GLUE, lower, span.end, behind[0].start)


def _joined(glue: re.Pattern[str], lower: str, start: int, end: int) -> bool:
    return end - start <= _REACH and glue.fullmatch(lower, start, end) is not None


def told_since(lower: str, span: Span, known: Sequence[Span]) -> bool:
    """True when the sentence of a duration names a day: «12.11.2026 сдали груз, уже 10 дней нет приёмки»."""
    at = bisect_left(known, span)
    before, behind = known[at - 1 : at], known[at : at + 1]
    if before and span.start - before[0].end <= _SENTENCE_BEFORE and not _ends(lower, before[0].end, span.start):
        return True
    return (
        bool(behind) and behind[0].start - span.end <= _SENTENCE_AFTER and not _ends(lower, span.end, behind[0].start)
    )


def _ends(lower: str, start: int, end: int) -> bool:
    return _SENTENCE_END.search(lower, start, end) is not None
