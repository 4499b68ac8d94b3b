"""Which files prove what (contract §4, fine points «Evidence»)."""

from collections.abc import Iterable

from companion.text.files import FileKind
from companion.text.problems import Evidence

_PICTURES: frozenset[FileKind] = frozenset(("image", "video"))
_SCREENSHOT: frozenset[FileKind] = _PICTURES | {"pdf"}
PROVES: dict[Evidence, frozenset[FileKind]] = {
    "photo": _PICTURES,
    "chat": frozenset(("image", "pdf", "text")),
    # A sum that differs is proved by a document or by a screenshot of the report.
    "document": _SCREENSHOT | {"office", "csv"},
    "screenshot": _SCREENSHOT,
    "log": _SCREENSHOT | {"text", "log"},
}
NAMES: dict[Evidence, str] = {
    "photo": "фото товара",
    "chat": "переписку с покупателем",
    "document": "документ или скриншот",
    "screenshot": "скриншот ошибки",
    "log": "скриншот или лог ошибки",
}

_SHORT: dict[Evidence, str] = {**NAMES, "document": "документ", "log": "лог ошибки"}
"""The same beside another, where «документ или скриншот или скриншот ошибки» would say one thing twice."""
_MOST_NAMED = 2


def proves(needed: Iterable[Evidence], kinds: Iterable[FileKind]) -> bool:
    """True when at least one of the files proves one of the needed things."""
    accepted = frozenset().union(*(PROVES[evidence] for evidence in needed))
    return any(kind in accepted for kind in kinds)


def named(needed: Iterable[Evidence]) -> str:
    """The needed proof in words, accusative, two kinds at the most: «фото товара или переписку с покупателем»."""
    kinds = [evidence for evidence in PROVES if evidence in set(needed)]
    names = NAMES if len(kinds) == 1 else _SHORT
    return " или ".join(names[evidence] for evidence in kinds[:_MOST_NAMED])
