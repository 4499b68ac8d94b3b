"""The policy of deadlines: which kind is answered within which time. Figures are data (``policy.toml``)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, get_args

from companion.report import Kind

KINDS: tuple[Kind, ...] = get_args(Kind)
MOST_HOURS = 60 * 24
MOST_WORKING_DAYS = 60
"""Longest terms that a policy may set: about two and three months; beyond them it is a slip of the pen."""


class PolicyError(ValueError):
    """A policy that cannot be used. ``str()`` is a Russian sentence: where, what is wrong, what is needed."""


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
    _only_keys(f"[{name}]", table, ("label", "hours", "working_days"))
    label = table.get("label")
    if not isinstance(label, str) or not label.strip():
        raise PolicyError(f"[{name}] label: нужна подпись, например «до 24 часов»")
    return Term(kind, label, _within(name, table))


def _within(name: str, table: Mapping[str, Any]) -> Hours | WorkingDays:
    if ("hours" in table) == ("working_days" in table):
        raise PolicyError(f"[{name}]: нужно что-то одно: hours или working_days")
    if "hours" in table:
        return Hours(_whole(f"[{name}] hours", table["hours"], MOST_HOURS))
    return _working_days(f"[{name}] working_days", table["working_days"])


def _working_days(where: str, days: Any) -> WorkingDays:
    if not isinstance(days, dict) or "max" not in days:
        raise PolicyError(f"{where}: нужно, например, {{ max = 5 }} или {{ min = 1, max = 3 }}")
    _only_keys(where, days, ("min", "max"))
    longest = _whole(f"{where}.max", days["max"], MOST_WORKING_DAYS)
    if "min" not in days:
        return WorkingDays(longest)
    shortest = _whole(f"{where}.min", days["min"], MOST_WORKING_DAYS)
    if shortest > longest:
        raise PolicyError(f"{where}: min ({shortest}) больше, чем max ({longest})")
    return WorkingDays(longest, shortest)


def _whole(where: str, value: Any, most: int) -> int:
    # bool is an int to Python: `hours = true` is a mistake all the same.
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
        raise PolicyError(f"{where}: нужно целое число от 1 до {most}, а стоит «{value}»")
    return value


def _only_keys(where: str, table: Mapping[str, Any], known: tuple[str, ...]) -> None:
    unknown = [key for key in table if key not in known]
    if unknown:
        raise PolicyError(f"{where}: неизвестный ключ «{unknown[0]}», есть только {', '.join(known)}")


def _check_order(kinds: list[Kind]) -> None:
    missing = [kind for kind in KINDS if kind not in kinds]
    if missing:
        raise PolicyError(f"не хватает таблицы [{missing[0]}]")
    if kinds[-1] != "standard":
        raise PolicyError("[standard] подходит всегда и должна стоять последней")


GUIDE_POLICY = read_policy(files("companion.expectation").joinpath("policy.toml").read_text("utf-8"), "policy.toml")
"""The figures of the guide, loaded once."""
