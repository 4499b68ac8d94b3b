"""What stands behind the arrow of a word list's phrase: what to write instead, in the form of what was found.

- ``слово → иное`` write «иное»; ``=слово → =иное`` in the form of the word at the same place (of the next such word,
  when the sides differ in length); ``→ -`` take it out; no arrow: nothing can be put there
- ``а|б`` the first of them that goes into the form; each may have several words
- ``~`` first or last: the word there is only what the phrase is known by («чел ~» of «чел сказал»)
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import count
from typing import NamedTuple

from companion.positions import Span
from companion.text.inflection import even, forms, in_form_of
from companion.text.lemmas import analyzer
from companion.text.matching import Found
from companion.text.words import Word

CONTEXT, NOTHING = "~", "-"
_KNOWN_WORDS = 5_000
_AGREEING = frozenset({"ADJF", "ADJS", "PRTF", "PRTS", "NUMR"})


class Instead(NamedTuple):
    """The words ``first:last`` to be replaced, where they stand, and by what: "" takes them out, None is not known."""

    first: int
    last: int
    span: Span
    text: str | None


def instead(found: Found, words: Sequence[Word]) -> Instead:
    """``words`` are all words of the text in which the phrase was found."""
    wanted, _, choices = found.source.partition(" → ")
    models = wanted.split()
    first, last, offered = found.first, found.last, [choice.split() for choice in choices.split("|")]
    while offered[0][:1] == [CONTEXT]:
        first, models, offered = first + 1, models[1:], [choice[choice[0] == CONTEXT :] for choice in offered]
    while offered[0][-1:] == [CONTEXT]:
        last, models = last - 1, models[:-1]
        offered = [choice[:-1] if choice[-1] == CONTEXT else choice for choice in offered]
    span = Span(words[first].start, words[last - 1].end)
    beside = [words[at].lower for at in (first - 1, last, last + 1) if 0 <= at < len(words)]
    depended_on = any(_may_agree(word) for word in beside)
    inside = [word.lower for word in words[first:last]]
    texts = (_written(choice, models, inside, depended_on=depended_on) for choice in offered if choice)
    return Instead(first, last, span, next((text for text in texts if text is not None), None))


def _written(choice: list[str], models: list[str], words: list[str], *, depended_on: bool) -> str | None:
    if choice == [NOTHING]:
        return ""
    parts: list[str] = []
    following = count()
    for place, part in enumerate(choice):
        formed: str | None = part
        if part.startswith("="):
            at = place if len(choice) == len(models) else next(following)
            lemmas = frozenset(model[1:].partition("/")[0] for model in even(models[at]).split("|"))
            formed = _only_form(words[at], lemmas, part[1:], depended_on=depended_on)
        if formed is None:
            return None
        parts.append(formed)
    return " ".join(parts)


@lru_cache(_KNOWN_WORDS)
def _only_form(word: str, lemmas: frozenset[str], wanted: str, *, depended_on: bool) -> str | None:
    """``wanted`` in the form that ``word`` has as one of ``lemmas``; None where it may have two or is not known.

    ``depended_on`` tells that words beside it may agree with it: it must keep its gender then.
    """
    texts: set[str | None] = set()
    for lemma in lemmas:
        if word in forms(lemma):
            for form in in_form_of(word, lemma, wanted):
                as_given = form.text == wanted and not form.case and word != lemma
                texts.add(None if as_given or (depended_on and form.gender) else form.text)
    return texts.pop() if len(texts) == 1 else None


@lru_cache(_KNOWN_WORDS)
def _may_agree(word: str) -> bool:
    """True for a word whose gender may follow a noun's: «ваш», «один», «исправлен», «который», «случился»."""
    return any(
        parse.tag.POS in _AGREEING or (parse.tag.tense == "past" and parse.tag.number == "sing")
        for parse in analyzer().parse(word)
    )
