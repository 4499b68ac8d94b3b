"""The words of ``lexicons/dates.toml`` as patterns and look-ups."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import takewhile
from typing import Any, NamedTuple

from companion.text.phrases import forms as forms_of
from companion.text.phrases import lexicon

LETTER = r"[^\W\d_]"
BEGINS = rf"(?<!{LETTER})"
ENDS = r"(?![^\W_])"


def table(name: str) -> Mapping[str, Any]:
    """One table of the lexicon."""
    return lexicon("dates")[name]


def forms(listed: Iterable[str]) -> list[str]:
    """The single forms that stand in a list: «сред{а,у}» → среда, среду; «а|б» → а, б."""
    choices = (choice for written in listed for choice in re.split(r"\|(?![^{]*\})", written))
    return [form for choice in choices for form in forms_of(choice)]


def beginning(single: Iterable[str]) -> str:
    """What all forms begin with."""
    same = takewhile(lambda letters: len(set(letters)) == 1, zip(*single, strict=False))
    return "".join(letters[0] for letters in same)


def either(*lists: Iterable[str]) -> str:
    """A pattern for any form of the lists, the longest first; «*» is any ending."""
    single = {form for listed in lists for form in forms(listed)}
    ordered = sorted(single, key=lambda form: (-len(form), form))
    return "(?:" + "|".join(_pattern(form) for form in ordered) + ")"


def _pattern(form: str) -> str:
    return re.escape(form[:-1]) + r"[^\W_]*" if form.endswith("*") and len(form) > 1 else re.escape(form)


def places(listed: Iterable[str], first: int = 0) -> dict[str, int]:
    """Per form the place of its entry in the list, counted from ``first``."""
    return {form: place for place, entry in enumerate(listed, first) for form in forms([entry])}


class WordList(NamedTuple):
    """A list of words to compare one word with; ``prefixes`` by their first two letters."""

    exact: frozenset[str]
    prefixes: Mapping[str, tuple[str, ...]]

    def has(self, word: str) -> bool:
        """True when the lower-case word stands in the list."""
        return word in self.exact or word.startswith(self.prefixes.get(word[:2], ()))


def word_list(name: str, key: str = "words") -> WordList:
    """One list of the lexicon."""
    exact, prefixes = set(), defaultdict(list)
    for form in forms(table(name)[key]):
        if form.endswith("*") and len(form) > 2:
            prefixes[form[:2]].append(form[:-1])
        else:
            exact.add(form)
    return WordList(frozenset(exact), {first: tuple(same) for first, same in prefixes.items()})
