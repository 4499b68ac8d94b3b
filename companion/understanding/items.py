"""Whether a text is about a particular order, shipment, return, supply or product: then it needs a number."""

from collections.abc import Collection, Sequence

from companion.text.lemmas import plural, thing
from companion.text.matching import Found
from companion.text.problems import Problem
from companion.text.word_patterns import word_set
from companion.text.written import FieldText
from companion.understanding.claims import Suppositions

_QUALIFIED = 5
"""«За один и тот же плед»: so many words after «за» the thing is named at the latest."""
_NO_THING = ("ние", "тие", "ция", "сть", "ство", "тва", "изм")
"""How names of services and of what was done end."""


class Items:
    """The things that a text speaks of, its problems and what it tells.

    ``unfilled``: the sentences that are lines of an outline nobody has filled in; they tell nothing.
    """

    def __init__(
        self, text: FieldText, claims: Sequence[Problem], supposed: Suppositions, unfilled: Collection[int]
    ) -> None:
        self._text = text
        self._claims = claims
        self._supposed = supposed
        self._unfilled = unfilled

    def claimed_or_asked(self) -> bool:
        """True when a claim is always about one thing, or something is to be done with one: «отмените поставку»."""
        return any(problem.kind.item == "always" for problem in self._claims) or self._told("areas.asked")

    def told(self, events: Sequence[Found], *, goods: bool) -> bool:
        """True when something has happened to one thing, however the author calls it; not to money of a period.

        ``goods``: the text may speak of goods, so that what was sent or received is one of them and no invitation.
        """
        if self._told("areas.this_item") or (goods and self._told("areas.moved")):
            return not self._of_period()
        return self._beside(events) or self._told("areas.told")

    def names_goods(self) -> bool:
        """True when one thing is called by its own name: «комод»."""
        return any(not plural(self._text.words[found.first].lower) for found in self._text.found("areas.goods"))

    def _told(self, listed: str) -> bool:
        return any(found.sentence not in self._unfilled and self._said(found) for found in self._text.found(listed))

    def _said(self, found: Found) -> bool:
        return not (found in self._supposed or self._text.in_quotation(found.span) or _doubted(self._text, found))

    def _of_period(self) -> bool:
        """«За октябрь удержали больше»: money of a stated period."""
        return any(problem.kind.money for problem in self._claims) and bool(self._text.found("areas.period"))

    def _beside(self, events: Sequence[Found]) -> bool:
        """A claim near the name of a thing, money or an event in one sentence with it."""
        # «Кнопка «Добавить товар»»: a name is no thing.
        one = {found.sentence for found in self._text.found("areas.item") if not self._text.in_quotation(found.span)}
        named = self._text.found("areas.goods")
        goods = {found.sentence for found in named}
        one |= {found.sentence for found in named if not plural(self._text.words[found.first].lower)}
        near = _near(one | goods | {found.sentence for found in self._text.found("areas.items")})
        # «При загрузке видео для палатки пишет ошибку»: of a card.
        card = _near(goods) if self._text.found("areas.assortment") else set()
        for problem in self._claims:
            places = near if problem.kind.item == "named" else card if problem.kind.outage == "stopping" else ()
            if problem.found.sentence in places:
                return True
        if self._of_period():
            return False
        money = {problem.found.sentence for problem in self._claims if problem.kind.money}
        return bool((money | {found.sentence for found in events}) & one) or _paid_for(self._text, money)


def _near(sentences: Collection[int]) -> set[int]:
    return {sentence + step for sentence in sentences for step in (-1, 0, 1)}


def _paid_for(text: FieldText, sentences: Collection[int]) -> bool:
    """«Логистику за самокат»: money was taken or is owed for one thing, by whatever name it is called."""
    for at, word in enumerate(text.words):
        if word.lower != "за" or word.sentence not in sentences:
            continue
        names = (thing(after.lower) for after in text.words[at + 1 : at + 1 + _QUALIFIED])
        name = next(filter(None, names), "")
        if name and not name.endswith(_NO_THING) and name not in word_set("areas.service"):
            return True
    return False


def _doubted(text: FieldText, found: Found) -> bool:
    """«Заказ отменится сам?» asks whether it happens; «Почему заказ отменился?» tells that it has."""
    sentence = text.sentences[found.sentence]
    if "?" not in text.view.text[sentence.end - 1 : sentence.end]:
        return False
    return word_set("dates.asking").isdisjoint(word.lower for word in text.words_in(sentence))
