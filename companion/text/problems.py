"""Kinds of problem that sellers write about: their properties are data of ``lexicons/problems.toml``."""

from functools import cache
from typing import Literal, NamedTuple, get_args

from companion.text.matching import Found
from companion.text.phrases import lexicon

Evidence = Literal["photo", "chat", "document", "screenshot", "log"]
MainCategory = Literal["finance", "logistics", "assortment", "account"]
_WORDS = ("about", "phrases", "except", "examples", "near_misses")
_CHOICES: dict[str, tuple[str, ...]] = {
    "category": get_args(MainCategory),
    "leans": get_args(MainCategory),
    "evidence": get_args(Evidence),
    "item": ("always", "named"),
    "outage": ("always", "stopping"),
}
MAIN_CATEGORIES: tuple[MainCategory, ...] = get_args(MainCategory)


class ProblemKind(NamedTuple):
    """One kind of problem."""

    name: str
    category: MainCategory | None = None
    leans: MainCategory | None = None
    """The category that it speaks for where nothing else does."""
    evidence: Evidence | None = None
    item: Literal["always", "named"] | None = None
    """About a particular order, supply, return or product always, or where one is named beside it."""
    complex: str = ""
    """Why the answer takes longer."""
    outage: Literal["always", "stopping"] | None = None
    """It stops work always, or where the text says that work has stopped."""
    money: bool = False
    event: bool = False
    """Its name alone tells that it happened on some day."""
    weak: bool = False
    """It counts only where nothing else is claimed."""
    quoted: bool = False
    """It counts only right before quoted words: «пишет «Неверный формат»»."""
    clause: bool = False
    """Its words stand in one part of a sentence, without a comma between them."""
    beside: str = ""
    """A word list; it counts only where that stands too."""


class Problem(NamedTuple):
    """A problem that a text names; ``claimed`` when the author says that it happened: no question, «если» or «не»."""

    kind: ProblemKind
    found: Found
    claimed: bool


@cache
def problem_kinds() -> tuple[ProblemKind, ...]:
    """All kinds, in the order of the file; raises ``ValueError`` for an unknown property."""
    kinds = []
    for name, table in lexicon("problems").items():
        properties = {key: value for key, value in table.items() if key not in _WORDS}
        for key, allowed in _CHOICES.items():
            if key in properties and properties[key] not in allowed:
                raise ValueError(f"problems.toml: {name}: unknown {key}")
        if not properties.keys() <= set(ProblemKind._fields):
            raise ValueError(f"problems.toml: {name}: unknown property")
        kinds.append(ProblemKind(name, **properties))
    return tuple(kinds)


@cache
def problem_lists() -> dict[str, ProblemKind]:
    """Per word list of ``problems.toml`` its kind."""
    return {f"problems.{kind.name}": kind for kind in problem_kinds()}
