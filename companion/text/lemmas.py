"""Lemmas: which words a form may belong to, by pymorphy3's dictionary and the trade words that it lacks.

A lemma is written as word lists have it: lower case, «ё» as «е». A form may belong to several words: «банка» is
a bank's or a jar. Which one is meant only its neighbours tell, so all of them are given.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from companion.text.phrases import forms, lexicon

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse

_RUSSIAN = re.compile("[а-я]{1,40}(?:-[а-я]{1,40}){0,3}")
"""What the dictionary is asked about; it reads other letters and endless runs slowly and sometimes with an error."""
_KNOWN_WORDS = 50_000
"""So many words keep their lemmas in memory: those of some hundred drafts."""


@cache
def analyzer() -> "MorphAnalyzer":
    """The dictionary of Russian, opened once, when it is first needed (about 0.1 s)."""
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


@cache
def trade_words() -> Mapping[str, str]:
    """Per form of a trade word its lemma, the first of its forms."""
    listed = [forms(word.replace("ё", "е")) for word in lexicon("trade")["words"]["words"]]
    return {form: of_word[0] for of_word in listed for form in of_word}


@lru_cache(_KNOWN_WORDS)
def readings(word: str) -> frozenset[tuple[str, str]]:
    """Every lemma that a word may belong to, with the mood of that form ("" for all but verbs).

    Moods: «прош» the past (short passive participles too), «наст» the present or future, «инф», «пов» the imperative,
    «прич» a full participle, «деепр» an adverbial one.

    ``word`` is in lower case; a word that no dictionary knows is read by its ending, as people do.
    """
    trade = trade_words().get(word)
    if trade is not None:
        return frozenset({(trade, "")})
    if not _RUSSIAN.fullmatch(word):
        return frozenset({(word, "")})
    return frozenset((parse.normal_form.replace("ё", "е"), _mood(parse)) for parse in analyzer().parse(word))


def _mood(parse: "Parse") -> str:
    tag = parse.tag
    match tag.POS:
        case "VERB":
            return "пов" if tag.mood == "impr" else "прош" if tag.tense == "past" else "наст"
        case "PRTS":
            return "прош"
        case "INFN":
            return "инф"
        case "PRTF":
            return "прич"
        case "GRND":
            return "деепр"
    return ""


@lru_cache(_KNOWN_WORDS)
def tense(word: str) -> str:
    """What a verb's form tells of time: "happened" («улетел»), "attribute" («завершённая»), "ahead" («закроют»).

    "" for what tells no time, and for what is first of all something else: «стекла».
    """
    if not _RUSSIAN.fullmatch(word) or not any(mood in ("прош", "прич", "наст") for _, mood in readings(word)):
        return ""
    tags = [parse.tag for parse in analyzer().parse(word)]
    if tags[0].POS == "VERB" and tags[0].tense == "futr":
        return "ahead"
    done = [tag.POS for tag in tags if tag.tense == "past" and tag.aspect == "perf"]
    if done and tags[0].POS == "VERB" and done[0] == "VERB":
        return "happened"
    # «Отменен» is also a short form of «отменный», and sooner, by the dictionary.
    return "attribute" if {"PRTF", "PRTS"} & {str(part) for part in done} else ""


@lru_cache(_KNOWN_WORDS)
def thing(word: str) -> str:
    """The lemma of a word that is first of all an inanimate noun in the accusative singular: «палатку»; else ""."""
    if not _RUSSIAN.fullmatch(word):
        return ""
    tags = [parse for parse in analyzer().parse(word) if parse.tag.POS][:2]
    if not tags or tags[0].tag.POS != "NOUN":
        return ""
    for parse in tags:
        if {"NOUN", "inan", "sing", "accs"} in parse.tag:
            return str(parse.normal_form).replace("ё", "е")
    return ""


@lru_cache(_KNOWN_WORDS)
def plural(word: str) -> bool:
    """True for «подушек»; False for «подушка», and for «ножницы», which have no other number."""
    tag = analyzer().parse(word)[0].tag
    return tag.number == "plur" and "Pltm" not in tag
