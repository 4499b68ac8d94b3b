"""All rules, found by discovery and ordered by id; their catalogue; the name of this ruleset."""

import importlib
import pkgutil
from dataclasses import replace
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import ModuleType

from companion import __version__
from companion.preferences import AS_DELIVERED, Preferences
from companion.report import Severity
from companion.rules.documentation import Catalogue, CatalogueEntry, Documentation, document
from companion.rules.examples import Example
from companion.rules.rule import Rule

__all__ = [
    "Catalogue",
    "CatalogueEntry",
    "all_rules",
    "catalogue",
    "documentation",
    "examples",
    "rules_in_force",
    "ruleset",
    "severities",
]


REQUIRED = ("bad", "good", "near_miss")
"""The lists of examples that every rule has."""


@cache
def _modules() -> dict[str, ModuleType]:
    """Per rule id its module: every module below this package that declares a rule."""
    found = {}
    for entry in pkgutil.walk_packages(__path__, f"{__name__}."):
        module = importlib.import_module(entry.name)
        for value in vars(module).values():
            if isinstance(value, Rule) and value.find.__module__ == module.__name__:
                found[value.id] = module
    return dict(sorted(found.items()))


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, ordered by id."""
    return tuple(value for module in _modules().values() for value in vars(module).values() if isinstance(value, Rule))


@lru_cache(8)
def rules_in_force(preferences: Preferences) -> tuple[Rule, ...]:
    """The rules that the user has not switched off, with the severities that the user wants."""
    wanted = ((rule, preferences.severity(rule.id, rule.severity)) for rule in all_rules())
    return tuple(replace(rule, severity=severity) for rule, severity in wanted if severity)


def severities() -> dict[str, Severity]:
    """Per rule id the severity that it has of its own."""
    return {rule.id: rule.severity for rule in all_rules()}


@cache
def documentation(rule_id: str) -> Documentation:
    """What a rule says of itself. Raises ``KeyError`` for an unknown id."""
    return document(_modules()[rule_id].__doc__ or "", rule_id)


def examples(rule_id: str) -> dict[str, list[Example]]:
    """A rule's examples under "bad", "good", "near_miss", and "known_gaps": those on which it is wrong today."""
    module = _modules()[rule_id]
    listed: dict[str, list[Example]] = {name: list(getattr(module, name.upper())) for name in REQUIRED}
    return {**listed, "known_gaps": list(getattr(module, "KNOWN_GAPS", ()))}


@lru_cache(8)
def catalogue(preferences: Preferences = AS_DELIVERED) -> Catalogue:
    """Every rule with its documentation and examples, ordered by id, as the user has set it."""
    entries = []
    for rule in all_rules():
        shown = {kind: tuple(example.shown for example in listed) for kind, listed in examples(rule.id).items()}
        severity = preferences.severity(rule.id, rule.severity)
        entries.append(CatalogueEntry.of(rule, severity, documentation(rule.id), shown))
    return Catalogue(ruleset=ruleset(preferences), rules=tuple(entries))


@lru_cache(8)
def ruleset(preferences: Preferences = AS_DELIVERED) -> str:
    """The version and a hash of all rules and word lists, the user's too; the same on every platform and checkout."""
    digest = _digest() if preferences == AS_DELIVERED else sha256(_digest() + preferences.digest).digest()
    return f"{__version__}+{digest.hex()[:6]}"


@cache
def _digest() -> bytes:
    digest = sha256()
    for package in ("companion.rules", "companion.text", "companion.expectation"):
        for name, content in sorted(_sources(files(package), package)):
            digest.update(name.encode() + b"\0" + content.replace(b"\r\n", b"\n") + b"\0")
    return digest.digest()


def _sources(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    found = []
    for entry in folder.iterdir():
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            found += _sources(entry, name)
        elif entry.name.endswith((".py", ".toml")):
            found.append((name, entry.read_bytes()))
    return found
