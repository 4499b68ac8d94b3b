"""Which of the problems that a text names its author says have happened: not asked, supposed, denied or quoted."""

import re
from functools import cache

from companion.positions import Span
from companion.text.matching import Found
from companion.text.phrases import lexicon
from companion.text.problems import Problem, ProblemKind, problem_lists
from companion.text.written import FieldText

_PARTICULAR = re.compile(r"[0-9]{1,2}[./][0-9]{2}|[0-9]{6}")


def problems(text: FieldText) -> tuple[Problem, ...]:
    """Every problem that is named, in order; ``claimed`` when the author says that it happened."""
    found = (
        Problem(kind, hit, claimed=_said(text, hit, kind))
        for listed, kind in problem_lists().items()
        for hit in text.found(listed)
    )
    return tuple(sorted(found, key=lambda problem: problem.found.span))


def hypothetical(text: FieldText, found: Found) -> bool:
    """True behind «если», «как вернуть …» in the same sentence, and beside «ли»: asked or supposed, not told."""
    if _wondered(text, found):
        return True
    markers = [
        marker
        for marker in text.found("speech.hypothetical")
        if marker.sentence == found.sentence and marker.span.start <= found.span.start
    ]
    if not markers:
        return False
    # «Как вернуть 500 ₽, которые списали 12.11.2026?»: what has a day or a number has happened.
    supposed = any(marker.source.startswith("если") for marker in markers)
    return supposed or not particular(text, Span(found.span.start, text.sentences[found.sentence].end))


def particular(text: FieldText, span: Span) -> bool:
    """True when a day or a long number stands there."""
    return _PARTICULAR.search(text.view.text, span.start, span.end) is not None


def _wondered(text: FieldText, found: Found) -> bool:
    """«Удерживается ли комиссия …?»."""
    return any(
        word.lower == "ли" and word.sentence == found.sentence for word in text.words[found.first : found.last + 1]
    )


def _said(text: FieldText, found: Found, kind: ProblemKind) -> bool:
    # «с причиной «брак»»: the buyer's words about the goods are no claim of the seller's; an error's text is one.
    others_words = kind.evidence == "photo" and text.in_quotation(found.span)
    return not others_words and not hypothetical(text, found) and not _negated(text, found)


def _negated(text: FieldText, found: Found) -> bool:
    before = text.words[found.first - 1] if found.first else None
    return before is not None and before.sentence == found.sentence and before.lower in _negations()


@cache
def _negations() -> frozenset[str]:
    return frozenset(lexicon("speech")["negation"]["words"])
