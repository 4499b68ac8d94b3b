"""One field of a draft as text: its view, sentences, words, and the phrases of all lexicons."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import cached_property
from operator import attrgetter

from companion.positions import Cover, Span, Utf16
from companion.text.matching import Found, all_phrases
from companion.text.quotes import quoted
from companion.text.view import View
from companion.text.words import Word, sentences, words

_place = attrgetter("span")


class FieldText:
    """One field of the draft, each part computed once, on demand."""

    def __init__(self, raw: str) -> None:
        self.view = View(raw)
        self._covers: dict[str, Cover] = {}
        self._merged: dict[tuple[str, ...], tuple[Found, ...]] = {}

    @property
    def blank(self) -> bool:
        """True when nothing can be read in it."""
        return not self.view.text.strip()

    @property
    def all(self) -> Span:
        """The span of the whole text."""
        return Span(0, len(self.view.text))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Its sentences, in order."""
        return sentences(self.view)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words, in order."""
        return words(self.view, self.sentences)

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        """Its quotations, in order."""
        return quoted(self.view)

    @cached_property
    def _units(self) -> Utf16:
        return Utf16(self.view.raw)

    def utf16(self, span: Span) -> tuple[int, int]:
        """``(offset, length)`` in the field as it stands, in UTF-16 units, of a span of ``View.text``."""
        return self._units.offset_length(self.view.original(span))

    def in_quotation(self, span: Span) -> bool:
        """True when the whole span is quoted."""
        return self._quoted.holds(span)

    def touches_quotation(self, span: Span) -> bool:
        """True when a part of the span is quoted."""
        return self._quoted.overlaps(span)

    @cached_property
    def _quoted(self) -> Cover:
        return Cover(self.quotations)

    def touches(self, listed: str, span: Span) -> bool:
        """True when something of that word list stands where the span stands, at least in part."""
        if listed not in self._covers:
            self._covers[listed] = Cover(found.span for found in self.found(listed))
        return self._covers[listed].overlaps(span)

    def sentence_number(self, position: int) -> int:
        """The number of the last sentence that begins at or before a position; -1 before the first."""
        return bisect_right(self.sentences, position, key=lambda sentence: sentence.start) - 1

    def sentence_at(self, position: int) -> Span:
        """The sentence in which a position stands, else the empty span there."""
        at = self.sentence_number(position)
        inside = at >= 0 and position < self.sentences[at].end
        return self.sentences[at] if inside else Span(position, position)

    def words_in(self, span: Span) -> tuple[Word, ...]:
        """The words that stand in a span, wholly or in part."""
        return self.words[self._word_numbers(span)]

    def words_near(self, span: Span) -> tuple[Word, ...]:
        """The words of a span with the one before and the one after it in the sentence in which it begins."""
        inside = self._word_numbers(span)
        if inside.start == inside.stop:
            return ()
        sentence = self.words[inside.start].sentence
        near = self.words[max(0, inside.start - 1) : inside.stop + 1]
        return tuple(word for word in near if word.sentence == sentence)

    def _word_numbers(self, span: Span) -> slice:
        first = bisect_right(self.words, span.start, key=lambda word: word.end)
        return slice(first, max(first, bisect_left(self.words, span.end, key=lambda word: word.start)))

    @cached_property
    def phrases(self) -> Mapping[str, tuple[Found, ...]]:
        """Per word list what of it stands here."""
        return all_phrases().find(self.words)

    def found(self, *lists: str) -> tuple[Found, ...]:
        """What of the named word lists stands here, in order."""
        if len(lists) == 1:
            return self.phrases.get(lists[0], ())
        if lists not in self._merged:
            hits = [hit for name in lists for hit in self.phrases.get(name, ())]
            self._merged[lists] = tuple(sorted(hits, key=_place))
        return self._merged[lists]
