"""All word lists of the product and the small language of their phrases.

The lists are ``lexicons/*.toml``: one table a list, called ``file.table``, with ``about`` (what belongs in it),
``phrases`` and, where needed, ``except`` (a phrase that overlaps one of these does not count), ``examples`` (natural
texts in which the list finds just what stands in [brackets]) and ``near_misses`` (texts in which it finds nothing).
A phrase is words separated by spaces; capitals and ё do not matter:

- ``слово`` exactly this form; ``слов*`` every word that begins so; ``*ать`` every word that ends so (not first)
- ``=слово`` every form of this word; ``=списать/прош`` its past forms (``readings``), ``/прош+наст`` or the present
- ``=*/прош`` any word in the past
- ``а|б*`` either; ``списан{,а,о,ы}`` four forms; ``(не пришл*|зависл*)`` either of several words
- ``<деньги>`` any word of that group in ``groups.toml``
- ``#`` a number, or any word with a digit in it
- ``слово?`` may be missing
- ``…`` up to four words of any kind, ``……`` up to twelve; numbers are not counted
- words of a phrase stand in one sentence; marks between them do not matter
- what stands behind `` → `` is no part of the phrase: a rule reads there what to write instead (``Phrase.source``)
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

_GROUP = re.compile(r"\(([^()]+)\)")
_LOOSE_NOT = re.compile(r"\bне\|[^\s|]{4}|[^\s|]{4}\|не\b")
"""«нет|не приходит»: the author meant two words, but it is one place for either word, and another word."""
_ANY_NUMBER = "#"
NUMBER = ("number", "")
"""The part that every word with a digit, and «₽», is."""
_GAPS = {"…": 4, "……": 12}
_NAMED_GROUP = re.compile(r"<([^<>]+)>")


class Element(NamedTuple):
    """One place of a phrase."""

    exact: frozenset[str]
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    lemmas: frozenset[str]
    optional: bool
    gap: int
    """The most words that stand for a ``…``; 0 for a word."""
    number: bool = False
    """True where a word with a digit fits too."""

    @property
    def parts(self) -> Iterator[tuple[str, str]]:
        """What a word may be to stand here: its kind («exact», «prefix», «suffix», «lemma», «number») and the text."""
        yield from (("exact", text) for text in self.exact)
        yield from (("prefix", text) for text in self.prefixes)
        yield from (("suffix", text) for text in self.suffixes)
        yield from (("lemma", text) for text in self.lemmas)
        if self.number:
            yield NUMBER


class Phrase(NamedTuple):
    """One compiled phrase of a list; ``source`` is how it stands in the file."""

    listed: str
    source: str
    elements: tuple[Element, ...]
    exception: bool


def compile_phrase(listed: str, source: str, *, exception: bool = False) -> Phrase:
    """Raises ``ValueError`` for a phrase that could never match or begins with something optional."""
    wanted = source.partition(" → ")[0]
    elements = tuple(_element(part) for part in wanted.lower().replace("ё", "е").split())
    first = elements[0] if elements else None
    last = elements[-1] if elements else None
    if first is None or first.gap or first.optional or first.suffixes or last is None or last.gap or last.optional:
        raise ValueError(f"список {listed}: фраза «{source}» должна начинаться и кончаться словом")
    return Phrase(listed, source, elements, exception)


def _element(part: str) -> Element:
    if part in _GAPS:
        return Element(frozenset(), (), (), frozenset(), optional=False, gap=_GAPS[part])
    optional = part.endswith("?")
    choices = [form for choice in part.rstrip("?").split("|") for form in forms(choice)]
    prefixes = tuple(choice[:-1] for choice in choices if choice.endswith("*"))
    suffixes = tuple(choice[1:] for choice in choices if choice.startswith("*"))
    lemmas = frozenset(lemma for choice in choices if choice.startswith("=") for lemma in _with_moods(choice[1:]))
    plain = frozenset(choice for choice in choices if "*" not in choice and not choice.startswith("="))
    exact = plain - {_ANY_NUMBER}
    if any(len(end) < 2 for end in prefixes + suffixes) or "" in exact:
        raise ValueError(f"слишком короткая часть слова: «{part}»")
    return Element(exact, prefixes, suffixes, lemmas, optional, gap=0, number=exact != plain)


def _with_moods(choice: str) -> list[str]:
    """``списать/прош+наст`` → списать/прош, списать/наст."""
    lemma, slash, moods = choice.partition("/")
    return [f"{lemma}/{mood}" for mood in moods.split("+")] if slash else [lemma]


def forms(choice: str) -> list[str]:
    """``списан{,а}`` → списан, списана."""
    stem, brace, endings = choice.partition("{")
    return [stem + ending for ending in endings.rstrip("}").split(",")] if brace else [choice]


def phrases_of(listed: str, table: Mapping[str, Any]) -> Iterator[Phrase]:
    """Compiles one table of a lexicon."""
    for exception, key in enumerate(("phrases", "except")):
        for source in table.get(key, ()):
            if _LOOSE_NOT.search(_GROUP.sub("", source)):
                raise ValueError(f"список {listed}: «{source}»: варианты из нескольких слов нужны в скобках")
            # The words of a named group last: «(не <дойти>|пропал*)» is «не» before each of them.
            for single in _ungrouped(source):
                yield compile_phrase(listed, _NAMED_GROUP.sub(_group, single), exception=bool(exception))


def examples_of(listed: str, table: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """The examples of one table as they are written, and whether the list finds something in them."""
    for key, found in (("examples", True), ("near_misses", False)):
        texts = table.get(key, [])
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            raise ValueError(f"список {listed}: {key} — это список строк")
        yield from ((text, found) for text in texts)


def _group(named: re.Match[str]) -> str:
    """``<деньги>`` → ``выплат*|оплат*|…``; a group may hold groups. Raises ``ValueError`` for one that is not there."""
    group = lexicon("groups").get(named.group(1))
    if group is None:
        raise ValueError(f"нет группы слов «{named.group(1)}»")
    return _NAMED_GROUP.sub(_group, "|".join(group["words"]))


def _ungrouped(source: str) -> Iterator[str]:
    """The phrases that a phrase with groups stands for."""
    group = _GROUP.search(source)
    if group is None:
        yield source
        return
    before, after = source[: group.start()], source[group.end() :]
    alternatives = group.group(1).split("|")
    short = [alternative for alternative in alternatives if _one_word(alternative)]
    # One-word alternatives share one element: fewer phrases, the same meaning.
    for alternative in ["|".join(short)] * bool(short) + [alt for alt in alternatives if not _one_word(alt)]:
        yield from _ungrouped(before + alternative + after)


def _one_word(alternative: str) -> bool:
    return " " not in _NAMED_GROUP.sub("", alternative)


@cache
def lexicon(name: str) -> Mapping[str, Mapping[str, Any]]:
    """The tables of ``lexicons/NAME.toml``."""
    source = files("companion.text").joinpath("lexicons", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)


@cache
def lexicon_names() -> tuple[str, ...]:
    """The names of all lexicons, in order."""
    entries = files("companion.text").joinpath("lexicons").iterdir()
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in entries if entry.name.endswith(".toml")))


@cache
def listed_phrases() -> tuple[Phrase, ...]:
    """Every phrase of every lexicon, compiled."""
    return tuple(
        phrase
        for name in lexicon_names()
        for table_name, table in lexicon(name).items()
        for phrase in phrases_of(f"{name}.{table_name}", table)
    )
