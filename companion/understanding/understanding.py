"""One description, understood: each part computed once, on demand."""

from functools import cached_property

from companion.positions import Span
from companion.report import Category
from companion.text.matching import Found
from companion.text.problems import Evidence, MainCategory, Problem
from companion.text.written import FieldText
from companion.understanding.categories import Categories, TextCategory
from companion.understanding.claims import hypothetical, problems
from companion.understanding.requests import Requests
from companion.understanding.several import second_problem

_FITS = 1
"""So much of an area is enough for a topic not to be wrong."""


class Understanding:
    """One description, understood. Spans are those of its ``View.text``."""

    def __init__(self, text: FieldText) -> None:
        self._text = text

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem that is named, in order."""
        return problems(self._text)

    @cached_property
    def claims(self) -> tuple[Problem, ...]:
        """The problems that the author says have happened."""
        return tuple(problem for problem in self.problems if problem.claimed)

    @cached_property
    def blocked(self) -> bool:
        """True when the author says that the cabinet or the shop is blocked."""
        return any(problem.kind.name == "blocked" for problem in self.claims)

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
        """Where there is no topic, two words of one area and none of another are enough."""
        return self._categories.likely()

    def fits(self, category: Category) -> bool:
        """True when the text names a problem of that category, or a word of it belongs to that area."""
        return category != "other" and self.scores[category] >= _FITS

    @cached_property
    def particular_words(self) -> tuple[str, ...]:
        """The words of four letters or more that stand in no general phrase («разберитесь», «ничего не работает»)."""
        general = {
            at
            for found in self._text.found("speech.generic", "speech.greeting", "speech.signature")
            for at in range(found.first, found.last)
        }
        return tuple(
            word.lower
            for at, word in enumerate(self._text.words)
            if at not in general and len(word.lower) > 3 and word.sentence not in self._unfilled
        )

    @cached_property
    def _unfilled(self) -> frozenset[int]:
        """The sentences that are lines of an outline nobody has filled in: «Дата: …»."""
        text = self._text.view.text
        lines = enumerate(self._text.sentences)
        return frozenset(number for number, line in lines if text.endswith((": …", ": ..."), line.start, line.end))

    @cached_property
    def events(self) -> tuple[Found, ...]:
        """Verbs that tell what has happened, outside questions and suppositions."""
        return tuple(found for found in self._text.found("speech.event") if not hypothetical(self._text, found))

    @cached_property
    def tells_event(self) -> bool:
        """True when something is told that happened on some day."""
        return bool(self.events) or any(problem.kind.event for problem in self.claims)

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
        return frozenset(problem.kind.evidence for problem in self.claims if problem.kind.evidence)

    @cached_property
    def promises(self) -> tuple[Found, ...]:
        """Where the text says that a file is attached; «пришлю по запросу» is no such place."""
        later = {found.sentence for found in self._text.found("speech.on_request")}
        return tuple(
            found
            for found in self._text.found("speech.promise")
            if found.sentence not in later and not self._text.in_quotation(found.span)
        )

    @cached_property
    def repeats(self) -> tuple[Found, ...]:
        """Where the text says that it is not the first request."""
        return self._text.found("speech.repeat")

    @cached_property
    def about_item(self) -> bool:
        """True when the problem is about a particular order, shipment, return, supply or product."""
        if self._text.found("areas.every") or self.blocked:
            return False
        if any(problem.kind.item == "always" for problem in self.claims):
            return True
        one = {found.sentence for found in self._text.found("areas.item")}
        some = one | {found.sentence for found in self._text.found("areas.items")}
        near = {sentence + step for sentence in some for step in (-1, 0, 1)}
        if any(problem.kind.item == "named" and problem.found.sentence in near for problem in self.claims):
            return True
        money = {problem.found.sentence for problem in self.claims if problem.kind.money}
        told = money | {found.sentence for found in self.events}
        money_for_period = bool(money and self._text.found("areas.period"))
        return bool(told & one) and not money_for_period

    @cached_property
    def outage(self) -> Problem | None:
        """A technical failure that lasts and stops work; a blocked cabinet is none."""
        if self._text.found("problems.over") or self.blocked:
            return None
        return next((problem for problem in self.claims if problem.kind.outage), None)

    @cached_property
    def several(self) -> Span | None:
        """Where a second problem of another category stands; None when there is but one."""
        return second_problem(self._text, self.problems)
