"""The policy of deadlines: which kind is answered within which time. Figures are data (``policy.toml``)."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, get_args

from companion.report import Kind

KINDS: tuple[Kind, ...] = get_args(Kind)
MOST_HOURS = 60 * 24
MOST_WORKING_DAYS = 60
"""Longest terms that a policy may set: about two and three months; beyond them it is a slip of the pen."""


_KEYS = ("label", "hours", "working_days")
_PHRASE = re.compile(
    r"(?:до\s+)?(?:(?P<min>\d{1,4})\s*[-\u2010-\u2015\u2212]\s*)?(?P<max>\d{1,4})\s*"
    r"(?:(?P<hours>час(?:а|ов)?|ч)|(?:рабоч(?:ий|его|их)|раб\.?|р\.?)\s*(?:день|дня|дней|дн\.?|д\.?))\s*\.?",
    re.IGNORECASE,
)


class PolicyError(ValueError):
    """A policy that cannot be used. ``str()`` is a Russian sentence: where, what is wrong, what is needed.

    ``key``: of the table of one kind, the key that is wrong; "" when it is the table as a whole.
    """

    def __init__(self, message: str, key: str = "") -> None:
        super().__init__(message)
        self.key = key


@dataclass(frozen=True)
class Hours:
    """Within ``max`` hours after sending, round the clock."""

    max: int


@dataclass(frozen=True)
class WorkingDays:
    """By the end of working day ``max`` after the day of sending; ``min`` is set for a range like «1–3 дня»."""

    max: int
    min: int | None = None

    @property
    def earliest(self) -> int | None:
        """The number of the first working day of a range; None where there is no range."""
        return self.min if self.min is not None and self.min < self.max else None


@dataclass(frozen=True)
class Term:
    """One kind of request with its time and the words the seller sees for it."""

    kind: Kind
    label: str
    within: Hours | WorkingDays


@dataclass(frozen=True)
class Policy:
    """All terms in the order of choice: the first that fits counts."""

    terms: tuple[Term, ...]

    def with_terms(self, changed: Iterable[Term]) -> "Policy":
        """The policy with the terms of some kinds replaced; the order of choice stays."""
        by_kind = {term.kind: term for term in changed}
        return Policy(tuple(by_kind.get(term.kind, term) for term in self.terms))


def parse_term(kind: str, value: Any) -> Term:
    """One kind's term: a table as in a policy, whose label may be left out, or words («1–3 рабочих дня», «8 часов»).

    Raises ``PolicyError``.
    """
    if isinstance(value, str):
        within = _spoken(f"[{kind}]", value)
        return _term(kind, {"label": label_of(within), **_written(within)})
    if isinstance(value, dict) and "label" not in value:
        _only_keys(f"[{kind}]", value, _KEYS)
        return _term(kind, {"label": label_of(_within(kind, value)), **value})
    return _term(kind, value)


def label_of(within: Hours | WorkingDays) -> str:
    """What the seller sees for a time: «до 24 часов», «1–3 рабочих дня»."""
    if isinstance(within, Hours):
        return f"до {within.max} {'часа' if _one(within.max) else 'часов'}"
    if within.earliest is None:
        return f"до {within.max} {'рабочего дня' if _one(within.max) else 'рабочих дней'}"
    few = within.max % 10 in (2, 3, 4) and within.max % 100 not in (12, 13, 14)
    days = "рабочий день" if _one(within.max) else "рабочих дня" if few else "рабочих дней"
    return f"{within.earliest}–{within.max} {days}"


def _one(number: int) -> bool:
    return number % 10 == 1 and number % 100 != 11


def _spoken(where: str, words: str) -> Hours | WorkingDays:
    match = _PHRASE.fullmatch(words.strip())
    if match is None:
        raise PolicyError(f"{where}: не понять срок «{words}»; пишут, например, «1–3 рабочих дня» или «8 часов»")
    first, last = match["min"], int(match["max"])
    if match["hours"]:
        if first:
            raise PolicyError(f"{where}: срок в часах пишут одним числом, например «8 часов»")
        return Hours(_whole(where, last, MOST_HOURS))
    return _working_days(where, {"max": last} | ({"min": int(first)} if first else {}))


def _written(within: Hours | WorkingDays) -> dict[str, Any]:
    if isinstance(within, Hours):
        return {"hours": within.max}
    return {"working_days": {"max": within.max} | ({"min": within.min} if within.min else {})}


def parse_policy(tables: Mapping[str, Any], source: str) -> Policy:
    """Makes a policy of decoded TOML: one table for each kind, in the order of choice.

    ``source`` names the file in the message of a ``PolicyError``.
    """
    try:
        policy = Policy(tuple(_term(kind, table) for kind, table in tables.items()))
        _check_order([term.kind for term in policy.terms])
    except PolicyError as error:
        raise PolicyError(f"{source}: {error}") from None
    return policy


def read_policy(text: str, source: str) -> Policy:
    """Like ``parse_policy``, from the text of a TOML file."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PolicyError(f"{source}: файл не читается как TOML: {error}") from error
    return parse_policy(tables, source)


