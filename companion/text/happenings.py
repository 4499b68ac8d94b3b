"""Where a text tells that something has happened: by listed phrases, and by the form of verbs that no list knows."""

from collections.abc import Callable, Iterable, Iterator

from companion.positions import Span
from companion.text.clauses import clause_around
from companion.text.lemmas import tense
from companion.text.matching import Found
from companion.text.word_patterns import word_set
from companion.text.written import FieldText


def happenings(text: FieldText, hypothetical: Callable[[Found], bool]) -> tuple[Found, ...]:
    """Told events, in order; ``hypothetical`` says of a place that it is asked or supposed there."""
    listed = text.found("speech.event", "dates.happened")
    known = {at for found in listed for at in range(found.first, found.last)}
    by_form = (found for found in _finished(text) if found.first not in known)
    spared = {at for found in text.found("dates.no_event") for at in range(found.first, found.last)}
    candidates = sorted((*listed, *by_form), key=lambda found: found.span)
    told = (found for found in candidates if spared.isdisjoint(range(found.first, found.last)))
    said = (found for found in _said(text, told) if not text.touches_quotation(found.span))
    return tuple(found for found in said if not hypothetical(found))


def _finished(text: FieldText) -> Iterator[Found]:
    """Verbs in the past that tell of something completed: «улетел», «впаяли»."""
    for at, word in enumerate(text.words):
        if tense(word.lower) == "happened":
            yield Found("", word.lower, word.span, word.sentence, at, at + 1)


def _said(text: FieldText, candidates: Iterable[Found]) -> Iterator[Found]:
    """Those in a clause that asserts something. Several may stand in one clause, which is read once."""
    clause, unsaid = Span(0, 0), True
    for found in candidates:
        if not found.span.inside(clause):
            clause = clause_around(text.view.lower, found.span, text.sentences[found.sentence])
            unsaid = _unsaid(text, clause)
        if not unsaid:
            yield found


def _unsaid(text: FieldText, clause: Span) -> bool:
    """«Чтобы заказ не отменился», «вернули бы»; «Документы дошли?» asks whether it has happened at all."""
    words = {word.lower for word in text.words_in(clause)}
    if not words.isdisjoint(word_set("dates.unreal")):
        return True
    asked = clause.of(text.view.lower).rstrip().endswith("?")
    return asked and words.isdisjoint(word_set("dates.asking")) and not any(word.isdigit() for word in words)
