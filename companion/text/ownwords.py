"""The user's own words in a text: names that are allowed, and words that are to be replaced.

An entry of one word is met in all its forms. Of several words: an allowed name too («Бюро находок», «Бюро находкам»),
a phrase to be replaced only as it is written. Capitals, ё, spaces and dashes do not matter.
"""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from companion.positions import Span
from companion.text.inflection import Form, agreeing, forms, in_form_of, is_adjective, takes_accusative
from companion.text.view import View
from companion.text.words import Word, capital_as, words
from companion.text.written import FieldText

_MOST_BETWEEN = 3
"""So many signs may stand between the words of a name: «Маша, «Медведь»»."""


class _Entry(NamedTuple):
    """One entry, ready to be found: the forms of each of its words, and what stands before and behind them."""

    number: int
    places: tuple[frozenset[str], ...]
    before: str
    behind: str
    whole: str | None
    """The evened entry where it counts letter by letter."""


class OwnWord(NamedTuple):
    """An entry that stands in a text: its words ``first:last``."""

    entry: str
    span: Span
    first: int
    last: int


class Replacement(NamedTuple):
    """What to write instead, and where; ``sure`` when nothing else in the sentence has to change with it."""

    span: Span
    text: str
    sure: bool


class WordIndex:
    """Entries ready to be found in one pass over the words of a text."""

    def __init__(self, entries: Iterable[str], *, names: bool) -> None:
        self._entries = tuple(entries)
        self._starting: dict[str, list[_Entry]] = {}
        for number, entry in enumerate(self._entries):
            compiled = _compiled(number, entry, names=names)
            for form in compiled.places[0]:
                self._starting.setdefault(form, []).append(compiled)

    def find(self, text: FieldText) -> tuple[OwnWord, ...]:
        """What of the entries stands in a text, in order; of overlapping ones the first, of those the longest."""
        found: list[OwnWord] = []
        for first, word in enumerate(text.words):
            met = [own for entry in self._starting.get(word.lower, ()) if (own := self._met(entry, text, first))]
            if met and not (found and found[-1].span.end > word.start):
                found.append(max(met, key=lambda own: own.span.end))
        return tuple(found)

    def _met(self, entry: _Entry, text: FieldText, first: int) -> OwnWord | None:
        met = text.words[first : first + len(entry.places)]
        places = zip(met, entry.places, strict=False)
        if len(met) < len(entry.places) or any(word.lower not in place for word, place in places):
            return None
        lower = text.view.lower
        start, end = met[0].start, met[-1].end
        start -= len(entry.before) if lower.endswith(entry.before, 0, start) else 0
        end += len(entry.behind) if lower.startswith(entry.behind, end) else 0
        as_written = entry.whole is None or lower[start:end] == entry.whole
        if not as_written or not _together(met, lower):
            return None
        return OwnWord(self._entries[entry.number], Span(start, end), first, first + len(met))


def _together(met: tuple[Word, ...], lower: str) -> bool:
    gaps = (lower[word.end : later.start] for word, later in pairwise(met))
    return all(len(gap) <= _MOST_BETWEEN and "\n" not in gap for gap in gaps)


def _compiled(number: int, entry: str, *, names: bool) -> _Entry:
    view, found = _read(entry)
    before, behind = view.lower[: found[0].start].strip(), view.lower[found[-1].end :].strip()
    if not names and len(found) > 1:
        return _Entry(number, tuple(frozenset((word.lower,)) for word in found), before, behind, view.lower)
    # As it was written: with its ё the dictionary knows it better.
    places = tuple(forms(view.text[word.start : word.end], generous=names) for word in found)
    return _Entry(number, places, before, behind, None)


def _read(entry: str) -> tuple[View, tuple[Word, ...]]:
    view = View(entry.strip())
    return view, words(view, (Span(0, len(view.text)),))


def has_words(entry: str) -> bool:
    """True when an entry can be found at all: it has a letter or a digit."""
    return bool(_read(entry)[1])


def evened(entry: str) -> str:
    """Two entries that differ only in what does not matter are one."""
    return View(entry.strip()).lower


@lru_cache(8)
def names(entries: tuple[str, ...]) -> WordIndex:
    """The index over allowed names."""
    return WordIndex(entries, names=True)


@lru_cache(8)
def replaced(entries: tuple[str, ...]) -> WordIndex:
    """The index over words to be replaced."""
    return WordIndex(entries, names=False)


def replacements(text: FieldText, own: OwnWord, given: str) -> tuple[Replacement, ...]:
    """What may stand instead of a found word, the likeliest first, with the capital that stands there."""
    if own.last - own.first > 1:
        return (Replacement(own.span, _capital(text, own.span, given), sure=False),)
    word = text.words[own.first]
    found = in_form_of(word.lower, View(own.entry.strip()).text, given)
    if len(found) > 1:
        wanted = "accs" if _needs_accusative(text, own.first) else "nomn"
        found = tuple(sorted(found, key=lambda form: form.case != wanted))
    return tuple(_replacement(text, own, form, sure=form.sure and len(found) == 1) for form in found)


def _needs_accusative(text: FieldText, at: int) -> bool:
    """Whether «исправьте», «в», «про» stand before a noun, adjectives between them not counted."""
    sentence = text.words[at].sentence
    for word in reversed(text.words[max(0, at - 4) : at]):
        if word.sentence != sentence:
            return False
        if not is_adjective(word.lower):
            return takes_accusative(word.lower)
    return False


def _replacement(text: FieldText, own: OwnWord, form: Form, *, sure: bool) -> Replacement:
    span, new = own.span, form.text
    if form.gender and form.case:
        for word in reversed(text.words[max(0, own.first - 3) : own.first]):
            touching = text.view.text[word.end : span.start] == " "
            changed = agreeing(word.span.of(text.view.text), case=form.case, gender=form.gender) if touching else None
            if changed is None:
                break
            span, new = Span(word.start, span.end), f"{changed} {new}"
    return Replacement(span, _capital(text, span, new), sure)


def _capital(text: FieldText, span: Span, new: str) -> str:
    """With a capital where one stood; of a word all in capitals only at the beginning of a sentence."""
    there = span.of(text.view.text)
    shouted = len(there) > 1 and there.isupper()
    begins = text.sentence_at(span.start).start == span.start
    return capital_as(there, new) if begins or not shouted else new


def stands_in(entries: tuple[str, ...], text: str) -> bool:
    """True when one of the words to be replaced stands in a text."""
    return bool(replaced(entries).find(FieldText(text)))