def _term(name: str, table: Any) -> Term:
    kind = next((kind for kind in KINDS if kind == name), None)
    if kind is None:
        raise PolicyError(f"неизвестный вид срока [{name}], есть только {', '.join(KINDS)}")
    if not isinstance(table, dict):
        raise PolicyError(f"[{name}]: нужна таблица с label и hours или working_days")
    _only_keys(f"[{name}]", table, _KEYS)
    label = table.get("label")
    if not isinstance(label, str) or not label.strip():
        raise PolicyError(f"[{name}] label: нужна подпись, например «до 24 часов»", "label")
    return Term(kind, label, _within(name, table))


def _within(name: str, table: Mapping[str, Any]) -> Hours | WorkingDays:
    if ("hours" in table) == ("working_days" in table):
        raise PolicyError(f"[{name}]: нужно что-то одно: hours или working_days")
    if "hours" in table:
        return Hours(_whole(f"[{name}] hours", table["hours"], MOST_HOURS))
    return _working_days(f"[{name}] working_days", table["working_days"])


def _working_days(where: str, days: Any) -> WorkingDays:
    if not isinstance(days, dict) or "max" not in days:
        raise PolicyError(f"{where}: нужно, например, {{ max = 5 }} или {{ min = 1, max = 3 }}", "working_days")
    _only_keys(where, days, ("min", "max"))
    longest = _whole(f"{where}.max", days["max"], MOST_WORKING_DAYS)
    if "min" not in days:
        return WorkingDays(longest)
    shortest = _whole(f"{where}.min", days["min"], MOST_WORKING_DAYS)
    if shortest > longest:
        raise PolicyError(f"{where}: min ({shortest}) больше, чем max ({longest})", "working_days")
    return WorkingDays(longest, shortest)


def _whole(where: str, value: Any, most: int) -> int:
    # bool is an int to Python: `hours = true` is a mistake all the same.
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
        key = where.partition("] ")[2].partition(".")[0]
        raise PolicyError(f"{where}: нужно целое число от 1 до {most}, а стоит «{value}»", key)
    return value


def _only_keys(where: str, table: Mapping[str, Any], known: tuple[str, ...]) -> None:
    unknown = [key for key in table if key not in known]
    if unknown:
        raise PolicyError(f"{where}: неизвестный ключ «{unknown[0]}», есть только {', '.join(known)}", unknown[0])


def _check_order(kinds: list[Kind]) -> None:
    missing = [kind for kind in KINDS if kind not in kinds]
    if missing:
        raise PolicyError(f"не хватает таблицы [{missing[0]}]")
    if kinds[-1] != "standard":
        raise PolicyError("[standard] подходит всегда и должна стоять последней")


GUIDE_POLICY = read_policy(files("companion.expectation").joinpath("policy.toml").read_text("utf-8"), "policy.toml")
"""The figures of the guide, loaded once."""
