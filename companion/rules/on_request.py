"""The fixes for a promised file that is not there: «пришлю по запросу» instead, or the words taken out."""

from companion.positions import Span
from companion.reading import Reading
from companion.rules.removal import removal
from companion.rules.rule import Change, Remedy
from companion.text.lemmas import readings
from companion.text.phrases import lexicon
from companion.text.words import Word
from companion.understanding import Promise

_TITLE = "Заменить на «пришлю по запросу»"
_PASSIVE = ("н", "на", "но", "ны", "тся")
_ENDS = ".!?… \n"


def remedies(reading: Reading, promise: Promise) -> tuple[Remedy, ...]:
    """What can be done without the file; empty where no text would read well afterwards."""
    changes = _reworded(reading, promise)
    reworded = (Remedy(_TITLE, changes),) if changes else ()
    return reworded + _taken_out(reading, promise)


def _reworded(reading: Reading, promise: Promise) -> tuple[Change, ...]:
    text = reading.description
    words = text.words[promise.found.first : promise.found.last]
    if promise.way == "heading" or len(text.words_in(promise.clause)) == 1:
        return ()
    if promise.way == "enclosed" and len(words) == 2 and words[1].lower in lexicon("promises")["with_this"]["words"]:
        return _having(reading, promise, promise.span)
    verbs = [word for word in words if _carries(word) or promise.way in ("now", "done")]
    if len(verbs) != 1:
        return ()
    if verbs[0].lower.endswith(_PASSIVE):
        return _having(reading, promise, verbs[0].span) if verbs[0] in (words[0], words[-1]) else ()
    return () if verbs[0].lower.endswith("я") else _sending(reading, promise, verbs[0])


def _sending(reading: Reading, promise: Promise, verb: Word) -> tuple[Change, ...]:
    """«Прилагаю акт» → «Пришлю по запросу акт», «акт кинула к сообщению» → «акт пришлю по запросу»."""
    text = reading.description
    if text.view.text[verb.end : verb.end + 1] == "(":
        return ()
    here = [hit.span.end for hit in text.found("promises.here") if 0 <= hit.span.start - verb.end <= 1]
    verb_first = verb.start == promise.span.start
    span = Span(verb.start, max([verb.end if verb_first else promise.span.end, *here]))
    plural = verb.lower.endswith(("м", "ли"))
    return (
        Change("description", span, _cased("пришлём по запросу" if plural else "пришлю по запросу", reading, span)),
    )


def _having(reading: Reading, promise: Promise, span: Span) -> tuple[Change, ...]:
    """«Акт приложен» → «Акт есть, пришлю по запросу», «приложен акт» → «есть акт, пришлю по запросу»."""
    text, clause = reading.description, promise.clause
    sentence = text.sentence_at(span.start)
    others = [word for word in text.words_in(clause) if not word.span.overlaps(span)]
    sending = "пришлём по запросу" if text.found("promises.plural") else "пришлю по запросу"
    if not others or any(_verb(word) for word in others):
        return ()
    rest = text.words_in(Span(clause.end, sentence.end))
    if not text.view.text[span.end : clause.end].strip(_ENDS):
        before = text.words_in(Span(clause.start, span.start))[-1]
        reads_on = not rest or any(_verb(word) for word in rest)
        return (
            (Change("description", span, f"есть, {sending}"),)
            if reads_on and before.lower not in lexicon("promises")["prepositions"]["words"]
            else ()
        )
    if clause.start > sentence.start or others[0].start < span.start or any(_verb(word) for word in rest):
        return ()
    end = sentence.start + len(sentence.of(text.view.text).rstrip(_ENDS))
    return (
        Change("description", span, _cased("есть", reading, span)),
        Change("description", Span(end, end), f", {sending}"),
    )


def _carries(word: Word) -> bool:
    verbs = lexicon("promises")["carrying"]["words"]
    return any(lemma in verbs and mood in ("прош", "наст") for lemma, mood in readings(word.lower))


def _verb(word: Word) -> bool:
    return all(mood in ("прош", "наст", "пов", "инф") for _, mood in readings(word.lower))


def _cased(words: str, reading: Reading, span: Span) -> str:
    return words.capitalize() if reading.description.view.text[span.start].isupper() else words


def _taken_out(reading: Reading, promise: Promise) -> tuple[Remedy, ...]:
    """The sentence that says nothing else, or the last part of one whose rest can stand."""
    text, clause = reading.description, promise.clause
    sentence = text.sentence_at(promise.span.start)
    end = clause.start + len(clause.of(text.view.text).rstrip(_ENDS))
    start = clause.end - len(clause.of(text.view.text).lstrip())
    if text.view.text[end : sentence.end].strip(_ENDS):
        return ()
    if not text.view.text[sentence.start : clause.start].strip():
        return tuple(remedy for remedy in removal(reading, Span(start, end), clause=True))
    mark = len(text.view.text[: clause.start].rstrip()) - 1
    stays = text.words_in(Span(sentence.start, mark))
    if text.view.text[mark] != "," or not any(_verb(word) for word in stays):
        return ()
    return (Remedy("Убрать", (Change("description", Span(mark, end), ""),)),)
