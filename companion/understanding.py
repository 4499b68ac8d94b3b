"""What a description is about: problems, category, events, requests, the proof and the number that it needs.

A part of the reading: everything here is computed from the words and word lists of one description, once, on demand.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from companion.positions import Span
from companion.report import Category
from companion.text.happenings import happenings
from companion.text.matching import Found
from companion.text.phrases import lexicon
from companion.text.problems import MAIN_CATEGORIES, Evidence, MainCategory, Problem, ProblemKind, problem_lists
from companion.text.written import FieldText

_STRONG, _WEAK, _MOST_WEAK = 3, 1, 3
_PARTICULAR = re.compile(r"[0-9]{1,2}[./][0-9]{2}|[0-9]{6}")
_NEVER = sys.maxsize
"""Where nothing stands: behind every text."""
_ITEM = re.compile(r"[0-9]{1,2}[.)] ?(?![0-9])")
_FITS = 1
"""So much of an area is enough for a topic not to be wrong."""
_CATEGORIES_APART = 2
"""More categories than this are several problems without any word that says so."""


@cache
def _negations() -> frozenset[str]:
    return frozenset(lexicon("speech")["negation"]["words"])


@cache
def _imperative_endings() -> tuple[str, ...]:
    return tuple(lexicon("speech")["imperative"]["endings"])


@dataclass(frozen=True, slots=True)
class TextCategory:
    """The category that a text clearly belongs to, and the words that decided it."""

    category: MainCategory
    words: str


class Understanding:
    """One description, understood. Spans are those of its ``View.text``."""

    def __init__(self, text: FieldText) -> None:
        self._text = text

    def hypothetical(self, found: Found) -> bool:
        """True behind «если», «можно ли», «как вернуть …» in the same sentence: asked or supposed, not told."""
        first, first_if = self._suppositions.get(found.sentence, (_NEVER, _NEVER))
        if found.span.start < first:
            return False
        # «Как вернуть 500 ₽, которые списали 12.11.2026?»: what has a day or a number has happened.
        return first_if <= found.span.start or self._last_particular.get(found.sentence, -1) < found.span.start

    @cached_property
    def _suppositions(self) -> dict[int, tuple[int, int]]:
        """Per sentence where its first word of asking or supposing begins, and its first «если»."""
        found: dict[int, tuple[int, int]] = {}
        for marker in self._text.found("speech.hypothetical"):
            first, first_if = found.get(marker.sentence, (_NEVER, _NEVER))
            begun = marker.span.start if marker.source.startswith("если") else _NEVER
            found[marker.sentence] = min(first, marker.span.start), min(first_if, begun)
        return found

    @cached_property
    def _last_particular(self) -> dict[int, int]:
        """Per supposing sentence where its last day or number begins."""
        return {
            at: match.start()
            for at in self._suppositions
            for match in _PARTICULAR.finditer(self._text.view.text, *self._text.sentences[at])
        }

    def _said(self, found: Found, kind: ProblemKind) -> bool:
        # «с причиной «брак»»: the buyer's words about the goods are no claim of the seller's; an error's text is one.
        others_words = kind.evidence == "photo" and self._text.in_quotation(found.span)
        return not others_words and not self.hypothetical(found) and not self._negated(found)

    def _negated(self, found: Found) -> bool:
        words = self._text.words
        before = words[found.first - 1] if found.first else None
        return before is not None and before.sentence == found.sentence and before.lower in _negations()

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem that is named, in order."""
        found = (
            Problem(kind, hit, claimed=self._said(hit, kind))
            for listed, kind in problem_lists().items()
            for hit in self._text.found(listed)
        )
        return tuple(sorted(found, key=lambda problem: problem.found.span))

    @cached_property
    def claims(self) -> tuple[Problem, ...]:
        """The problems that the author says have happened."""
        return tuple(problem for problem in self.problems if problem.claimed)

    @cached_property
    def blocked(self) -> bool:
        """True when the author says that the cabinet or the shop is blocked."""
        return any(problem.kind.name == "blocked" for problem in self.claims)

    @cached_property
    def scores(self) -> dict[MainCategory, int]:
        """How much speaks for each category: a named problem 3, words of the area 1 each and 3 at the most."""
        scores = {}
        for category in MAIN_CATEGORIES:
            strong = {problem.kind.name for problem in self.problems if problem.kind.category == category}
            weak = {self._text.words[hit.first].lower[:5] for hit in self._text.found(f"areas.{category}")}
            scores[category] = _STRONG * len(strong) + _WEAK * min(len(weak), _MOST_WEAK)
        return scores

    @cached_property
    def category(self) -> TextCategory | None:
        """The category that the text clearly belongs to; None when it is unclear or fits several."""
        return self._leading(_STRONG)

    @cached_property
    def likely_category(self) -> TextCategory | None:
        """Where there is no topic, two words of one area and none of another are enough."""
        return self._leading(2 * _WEAK)

    def _leading(self, least: int) -> TextCategory | None:
        (first, most), (_, second) = sorted(self.scores.items(), key=lambda pair: -pair[1])[:2]
        if most < least or most < second + 2:
            return None
        strong = next((problem.found.span for problem in self.problems if problem.kind.category == first), None)
        weak = self._text.found(f"areas.{first}")
        span = strong or weak[0].span
        return TextCategory(first, self._text.view.text[span.start : span.end])

    def fits(self, category: Category) -> bool:
        """True when the text names a problem of that category, or a word of it belongs to that area."""
        strong = any(problem.kind.category == category for problem in self.problems)
        return strong or (category != "other" and self.scores[category] >= _FITS)

    @cached_property
    def particular_words(self) -> tuple[str, ...]:
        """The words of four letters or more that stand in no general phrase («разберитесь», «ничего не работает»)."""
        general = {at for found in self._text.found("speech.generic") for at in range(found.first, found.last)}
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
        return tuple(found for found in self._text.found("speech.event") if not self.hypothetical(found))

    @cached_property
    def happenings(self) -> tuple[Found, ...]:
        """Where it is told that something has happened on some day: listed events and, by their form, other verbs.

        More than ``events``, which name what happens to goods and money.
        """
        return happenings(self._text, self.hypothetical)

    @cached_property
    def tells_event(self) -> bool:
        """True when something is told that happened on some day."""
        told = any(not self._preamble(found) for found in self.happenings)
        return told or any(problem.kind.event for problem in self.claims)

    def _preamble(self, found: Found) -> bool:
        """«Сменили директора, какие документы прислать?»: told only to ask about an order, where nothing is wrong."""
        claimed = {claim.found.sentence for claim in self.claims}
        asked = self._orders_asked
        if found.sentence not in claimed and asked.get(found.sentence, -1) > found.span.start:
            return True
        own = any(act.span.overlaps(found.span) for act in self._text.found("dates.own_act"))
        return own and bool(asked) and not claimed

    @cached_property
    def _orders_asked(self) -> dict[int, int]:
        """Per sentence where its last «как …», «можно ли» begins; «что делать» asks for help instead."""
        markers = self._text.found("speech.hypothetical", "dates.order_asked")
        return {
            marker.sentence: marker.span.start
            for marker in markers
            if not marker.source.startswith(("если", "что делать", "во избежание", "чтобы"))
        }

    @cached_property
    def requests(self) -> tuple[Span, ...]:
        """Where something is asked, proposed or demanded; questions too, rhetorical ones not."""
        asked = [found.span for found in self._text.found("speech.ask") if found.sentence not in self._unfilled]
        return (*asked, *self._questions(), *self._orders())

    def _orders(self) -> Iterator[Span]:
        """Sentences that begin with an imperative or a question word: «Назначьте новый забор», «Где посылка»."""
        polite = {found.first for found in self._text.found("speech.no_request")}
        drama = {found.sentence for found in self._text.found("emotions.drama")}
        asking = {found.first for found in self._text.found("speech.question") if found.sentence not in drama}
        started = -1
        for at, word in enumerate(self._text.words):
            if word.sentence != started and (
                at in asking or (word.lower.endswith(_imperative_endings()) and at not in polite)
            ):
                yield word.span
            started = word.sentence

    @cached_property
    def asks_question(self) -> bool:
        """True when a question or «подскажите, как …» stands there."""
        return bool(self._text.found("speech.question")) or any(True for _ in self._questions())

    def _questions(self) -> Iterator[Span]:
        lower = self._text.view.lower
        drama = self._text.found("emotions.drama")
        for number, sentence in enumerate(self._text.sentences):
            ending = lower[max(sentence.start, sentence.end - 4) : sentence.end]
            if "?" in ending and not any(found.sentence == number for found in drama):
                yield sentence

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
        one = {found.sentence for found in self._text.found("areas.item")}
        some = one | {found.sentence for found in self._text.found("areas.items")}
        if any(problem.kind.item and problem.found.sentence in some for problem in self.claims):
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
    def several(self) -> tuple[Problem, Problem] | None:
        """Two problems of different categories, the second introduced as another one or in a numbered line."""
        known = [problem for problem in self.claims if problem.kind.category]
        first_of = {problem.kind.category: problem for problem in reversed(known)}
        if len(first_of) > _CATEGORIES_APART and not self._text.found("speech.same"):
            first, second, *_ = sorted(first_of.values(), key=lambda problem: problem.found.span)
            return first, second
        same = {found.sentence for found in self._text.found("speech.same")}
        starts = [(also.span, also.sentence) for also in self._text.found("speech.also")]
        starts += [(line, at) for at, line in enumerate(self._text.sentences) if self._numbered(line)][1:]
        for start, sentence in starts:
            before = [problem for problem in known if problem.found.span.end <= start.start]
            after = [
                problem
                for problem in known
                if problem.found.span.start >= start.start
                and problem.found.sentence - sentence in (0, 1)
                and problem.found.sentence not in same
            ]
            for first in before:
                for second in after:
                    if first.kind.category != second.kind.category:
                        return first, second
        return None

    def _numbered(self, line: Span) -> bool:
        return _ITEM.match(self._text.view.text, line.start) is not None


def subject_category(subject: FieldText) -> Category | None:
    """The category of a topic or a menu path: the first part that names one; None when none does."""
    text = subject.view.lower
    start = 0
    for part in text.split(" > "):
        end = start + len(part)
        for category in (*MAIN_CATEGORIES, "other"):
            if any(start <= found.span.start < end for found in subject.found(f"topics.{category}")):
                return category  # type: ignore[return-value]
        start = end + 3
    return None
