"""Where a text tells that something has happened: by listed phrases, and by the form of verbs that no list knows."""

from collections.abc import Callable, Iterator
from functools import cache

from companion.text.clauses import clause_around
from companion.text.lemmas import tense
from companion.text.matching import Found
from companion.text.phrases import lexicon
from companion.text.written import FieldText


@cache
def _unreal() -> frozenset[str]:
    return frozenset(lexicon("dates")["unreal"]["words"])


@cache
def _asking() -> frozenset[str]:
    return frozenset(lexicon("dates")["asking"]["words"])


def happenings(text: FieldText, hypothetical: Callable[[Found], bool]) -> tuple[Found, ...]:
    """Told events, in order; ``hypothetical`` says of a place that it is asked or supposed there."""
    listed = text.found("speech.event", "dates.happened")
    known = {at for found in listed for at in range(found.first, found.last)}
    by_form = (found for found in _finished(text) if found.first not in known)
    spared = {at for found in text.found("dates.no_event") for at in range(found.first, found.last)}
    return tuple(
        sorted(
            (
                found
                for found in (*listed, *by_form)
                if spared.isdisjoint(range(found.first, found.last))
                and not hypothetical(found)
                and not text.in_quotation(found.span)
                and not _unsaid(text, found)
            ),
            key=lambda found: found.span,
        )
    )


def _finished(text: FieldText) -> Iterator[Found]:
    """Verbs in the past that tell of something completed: «улетел», «впаяли»."""
    for at, word in enumerate(text.words):
        if tense(word.lower) == "happened":
            yield Found("", word.lower, word.span, word.sentence, at, at + 1)


def _unsaid(text: FieldText, found: Found) -> bool:
    """«Чтобы заказ не отменился», «вернули бы»; «Документы дошли?» asks whether it has happened at all."""
    clause = clause_around(text.view.lower, found.span, text.sentences[found.sentence])
    words = {word.lower for word in text.words_in(clause)}
    if not words.isdisjoint(_unreal()):
        return True
    asked = text.view.lower[clause.start : clause.end].rstrip().endswith("?")
    return asked and words.isdisjoint(_asking()) and not any(word.isdigit() for word in words)
