"""Lemmas: which words a form may belong to, by pymorphy3's dictionary.

A lemma is written as word lists have it: lower case, «ё» as «е». A form may belong to several words («банка»: банк,
банка); which one is meant only its neighbours tell, so all of them are given.
"""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

_KNOWN_WORDS = 50_000
"""So many words keep their lemmas in memory: those of some hundred drafts."""


@cache
def analyzer() -> "MorphAnalyzer":
    """The dictionary of Russian, opened once, when it is first needed (about 0.1 s)."""
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


@lru_cache(_KNOWN_WORDS)
def lemmas(word: str) -> frozenset[str]:
    """Every lemma that a word may belong to: «списали» → {«списать»}; of an unknown word, itself."""
    return frozenset(parse.normal_form.replace("ё", "е") for parse in analyzer().parse(word.lower()))
