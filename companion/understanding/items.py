"""Whether a text is about a particular order, shipment, return, supply or product: then it needs a number."""

from collections.abc import Collection, Sequence
from functools import cache

from companion.text.happenings import asking
from companion.text.lemmas import plural, thing
from companion.text.matching import Found
from companion.text.phrases import lexicon
from companion.text.problems import Problem
from companion.text.written import FieldText
from companion.understanding.claims import Suppositions

_QUALIFIED = 5
"""«За один и тот же плед»: so many words after «за» the thing is named at the latest."""
_NO_THING = ("ние", "тие", "ция", "сть", "ство", "тва", "изм")
"""How names of services and of what was done end."""


def about_item(
    text: FieldText,
    claims: Sequence[Problem],
    events: Sequence[Found],
    supposed: Suppositions,
    unfilled: Collection[int],
    *,
    goods: bool,
) -> bool:
    """True when a claim, an event or a request is about one thing, however the author calls it.

    ``goods``: the text may speak of goods, so that what was sent or received is one of them and no invitation.
    Not for payouts and charges of a stated period, nor for lines of an outline that nobody has filled in.
    """

    def told(listed: str) -> bool:
        return any(
            not (
                found.sentence in unfilled
                or found in supposed
                or text.in_quotation(found.span)
                or _doubted(text, found)
            )
            for found in text.found(listed)
        )

    if any(problem.kind.item == "always" for problem in claims):
        return True
    if told("areas.this_item") or (goods and told("areas.moved")):
        return not _of_period(text, claims)
    return _beside(text, claims, events) or told("areas.asked") or told("areas.told")


def names_goods(text: FieldText) -> bool:
    """True when one thing is called by its own name: «комод»."""
    return any(not plural(text.words[found.first].lower) for found in text.found("areas.goods"))


def _of_period(text: FieldText, claims: Sequence[Problem]) -> bool:
    """«За октябрь удержали больше»: money of a stated period."""
    return any(problem.kind.money for problem in claims) and bool(text.found("areas.period"))


def _beside(text: FieldText, claims: Sequence[Problem], events: Sequence[Found]) -> bool:
    """A claim near the name of a thing, money or an event in one sentence with it."""
    # «Кнопка «Добавить товар»»: a name is no thing.
    one = {found.sentence for found in text.found("areas.item") if not text.in_quotation(found.span)}
    named = text.found("areas.goods")
    goods = {found.sentence for found in named}
    one |= {found.sentence for found in named if not plural(text.words[found.first].lower)}
    near = _near(one | goods | {found.sentence for found in text.found("areas.items")})
    if any(problem.kind.item == "named" and problem.found.sentence in near for problem in claims):
        return True
    # «При загрузке видео для палатки пишет ошибку»: of a card.
    card = _near(goods) if text.found("areas.assortment") else set()
    if any(problem.kind.outage == "stopping" and problem.found.sentence in card for problem in claims):
        return True
    money = {problem.found.sentence for problem in claims if problem.kind.money}
    if _of_period(text, claims):
        return False
    told = money | {found.sentence for found in events}
    return bool(told & one) or _paid_for(text, money)


def _near(sentences: Collection[int]) -> set[int]:
    return {sentence + step for sentence in sentences for step in (-1, 0, 1)}


def _paid_for(text: FieldText, sentences: Collection[int]) -> bool:
    """«Логистику за самокат»: money was taken or is owed for one thing, by whatever name it is called."""
    for at, word in enumerate(text.words):
        if word.lower != "за" or word.sentence not in sentences:
            continue
        names = (thing(after.lower) for after in text.words[at + 1 : at + 1 + _QUALIFIED])
        name = next(filter(None, names), "")
        if name and not name.endswith(_NO_THING) and name not in _services():
            return True
    return False


@cache
def _services() -> frozenset[str]:
    return frozenset(lexicon("areas")["service"]["words"])


def _doubted(text: FieldText, found: Found) -> bool:
    """«Заказ отменится сам?» asks whether it happens; «Почему заказ отменился?» tells that it has."""
    sentence = text.sentences[found.sentence]
    if "?" not in text.view.text[sentence.end - 1 : sentence.end]:
        return False
    return asking().isdisjoint(word.lower for word in text.words_in(sentence))
