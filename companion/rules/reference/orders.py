"""Orders and postings as the rules about the number compare them."""

from collections.abc import Sequence

from companion.text.identifiers import Identifier

_KINDS = ("order", "posting")


def orders(identifiers: Sequence[Identifier]) -> tuple[Identifier, ...]:
    """The orders and postings among identifiers, each once; an order gives way to a posting of it."""
    named = {found.value: found for found in identifiers if found.kind in _KINDS}
    return tuple(
        found
        for value, found in named.items()
        if found.kind == "posting" or not any(other.startswith(f"{value}-") for other in named)
    )


def same_order(one: Identifier, other: Identifier) -> bool:
    """True for equal numbers, and for an order and a posting of that order."""
    shorter, longer = sorted((one.value, other.value), key=len)
    return shorter == longer or ("order" in (one.kind, other.kind) and longer.startswith(f"{shorter}-"))
