"""Reproaches by their form: «тянете», «ваша „забота“».

Nobody lists all verbs of anger. But in calm requests «вы» does a few dozen things (считаете, удерживаете, просите); any
other verb in the present («тянете», «топчете», «прячетесь») is a reproach.
"""

from functools import lru_cache

from companion.text.lemmas import analyzer
from companion.text.view import View
from companion.text.word_patterns import word_set
from companion.text.words import Word

_KNOWN_WORDS = 50_000
"""So many words keep their verdict in memory: those of some hundred drafts."""
_ENDINGS = ("ете", "етесь", "ите", "итесь")
_PRESENT = {"VERB", "impf", "2per", "plur", "indc"}
_QUOTES = frozenset("«\"'")


@lru_cache(_KNOWN_WORDS)
def reproachful(word: str) -> bool:
    """Whether a word is a verb in the present of «вы» that calm requests do not use.

    True only when the dictionary knows the word and reads it as nothing else: «пишите» may be a request.
    """
    if not word.endswith(_ENDINGS) or not analyzer().word_is_known(word):
        return False
    parses, calm = analyzer().parse(word), word_set("emotions.calm_verb")
    return all(_PRESENT in parse.tag and parse.normal_form.replace("ё", "е") not in calm for parse in parses)


def in_ironic_quotes(view: View, word: Word) -> bool:
    """Whether a word stands in quotes of its own: ваша «забота»."""
    return view.text[word.start - 1] in _QUOTES and view.text[word.end : word.end + 1] in ("»", '"', "'")
