"""Kinds of problem that sellers write about: their properties are data of ``lexicons/problems.toml``."""

from functools import cache
from typing import Literal, NamedTuple, get_args

from companion.text.matching import Found
from companion.text.phrases import lexicon

Evidence = Literal["photo", "chat", "document", "screenshot", "log"]
MainCategory = Literal["finance", "logistics", "assortment", "account"]
_CHOICES = ("category", "leans", "evidence", "item", "outage")
_FLAGS = ("money", "event", "weak", "quoted", "clause")
MAIN_CATEGORIES: tuple[MainCategory, ...] = get_args(MainCategory)


class ProblemKind(NamedTuple):
    """One kind of problem.

    ``leans``: the category that it speaks for where nothing else does. ``item``: it is about a particular order,
    supply, return or product always, or where one is named beside it. ``complex``: why the answer takes longer.
    ``outage``: it stops work always, or where the text says that work has stopped. ``money``: about money.
    ``event``: its name alone tells that it happened on some day. ``weak``: it counts only where nothing else is
    claimed. ``beside``: a word list; it counts only where that stands too.
    ``quoted``: it counts only right before quoted words: «пишет «Неверный формат»». ``clause``: its words stand in
    one part of a sentence, without a comma between them.
    """

    name: str
    category: MainCategory | None
    leans: MainCategory | None
    evidence: Evidence | None
    item: Literal["always", "named"] | None
    complex: str
    outage: Literal["always", "stopping"] | None
    money: bool
    event: bool
    weak: bool
    quoted: bool
    clause: bool
    beside: str


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
        category, leans, evidence, item, outage = (table.get(key) for key in _CHOICES)
        known = {category, leans} <= {None, *MAIN_CATEGORIES} and evidence in (None, *get_args(Evidence))
        if not known or item not in (None, "always", "named") or outage not in (None, "always", "stopping"):
            raise ValueError(f"problems.toml: {name}: unknown category, evidence, item or outage")
        money, event, weak, quoted, clause = (bool(table.get(key)) for key in _FLAGS)
        long, beside = table.get("complex", ""), table.get("beside", "")
        kinds.append(
            ProblemKind(name, category, leans, evidence, item, long, outage, money, event, weak, quoted, clause, beside)
        )
    return tuple(kinds)


@cache
def problem_lists() -> dict[str, ProblemKind]:
    """Per word list of ``problems.toml`` its kind."""
    return {f"problems.{kind.name}": kind for kind in problem_kinds()}
