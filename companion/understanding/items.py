"""Whether a text is about a particular order, shipment, return, supply or product: then it needs a number."""

from collections.abc import Collection, Sequence

from companion.text.matching import Found
from companion.text.problems import Problem
from companion.text.written import FieldText
from companion.understanding.claims import Suppositions


def about_item(
    text: FieldText,
    claims: Sequence[Problem],
    events: Sequence[Found],
    supposed: Suppositions,
    unfilled: Collection[int],
) -> bool:
    """True when a claim, an event or a request is about one thing, however the author calls it.

    Not for payouts and charges of a stated period, nor for lines of an outline that nobody has filled in.
    """

    def told(listed: str) -> bool:
        return any(found.sentence not in unfilled and found not in supposed for found in text.found(listed))

    if any(problem.kind.item == "always" for problem in claims):
        return True
    if told("areas.this_item") or told("areas.moved"):
        return not text.found("areas.period")
    return _beside(text, claims, events) or told("areas.asked")


def _beside(text: FieldText, claims: Sequence[Problem], events: Sequence[Found]) -> bool:
    """A claim near the name of a thing, money or an event in one sentence with it."""
    # «Кнопка «Добавить товар»»: a name is no thing.
    one = {found.sentence for found in text.found("areas.item") if not text.in_quotation(found.span)}
    some = one | {found.sentence for found in text.found("areas.items")}
    near = {sentence + step for sentence in some for step in (-1, 0, 1)}
    if any(problem.kind.item == "named" and problem.found.sentence in near for problem in claims):
        return True
    money = {problem.found.sentence for problem in claims if problem.kind.money}
    told = money | {found.sentence for found in events}
    return bool(told & one) and not (money and text.found("areas.period"))
