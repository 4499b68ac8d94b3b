"""Which of the problems that a text names its author says have happened: not asked, supposed, denied or quoted."""

import re
import sys
from functools import cached_property

from companion.positions import Cover, Span
from companion.text.clauses import clause_around
from companion.text.matching import Found
from companion.text.problems import Problem, ProblemKind, problem_lists
from companion.text.word_patterns import word_set
from companion.text.written import FieldText

_PARTICULAR = re.compile(r"[0-9]{1,2}[./][0-9]{2}|[0-9]{6}")
_MONTHS = "янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек"
_COUNTING = re.compile(
    r"(?<![0-9.,:/-])[0-9]{1,3}(?:[ \u00a0]?[0-9]{3})?(?:[,.][0-9]+)?"
    rf"(?![0-9:/-]|[.][0-9]| ?(?:{_MONTHS}))"
)
"""A number that counts: no day, time, or identifier."""
_QUOTATION = re.compile(r"[ :,-]{0,3}[«\"]")
_MONTH = 5
"""So far behind a number its month begins and can be told."""
_NEVER = sys.maxsize
"""Where nothing stands: behind every text."""


class Suppositions:
    """Where a text asks, supposes or wishes instead of telling.

    Behind «если», «как вернуть …» in a sentence, beside «ли», in one clause with «чтобы» or «бы».
    """

    def __init__(self, text: FieldText) -> None:
        self._text = text
        self._begun: dict[int, tuple[int, int]] = {}
        """Per sentence where its first word of asking or supposing begins, and its first «если»."""
        for marker in text.found("speech.hypothetical"):
            first, first_if = self._begun.get(marker.sentence, (_NEVER, _NEVER))
            begun = marker.span.start if marker.source.startswith("если") else _NEVER
            self._begun[marker.sentence] = min(first, marker.span.start), min(first_if, begun)
        self._last_particular = {
            number: match.start()
            for number in self._begun
            for match in _PARTICULAR.finditer(text.view.text, *text.sentences[number])
        }

    def __contains__(self, found: Found) -> bool:
        """True when what was found is asked, supposed or wished, not told."""
        if self._wondered(found) or self._wished(found):
            return True
        first, first_if = self._begun.get(found.sentence, (_NEVER, _NEVER))
        # «Деньги, если покупатель не пришёл, …»: its last words tell what is said.
        if self._text.words[found.last - 1].start < first:
            return False
        # «Как вернуть 500 ₽, которые списали 12.11.2026?»: what has a day or a number has happened.
        return first_if <= found.span.start or self._last_particular.get(found.sentence, -1) < found.span.start

    def _wondered(self, found: Found) -> bool:
        """«Удерживается ли комиссия …?»."""
        words = self._text.words[found.first : found.last + 1]
        return any(word.lower == "ли" and word.sentence == found.sentence for word in words)

    def _wished(self, found: Found) -> bool:
        """«… чтобы он не мог войти»."""
        return self._wishes.holds(self._text.words[found.last - 1].span)

    @cached_property
    def _wishes(self) -> Cover:
        """The clauses with «чтобы», «бы», «пусть»."""
        lower, sentences = self._text.view.lower, self._text.sentences
        marked = self._text.found("speech.wish")
        return Cover(clause_around(lower, wish.span, sentences[wish.sentence]) for wish in marked)


def problems(text: FieldText, supposed: Suppositions) -> tuple[Problem, ...]:
    """Every problem that is named, in order, weak ones only where nothing else is claimed.

    ``claimed`` when the author says that it happened.
    """
    found = [
        Problem(kind, hit, claimed=_said(text, hit, kind) and hit not in supposed)
        for listed, kind in problem_lists().items()
        if not kind.beside or text.found(kind.beside)
        for hit in text.found(listed)
    ]
    # «Деньги за возвраты так и не пришли»: what did not come is the money, which is named first.
    money = {problem.found.last: problem.found.first for problem in found if problem.kind.money}
    found = [one for one in found if one.kind.money or money.get(one.found.last, one.found.first) >= one.found.first]
    strong = any(problem.claimed and not problem.kind.weak for problem in found)
    kept = (problem for problem in found if not (strong and problem.kind.weak))
    return tuple(sorted(kept, key=lambda problem: problem.found.span))


def _said(text: FieldText, found: Found, kind: ProblemKind) -> bool:
    # «с причиной «брак»»: the buyer's words about the goods are no claim of the seller's; an error's text is one.
    # «Приняла, но раздела «Возвраты» нет»: half of these words is a name.
    others_words = kind.evidence == "photo" and text.in_quotation(found.span)
    others_words = others_words or (kind.item == "named" and _ends_in_quotation(text, found.span))
    loose = kind.quoted and not _QUOTATION.match(text.view.text, found.span.end)
    loose = loose or (kind.clause and "," in found.span.of(text.view.text))
    return not (others_words or loose or _surname(text, found) or _negated(text, found) or _uncounted(text, found))


def _uncounted(text: FieldText, found: Found) -> bool:
    """«Сдали 3 ноября, приняли 5 ноября»: a phrase that compares numbers needs so many that count something."""
    compared = found.source.split().count("#")
    if not compared:
        return False
    # The month behind the last number may stand behind the phrase.
    end = text.sentences[found.sentence].end
    numbers = _COUNTING.finditer(text.view.lower, found.span.start, min(end, found.span.end + _MONTH))
    return sum(1 for number in numbers if number.start() < found.span.end) < compared


def _surname(text: FieldText, found: Found) -> bool:
    """«Софья Брак»: two capitals in a row are a name."""
    if not found.first or found.last - found.first > 1:
        return False
    before, word = text.words[found.first - 1], text.words[found.first]
    written = text.view.text
    both = written[before.start : before.start + 1].isupper() and written[word.start : word.end].istitle()
    return both and written[before.end : word.start] == " "


def _ends_in_quotation(text: FieldText, span: Span) -> bool:
    return text.in_quotation(Span(span.end - 1, span.end))


def _negated(text: FieldText, found: Found) -> bool:
    before = text.words[found.first - 1] if found.first else None
    return before is not None and before.sentence == found.sentence and before.lower in word_set("speech.negation")
