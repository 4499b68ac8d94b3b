"""What a text asks: requests, proposals, demands and questions."""

from collections.abc import Iterator
from functools import cached_property

from companion.positions import Span
from companion.text.lemmas import readings
from companion.text.words import Word
from companion.text.written import FieldText

_PLURAL = ("те", "тесь")
"""One «you» is polite: «проверьте», not «проверь»."""


class Requests:
    """The requests of one text. Words in quotation marks are somebody else's and ask nothing here."""

    def __init__(self, text: FieldText, unfilled: frozenset[int]) -> None:
        self._text = text
        self._unfilled = unfilled

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Where something is asked, proposed or demanded; rhetorical questions are left out."""
        asked = [found.span for found in self._text.found("speech.ask") if found.sentence not in self._unfilled]
        spans = (*asked, *self._questions(), *self._orders())
        return tuple(span for span in spans if not self._text.in_quotation(span))

    @cached_property
    def asks_question(self) -> bool:
        """True when a question or «подскажите, как …» stands there."""
        return bool(self._text.found("speech.question")) or any(True for _ in self._questions())

    @cached_property
    def demands(self) -> bool:
        """True when something is to be done, not only told: «Ускорьте приёмку», but not «Подскажите»."""
        told = {found.first for found in self._text.found("speech.no_request", "speech.tell_me")}
        started = -1
        for at, word in enumerate(self._text.words):
            begins, started = word.sentence != started, word.sentence
            if at not in told and _imperative(word, begins=begins) and not self._text.in_quotation(word.span):
                return True
        return False

    def _questions(self) -> Iterator[Span]:
        lower = self._text.view.lower
        for number, sentence in enumerate(self._text.sentences):
            ending = lower[max(sentence.start, sentence.end - 4) : sentence.end]
            if "?" in ending and number not in self._dramatic:
                yield sentence

    def _orders(self) -> Iterator[Span]:
        """Imperatives («внесите прежний вес»), and what begins a sentence: «Где посылка», «Вернуть 340 ₽.»."""
        polite = {found.first for found in self._text.found("speech.no_request")}
        asking = {found.first for found in self._text.found("speech.question") if found.sentence not in self._dramatic}
        impossible = {found.sentence for found in self._text.found("speech.cannot")}
        started = -1
        for at, word in enumerate(self._text.words):
            begins, started = word.sentence != started, word.sentence
            if at in polite or word.sentence in self._unfilled:
                continue
            wanted = begins and (at in asking or (word.sentence not in impossible and _infinitive(word)))
            if wanted or _imperative(word, begins=begins):
                yield word.span

    @cached_property
    def _dramatic(self) -> frozenset[int]:
        return frozenset(found.sentence for found in self._text.found("emotions.drama"))


def _imperative(word: Word, *, begins: bool) -> bool:
    """True for «проверьте»; for a form that may tell as well («зачислите») only where it begins a sentence."""
    if not word.lower.endswith(_PLURAL):
        return False
    moods = {mood for _, mood in readings(word.lower)}
    return "пов" in moods and (begins or "наст" not in moods)


def _infinitive(word: Word) -> bool:
    return {mood for _, mood in readings(word.lower)} == {"инф"}
