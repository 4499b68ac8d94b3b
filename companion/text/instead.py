"""What stands behind the arrow of a word list's phrase: what to write instead, in the form of what was found.

- ``слово → иное`` write «иное»; ``=слово → =иное`` in the form of the word at the same place (of the next such word,
  when the sides differ in length); ``→ -`` take it out; no arrow: nothing can be put there
- ``а|б`` the first of them that goes into the form; each may have several words
- ``~`` first or last: the word there is only what the phrase is known by («чел ~» of «чел сказал»)
"""

from collections.abc import Sequence
from itertools import count
from typing import NamedTuple

from companion.positions import Span
from companion.text.inflection import in_form_of, may_agree
from companion.text.matching import Found
from companion.text.words import Word

CONTEXT, NOTHING = "~", "-"


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
    depended_on = any(may_agree(word) for word in beside)
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
            lemmas = frozenset(model[1:].partition("/")[0] for model in models[at].lower().replace("ё", "е").split("|"))
            formed = in_form_of(words[at], lemmas, part[1:], depended_on=depended_on)
        if formed is None:
            return None
        parts.append(formed)
    return " ".join(parts)
