"""All mutants of the word lists: every entry dropped, and every part of every entry."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from companion.qa.mutation.mutant import Kind, LexiconChange, Mutant
from companion.qa.mutation.parts import phrase_parts, word_parts
from companion.qa.mutation.regex_parts import regex_parts
from companion.text.phrases import lexicon, lexicon_names, phrases_of

Language = Literal["phrases", "words", "patterns", "pairs"]

NEVER = "\ue000"
"""Stands for a word that is gone where the place of an entry says something: no text holds it."""
_GROUPS = "groups"
_NO_WORDS = ("about", "text", "examples", "near_misses")


def lexicon_mutants() -> Iterator[Mutant]:
    """The mutants of all lexicons, in the order of files, tables and entries."""
    for name in lexicon_names():
        for table_name, table in lexicon(name).items():
            for key, value in table.items():
                language = language_of(name, table, key)
                if language:
                    yield from _of_list(name, table_name, key, value, language)


def language_of(lexicon_name: str, table: Mapping[str, Any], key: str) -> Language | None:
    """What the entries of a list are written in; None when it is no list of words."""
    if key in _NO_WORDS:
        return None
    value = table[key]
    if key in ("phrases", "except") and "phrases" in table:
        return "phrases"
    if key in ("patterns", "except") and "patterns" in table:
        return "patterns"
    if key == "pairs":
        return "pairs"
    if lexicon_name == _GROUPS and key == "words":
        return "phrases"
    of_words = isinstance(value, dict) or (isinstance(value, list) and all(isinstance(entry, str) for entry in value))
    return "words" if of_words or (isinstance(value, str) and key == "words") else None


def _of_list(lexicon_name: str, table: str, key: str, value: Any, language: Language) -> Iterator[Mutant]:
    entries: Iterable[tuple[int | str, str]]
    if isinstance(value, dict):
        entries = ((entry, entry) for entry in value)
    else:
        entries = enumerate(value.split() if isinstance(value, str) else value)
    for at, source in entries:
        for kind, start, end, new in _changes(source, language, exception=key == "except"):
            yield Mutant(
                file=f"text/lexicons/{lexicon_name}.toml",
                listed=f"{lexicon_name}.{table}" + (f".{key}" if key not in ("phrases", "except", "words") else ""),
                kind=kind,
                source=source,
                dropped=source[start:end],
                at=start,
                change=LexiconChange(lexicon_name, table, key, at, new),
            )


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
            for part in word_parts(source):
                yield part.kind, part.start, part.end, part.without(source)
        case "patterns":
            yield whole, 0, len(source), None
            for regex_part in regex_parts(source):
                if is_pattern(regex_part.left):
                    yield regex_part.kind, regex_part.start, regex_part.end, regex_part.left


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
