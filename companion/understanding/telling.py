"""Whether a text tells of something that happened on some day, and not only to ask how such things are done."""

from collections.abc import Sequence

from companion.text.matching import Found
from companion.text.problems import Problem
from companion.text.written import FieldText


def tells_event(text: FieldText, happenings: Sequence[Found], claims: Sequence[Problem]) -> bool:
    """True when something is told that happened on some day."""
    if any(problem.kind.event for problem in claims):
        return True
    claimed = {claim.found.sentence for claim in claims}
    asked = _orders_asked(text)
    return any(not _preamble(text, found, claimed, asked) for found in happenings)


def _preamble(text: FieldText, found: Found, claimed: set[int], asked: dict[int, int]) -> bool:
    """«Сменили директора, какие документы прислать?»: told only to ask about an order, where nothing is wrong."""
    if found.sentence not in claimed and asked.get(found.sentence, -1) > found.span.start:
        return True
    own = text.touches("dates.own_act", found.span)
    return own and bool(asked) and not claimed


def asks_order(text: FieldText) -> bool:
    """True when it is asked how something is done: «как …», «можно ли»."""
    return bool(_orders_asked(text))


def _orders_asked(text: FieldText) -> dict[int, int]:
    """Per sentence where its last «как …», «можно ли» begins; «что делать» asks for help instead."""
    return {
        marker.sentence: marker.span.start
        for marker in text.found("speech.hypothetical", "dates.order_asked")
        if not marker.source.startswith(("если", "что делать", "во избежание", "чтобы"))
    }
