"""Where a text says that a file is attached to it: not elsewhere, earlier, by somebody else, or later."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Literal, NamedTuple

from companion.positions import Cover, Span
from companion.text.lemmas import readings
from companion.text.matching import Found
from companion.text.word_patterns import word_set
from companion.text.written import FieldText

Way = Literal["now", "done", "handed", "enclosed", "closing", "heading"]
"""How it is said: the lists of ``promises.toml``."""
_WAYS: tuple[Way, ...] = ("now", "enclosed", "done", "closing", "handed", "heading")
"""In the order in which one of them keeps a place from the next."""
_BREAK = re.compile(r"[;()]|(?<!пожалуйста),(?!\d| ?пожалуйста)|:(?=\s)|\s-\s", re.IGNORECASE)
_TELLING = frozenset(("прош", "наст"))
_NUMBER = 5
"""A number of more digits is that of a request."""
_TO = ("к", "ко")
_FAR = 5
"""So many words after «приложен» may «к …» stand."""
_NEAR = 2
"""So many words before and after a phrase «не» turns it round."""


class Promise(NamedTuple):
    """One place where a file is said to be attached."""

    way: Way
    found: Found
    clause: Span

    @property
    def span(self) -> Span:
        """Where it stands in ``View.text``."""
        return self.found.span


class Promises:
    """The promises of one text."""

    def __init__(self, text: FieldText) -> None:
        self._text = text

    def found(self) -> tuple[Promise, ...]:
        """Every promise, in order, none over another."""
        kept: list[Promise] = []
        for way in _WAYS:
            taken = Cover(other.span for other in kept)
            for hit in self._text.found(f"promises.{way}"):
                if not taken.overlaps(hit.span):
                    promise = Promise(way, hit, self._clause(hit.span))
                    kept += [promise] * self._meant(promise)
        return tuple(sorted(kept, key=lambda promise: promise.span))

    def _meant(self, promise: Promise) -> bool:
        found = promise.found
        if (
            self._text.in_quotation(found.span)
            or self._measures(found)
            or self._negated(promise)
            or self._later(promise)
            or self._to_something(promise)
        ):
            return False
        match promise.way:
            case "now":
                return True
            case "enclosed":
                return not (self._has(promise.clause, "supposed", "wanted") or self._of_number(found))
            case "closing":
                return self._closes(promise)
            case "done":
                return self._done(promise)
            case "handed":
                return self._done(promise) and self._handed(promise)
            case "heading":
                return self._listing(promise)

    def _has(self, span: Span, *lists: str) -> bool:
        return any(hit.span.inside(span) for name in lists for hit in self._text.found(f"promises.{name}"))

    def _clause(self, span: Span) -> Span:
        """The part of the sentence between marks in which a phrase stands."""
        sentence = self._text.sentence_at(span.start)
        last = bisect_right(self._breaks, span.start, key=lambda mark: mark.end) - 1
        following = bisect_left(self._breaks, span.end, key=lambda mark: mark.start)
        start = self._breaks[last].end if last >= 0 else 0
        end = self._breaks[following].start if following < len(self._breaks) else sentence.end
        return Span(max(start, sentence.start), min(end, sentence.end))

    @cached_property
    def _breaks(self) -> list[Span]:
        return [Span(*mark.span()) for mark in _BREAK.finditer(self._text.view.text)]

    def _negated(self, promise: Promise) -> bool:
        near = self._text.words[max(0, promise.found.first - _NEAR) : promise.found.last + _NEAR]
        return any(word.lower in word_set("speech.negation") and word.span.inside(promise.clause) for word in near)

    def _later(self, promise: Promise) -> bool:
        """«Прилагаю по запросу», «если нужно, прилагаю»; not «прилагаю, остальное по запросу»."""
        if self._has(promise.clause, "later"):
            return True
        sentence = self._text.sentence_at(promise.found.span.start)
        before = Span(sentence.start, promise.clause.start)
        words = self._text.words_in(before)
        return bool(words) and words[0].lower == "если" and self._has(before, "later")

    def _to_something(self, promise: Promise) -> bool:
        """«Прикреплён к магазину», «к модерации приложили», not «к обращению»; «прилагаю» is always to this one."""
        found, words = promise.found, self._text.words
        one = found.last - found.first == 1
        if not one or promise.way not in ("done", "enclosed"):
            return False
        opening = self._text.words_in(promise.clause)[0]
        to = next((word for word in words[found.last : found.last + _FAR] if word.lower in _TO), None)
        if to is None and opening.lower in _TO:
            to = opening
        return to is not None and to.span.inside(promise.clause) and not self._has(promise.clause, "letter")

    def _done(self, promise: Promise) -> bool:
        clause, found = promise.clause, promise.found
        if self._has(clause, "elsewhere", "earlier", "supposed", "by_others") or self._of_number(found):
            return False
        if self._has(Span(found.span.end, clause.end), "elsewhere_after") or self._somebody_else(promise):
            return False
        opening = self._text.words_in(clause)[0]
        dated = opening.lower[:1].isdigit() and opening.start < found.span.start
        sentence = self._text.sentence_at(clause.start)
        return not dated and (not self._has(clause, "goods") or self._names_file(sentence))

    def _names_file(self, sentence: Span) -> bool:
        listed = (hit for hit in self._text.found("promises.listed") if hit.span.inside(sentence))
        return any(len(hit.span.of(self._text.view.lower)) > _NEAR for hit in listed)

    def _somebody_else(self, promise: Promise) -> bool:
        """«Покупатель приложил фото», «покупатель открыл спор, приложил фото»; not «клиент зол, приложили чек»."""
        clause = promise.clause
        if self._has(clause, "self"):
            return False
        if self._has(clause, "others"):
            return True
        verb = self._text.words[promise.found.first]
        begins = verb in self._text.words_in(clause)[:2] and promise.way in ("done", "handed")
        if not begins or not verb.lower.endswith(("л", "ла")):
            return False
        sentence = self._text.sentence_at(clause.start)
        return self._has(Span(sentence.start, clause.start), "others")

    def _handed(self, promise: Promise) -> bool:
        """True when the sentence ends with what is handed over and no card is spoken of that it could go to."""
        clause, found = promise.clause, promise.found
        if clause.end != self._text.sentence_at(clause.start).end or self._has(clause, "renewed"):
            return False
        if any(_tells(word) for word in self._after(promise)):
            return False
        card = self._text.found("problems.card", "problems.creation") and self._has(found.span, "of_card")
        return not card

    def _closes(self, promise: Promise) -> bool:
        found, clause = promise.found, promise.clause
        words = self._text.words
        pointing, prepositions = word_set("promises.pointing"), word_set("promises.prepositions")
        if any(word not in pointing for word in self._after(promise)) or self._has(clause, "wanted"):
            return False
        before = words[found.first - 1].lower if found.first and words[found.first - 1].start >= clause.start else ""
        inside = words[found.first : found.last]
        return before not in prepositions and not any(_tells_otherwise(word.lower) for word in inside)

    def _after(self, promise: Promise) -> list[str]:
        """The words of its clause after a promise."""
        return [word.lower for word in self._text.words_in(Span(promise.found.span.end, promise.clause.end))]

    def _measures(self, found: Found) -> bool:
        """«41 см, снимок …»: centimetres, not «смотрите»."""
        words = self._text.words[max(0, found.first - 1) : found.first + 1]
        return words[-1].lower == "см" and words[0].lower[-1:].isdigit()

    def _of_number(self, found: Found) -> bool:
        """«Приложен к обращению 73712587» tells of an earlier one."""
        following = self._text.words[found.last : found.last + 1]
        return any(len(word.lower) > _NUMBER and word.lower.isdigit() for word in following)

    def _listing(self, promise: Promise) -> bool:
        """«Приложение: акт», «Приложения:» before a list."""
        text, span = self._text.view.text, promise.span
        sentence = self._text.sentence_at(span.start)
        if span.start != sentence.start or not text[span.end : sentence.end].lstrip().startswith(":"):
            return False
        rest = Span(span.end, sentence.end)
        return not rest.of(text).strip(" :") or self._has(rest, "listed")


def _tells(word: str) -> bool:
    """True for a form of a verb that tells and can be nothing else: «отклонили»."""
    return {mood for _, mood in readings(word)} <= _TELLING


def _tells_otherwise(word: str) -> bool:
    """True for such a verb that does not only say where something is."""
    return _tells(word) and not {lemma for lemma, _ in readings(word)} & word_set("promises.verbs_of_place")
