"""All mutants of the word lists: every entry dropped, and every part of every entry."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from companion.qa.mutation.mutant import Kind, LexiconChange, Mutant, named
from companion.qa.mutation.parts import ARROW, Part, expansions, phrase_parts, word_parts
from companion.qa.mutation.regex_parts import regex_parts
from companion.text.lexicon_examples import GROUPS
from companion.text.phrases import lexicon, lexicon_names, phrases_of

Language = Literal["phrases", "words", "pairs", "patterns"]

NEVER = "\ue000"
"""Stands for a word that is gone where the place of an entry says something: no text holds it."""
_PLAIN_KEYS = ("phrases", "except", "words", "pairs")
"""A table's name alone names these lists of it."""
_NO_WORDS = ("about", "text", "examples", "near_misses")


def lexicon_mutants(only: str) -> Iterator[Mutant]:
    """The mutants of the lists whose file or name begins so, in the order of files, tables and entries."""
    for name in lexicon_names():
        for table_name, table in lexicon(name).items():
            for key in table:
                listed = f"{name}.{table_name}" + ("" if key in _PLAIN_KEYS else f".{key}")
                if named(_file(name), listed, only):
                    yield from _of_list(name, table_name, key, listed)


def language_of(lexicon_name: str, table: Mapping[str, Any], key: str) -> Language | None:
    """What the entries of a list are written in; None when it is no list of words."""
    if key in _NO_WORDS:
        return None
    value = table[key]
    if key in ("phrases", "except") and "phrases" in table:
        return "phrases"
    if key in ("patterns", "except") and "patterns" in table:
        return "patterns"
    if lexicon_name == GROUPS and key == "words":
        return "phrases"
    if key == "pairs":
        return "pairs"
    of_words = isinstance(value, dict) or (isinstance(value, list) and all(isinstance(entry, str) for entry in value))
    return "words" if of_words or (isinstance(value, str) and key == "words") else None


def _of_list(name: str, table: str, key: str, listed: str) -> Iterator[Mutant]:
    language = language_of(name, lexicon(name)[table], key)
    if language is None:
        return
    for at, source in _entries(lexicon(name)[table][key]):
        for kind, start, end, new in _changes(source, language, exception=key == "except"):
            yield Mutant(
                file=_file(name),
                listed=listed,
                kind=kind,
                source=source,
                dropped=source[start:end],
                at=start,
                change=LexiconChange(name, table, key, at, new),
            )


def _file(name: str) -> str:
    return f"text/lexicons/{name}.toml"


def _entries(value: Any) -> Iterable[tuple[int | str, str]]:
    """The entries of a list, a table or a text of words, each with what tells it from the others."""
    if isinstance(value, dict):
        return ((entry, entry) for entry in value)
    return enumerate(value.split() if isinstance(value, str) else value)


def _changes(source: str, language: Language, *, exception: bool) -> Iterator[tuple[Kind, int, int, str | None]]:
    """Kind, where the dropped part stands, and what is left of the entry."""
    whole: Kind = "exception" if exception else "entry"
    match language:
        case "phrases":
            yield whole, 0, len(source), None
            for part in phrase_parts(source):
                if _compiles(part.without(source)):
                    yield part.kind, part.start, part.end, part.without(source)
        case "words":
            yield whole, 0, len(source), NEVER
            for part in word_parts(source):
                yield part.kind, part.start, part.end, part.without(source)
        case "pairs":
            yield whole, 0, len(source), None
            for part in word_parts(source.partition(ARROW)[0]):
                yield part.kind, part.start, part.end, _without_choice(source, part)
        case "patterns":
            yield whole, 0, len(source), None
            for regex_part in regex_parts(source):
                if is_pattern(regex_part.left):
                    yield regex_part.kind, regex_part.start, regex_part.end, regex_part.left


def _without_choice(pair: str, part: Part) -> str:
    """«извеняй{,те} → извиняй{}» without «те» is «извеняй → извиняй»: brackets hold two choices or more."""
    wrong, arrow, right = pair.partition(ARROW)
    left = expansions(part.without(wrong))
    if len(left) > 1:
        return f"{part.without(wrong)}{arrow}{right}"
    (word,) = left
    choice = word[wrong.index("{") : len(word) - (len(wrong) - wrong.index("}") - 1)]
    return f"{word}{arrow}{right.replace('{}', choice)}"


def _compiles(phrase: str) -> bool:
    """False for a phrase that the language refuses: one without its last word, for example."""
    try:
        return any(True for _ in phrases_of("?", {"phrases": [phrase]}))
    except ValueError:
        return False


def is_pattern(source: str) -> bool:
    """False for a regular expression that cannot be compiled."""
    try:
        re.compile(source)
    except re.error:
        return False
    return True
