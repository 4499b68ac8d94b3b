"""What a text asks: requests, proposals, demands and questions."""

from collections.abc import Iterator
from functools import cached_property

from companion.positions import Span
from companion.text.lemmas import readings
from companion.text.matching import Found
from companion.text.word_patterns import word_set
from companion.text.words import Word
from companion.text.written import FieldText

_FIRST_PERSON = ("у", "ю", "ем", "им")
_PLURAL = ("те", "тесь")
"""The polite «you»: «проверьте»."""


class Requests:
    """The requests of one text. Words in quotation marks are somebody else's and ask nothing here."""

    def __init__(self, text: FieldText, unfilled: frozenset[int]) -> None:
        self._text = text
        self._unfilled = unfilled

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Where something is asked, proposed or demanded; rhetorical questions are left out."""
        asked = [found.span for found in self._text.found("speech.ask") if self._own(found)]
        spans = (*asked, *self._questions(), *self._orders(), *self._headings())
        return tuple(span for span in spans if not self._text.in_quotation(span))

    @cached_property
    def asks_question(self) -> bool:
        """True when a question or «подскажите, как …» stands there."""
        return bool(self._text.found("speech.question")) or any(True for _ in self._questions())

    @cached_property
    def demands(self) -> bool:
        """True when something is to be done, not only told: «Ускорьте приёмку», but not «Подскажите»."""
        told = {found.first for found in self._text.found("speech.no_request", "speech.tell_me")}
        for at, word, begins in self._words():
            if at not in told and _imperative(word, begins=begins) and not self._text.in_quotation(word.span):
                return True
        return False

    def _words(self) -> Iterator[tuple[int, Word, bool]]:
        """Every word with its number, and whether its sentence begins with it."""
        started = -1
        for at, word in enumerate(self._text.words):
            yield at, word, word.sentence != started
            started = word.sentence

    def _own(self, found: Found) -> bool:
        return found.sentence not in self._unfilled and not self._reported(found.first, found.last)

    def _questions(self) -> Iterator[Span]:
        lower = self._text.view.lower
        for number, sentence in enumerate(self._text.sentences):
            mark = lower.rfind("?", max(sentence.start, sentence.end - 4), sentence.end)
            if mark >= 0 and number not in self._dramatic and not self._others_question(number, sentence, mark):
                yield sentence

    def _others_question(self, number: int, sentence: Span, mark: int) -> bool:
        """«Покупатель пишет: «где заказ?»», «спросила: где заказ?»; not «пишу снова: где заказ?»."""
        if self._text.in_quotation(Span(mark, mark + 1)):
            return True
        said = [self._text.words[at] for at in self._reporting if self._text.words[at].sentence == number]
        lower = self._text.view.lower
        return any(not word.lower.endswith(_FIRST_PERSON) and ":" in lower[word.end : sentence.end] for word in said)

    def _orders(self) -> Iterator[Span]:
        """Imperatives («внесите прежний вес»), and what begins a sentence: «Где посылка», «Вернуть 340 ₽.»."""
        polite = {at for found in self._text.found("speech.no_request") for at in range(found.first, found.last)}
        impossible = {found.sentence for found in self._text.found("speech.cannot")}
        for at, word, begins in self._words():
            if at in polite or word.sentence in self._unfilled or not (begins or word.lower.endswith(_PLURAL)):
                continue
            wished = word.sentence not in impossible and _infinitive(word)
            asks = _imperative(word, begins=begins) or (begins and (wished or self._asking(at)))
            if asks and not self._reported(at, at + 1):
                yield word.span

    def _asking(self, at: int) -> bool:
        """True when a sentence that begins there asks: «где посылка», «нельзя ли перенести»."""
        first, second = self._text.words[at], self._text.words[at + 1 : at + 2]
        if first.sentence in self._dramatic:
            return False
        wondering = bool(second) and second[0].lower == "ли" and first.sentence == second[0].sentence
        return at in self._asking_words or (wondering and first.lower not in word_set("speech.not_asking"))

    @cached_property
    def _asking_words(self) -> frozenset[int]:
        return frozenset(found.first for found in self._text.found("speech.question", "speech.opens_request"))

    def _headings(self) -> Iterator[Span]:
        """«Вопрос: …», «Просьба: …»."""
        text = self._text.view.text
        for found in self._text.found("speech.asks_after"):
            rest = text[found.span.end : self._text.sentences[found.sentence].end].lstrip()
            if rest.startswith(":") and rest[1:].strip(" …."):
                yield found.span

    def _reported(self, first: int, last: int) -> bool:
        """«Ответили: ожидайте», «пришлите, сказали, фото»: somebody else asks."""
        words = self._text.words
        sentence = words[first].sentence
        before = words[first - 1] if first and words[first - 1].sentence == sentence else None
        if first - 1 in self._reporting or (last in self._reporting and words[last].sentence == sentence):
            return self._imperative_at(first)
        colon = before is not None and ":" in self._text.view.text[before.end : words[first].start]
        spoken = any(words[at].sentence == sentence and at < first for at in self._reporting)
        return colon and spoken and self._imperative_at(first)

    def _imperative_at(self, at: int) -> bool:
        return any(mood == "пов" for _, mood in readings(self._text.words[at].lower))

    @cached_property
    def _reporting(self) -> frozenset[int]:
        return frozenset(found.first for found in self._text.found("speech.reported"))

    @cached_property
    def _dramatic(self) -> frozenset[int]:
        return frozenset(found.sentence for found in self._text.found("emotions.drama", "speech.rhetorical"))


def _imperative(word: Word, *, begins: bool) -> bool:
    """True for «проверьте»; only in the beginning for «проверь» and a form that may tell as well («зачислите»)."""
    moods = {mood for _, mood in readings(word.lower)}
    if not word.lower.endswith(_PLURAL):
        return begins and moods == {"пов"}
    return "пов" in moods and (begins or "наст" not in moods)


def _infinitive(word: Word) -> bool:
    return {mood for _, mood in readings(word.lower)} == {"инф"}
