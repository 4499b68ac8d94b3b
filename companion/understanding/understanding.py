"""One description, understood: each part computed once, on demand."""

import re
from functools import cached_property

from companion.positions import Span
from companion.report import Category
from companion.text.happenings import happenings
from companion.text.matching import Found
from companion.text.problems import Evidence, MainCategory, Problem
from companion.text.written import FieldText
from companion.understanding.categories import Categories, TextCategory
from companion.understanding.claims import Suppositions, problems
from companion.understanding.items import Items
from companion.understanding.promises import Promise, Promises
from companion.understanding.requests import Requests
from companion.understanding.several import second_problem
from companion.understanding.specifics import Specifics, specifics
from companion.understanding.telling import asks_order, tells_event

_FITS = 1
"""So much of an area is enough for a topic not to be wrong."""


_ON_SCREEN: frozenset[Evidence] = frozenset(("screenshot", "log"))
_LASTED = re.compile(r"\bс [0-9]{1,2}[:.-][0-9]{2} (?:до|по) [0-9]{1,2}[:.-][0-9]{2}\b")
"""«С 10:05 до 12:40»: what has both ends is over."""


class Understanding:
    """One description, understood. Spans are those of its ``View.text``."""

    def __init__(self, text: FieldText) -> None:
        self._text = text

    @cached_property
    def _supposed(self) -> Suppositions:
        return Suppositions(self._text)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem that is named, in order."""
        return problems(self._text, self._supposed)

    @cached_property
    def claims(self) -> tuple[Problem, ...]:
        """The problems that the author says have happened."""
        return tuple(problem for problem in self.problems if problem.claimed)

    @cached_property
    def named_claims(self) -> tuple[Problem, ...]:
        """The claims that say what has happened: «Верните мои деньги» does not."""
        return tuple(problem for problem in self.claims if not problem.kind.weak)

    @cached_property
    def blocked(self) -> bool:
        """True when the author says that the cabinet or the shop is blocked."""
        return self._claimed("blocked")

    @cached_property
    def fined(self) -> bool:
        """True when the author says that a fine was imposed."""
        return self._claimed("fine")

    def _claimed(self, name: str) -> bool:
        return any(problem.kind.name == name for problem in self.claims)

    @cached_property
    def _categories(self) -> Categories:
        return Categories(self._text, self.problems)

    @property
    def scores(self) -> dict[MainCategory, int]:
        """How much speaks for each category, in points."""
        return self._categories.scores

    @cached_property
    def category(self) -> TextCategory | None:
        """The category that the text clearly belongs to; None when it is unclear or fits several."""
        return self._categories.clear()

    @cached_property
    def likely_category(self) -> TextCategory | None:
        """Where the topic names none, two words of one area and none of another are enough."""
        return self._categories.likely()

    @cached_property
    def hinted_category(self) -> TextCategory | None:
        """Where there is no topic at all, one word of an area is enough."""
        return self._categories.hinted()

    def fits(self, category: Category) -> bool:
        """True when the text names a problem of that category, or a word of it belongs to that area."""
        return category != "other" and self.scores[category] >= _FITS

    @cached_property
    def specifics(self) -> Specifics:
        """The words that say something of the matter."""
        return specifics(self._text, self._unfilled)

    @cached_property
    def _unfilled(self) -> frozenset[int]:
        """The sentences that are lines of an outline nobody has filled in: «Дата: …»."""
        text = self._text.view.text
        lines = enumerate(self._text.sentences)
        return frozenset(number for number, line in lines if text.endswith((": …", ": ..."), line.start, line.end))

    @cached_property
    def events(self) -> tuple[Found, ...]:
        """Verbs that tell what has happened, outside questions and suppositions."""
        return tuple(found for found in self._text.found("speech.event") if found not in self._supposed)

    @cached_property
    def happenings(self) -> tuple[Found, ...]:
        """Where it is told that something has happened on some day: listed events and, by their form, other verbs.

        More than ``events``, which name what happens to goods and money.
        """
        return happenings(self._text, self._supposed.__contains__)

    @cached_property
    def tells_event(self) -> bool:
        """True when something is told that happened on some day."""
        return tells_event(self._text, self.happenings, self.claims)

    @cached_property
    def _asked(self) -> Requests:
        return Requests(self._text, self._unfilled)

    @property
    def requests(self) -> tuple[Span, ...]:
        """Where something is asked, proposed or demanded; questions too, rhetorical ones not."""
        return self._asked.spans

    @property
    def asks_question(self) -> bool:
        """True when a question or «подскажите, как …» stands there."""
        return self._asked.asks_question

    @cached_property
    def evidence_needed(self) -> frozenset[Evidence]:
        """The kinds of proof of which one is needed; empty when nothing is claimed that needs one."""
        if self._text.found("speech.settled"):
            return frozenset()
        needed = frozenset(problem.kind.evidence for problem in self.claims if problem.kind.evidence)
        if self._unnamed_need:
            return needed | {self._unnamed_need}
        # What a blocked shop does not show is a consequence: the block itself needs no proof.
        return needed - _ON_SCREEN if self.blocked else needed

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """Where the text says that a file is attached; «пришлю по запросу» is no such place."""
        return Promises(self._text).found()

    @cached_property
    def repeats(self) -> tuple[Found, ...]:
        """Where the text says that it is not the first request."""
        return self._text.found("speech.repeat")

    @cached_property
    def about_item(self) -> bool:
        """True when the problem is about a particular order, shipment, return, supply or product."""
        if self._text.found("areas.every", "speech.settled") or self.outage or self._claimed("creation"):
            return False
        if any(claim.kind.outage == "always" and claim.kind.category for claim in self.claims) or self.blocked:
            return False
        items = Items(self._text, self.claims, self._supposed, self._unfilled)
        if items.claimed_or_asked():
            return True
        # «Собрали заказ. Примут ли его сегодня?»: told only to ask how things are done.
        if not self.named_claims and not self._asked.demands and asks_order(self._text):
            return False
        goods = self._categories.leading() != "account"
        return items.told(self.events, goods=goods) or self._story_of_goods(items)

    def _story_of_goods(self, items: Items) -> bool:
        """Something has happened to a thing that is named, and the words are about goods or their way."""
        other = any(claim.kind.outage or claim.kind.money for claim in self.claims)
        other = other or bool(self._text.found("areas.setting", "areas.period"))
        if other or self._categories.leading() not in ("logistics", "assortment"):
            return False
        told = self.tells_event and any(told.sentence not in self._unfilled for told in self.happenings)
        named = bool(self._text.found("areas.goods", "areas.item"))
        return (told and named) or (not self.asks_question and items.names_goods())

    @cached_property
    def _unnamed_need(self) -> Evidence | None:
        """The proof that a complaint needs which no list names, by its area and by what is told or demanded."""
        if self.named_claims or self.asks_question or self._text.found("areas.setting"):
            return None
        lead = self._categories.leading()
        # «Уберите пометку»: something is wrong, or there would be nothing to repair.
        if lead == "assortment" and (self.tells_event or self._text.found("areas.repair")):
            return "screenshot"
        return "document" if lead == "finance" and self.tells_event and self._text.found("areas.sum") else None

    @cached_property
    def outage(self) -> Problem | None:
        """A technical failure that lasts and stops the work of the shop; a blocked cabinet is none.

        What fails for one person, one method or one page stops it only where the text says so.
        """
        if self.blocked or self._text.found("problems.over") or _LASTED.search(self._text.view.lower):
            return None
        stopped, partial = (bool(self._text.found(listed)) for listed in ("areas.stopped", "areas.partial"))
        enough = {"always", "stopping"} if stopped else set() if partial else {"always"}
        return next((problem for problem in self.claims if problem.kind.outage in enough), None)

    @cached_property
    def several(self) -> Span | None:
        """Where a second problem of another category stands; None when there is but one."""
        return second_problem(self._text, self.problems, self.requests)
