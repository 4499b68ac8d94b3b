"""Identifiers in running text."""

from collections.abc import Iterator
from typing import cast

from companion.positions import Span
from companion.report import ReferenceKind
from companion.text.identifiers.articles import articles, code_begins
from companion.text.identifiers.lookalikes import folded
from companion.text.identifiers.model import Identifier
from companion.text.identifiers.named import keywords, named_numbers, numbered
from companion.text.identifiers.places import settled
from companion.text.identifiers.shapes import LINK, PREFIX, PREFIX_REACH, RUN, SHOP, STRONG, normalised
from companion.text.view import View

_RANKS = {
    # A shape that nothing else has says more than the word before it …
    "posting": 0, "barcode": 0, "return": 0, "link": 0,
    # … the word more than thirteen digits from 2000, and a document's number may look like an order's.
    "named": 1, "article": 2, "supply": 3, "document": 4, "order": 5, "others": 6, "numbered": 7,
}  # fmt: skip


def find_identifiers(view: View) -> tuple[Identifier, ...]:
    """Every identifier of a text, each place once, with its most specific kind, in order."""
    return settled(candidates(view, folded(view)))[0]


def candidates(view: View, lower: str, *, plain_orders: bool = False) -> Iterator[tuple[int, Identifier | Span]]:
    """Everything that could be an identifier with its rank, and the numbers of other things as bare spans.

    ``plain_orders`` leaves plain digits after «заказ» free: in the number field they are read as a SKU.
    """
    for found in strong(lower):
        yield _RANKS[found.kind if found.kind != "sku" else "link"], found
    words = list(keywords(lower))
    reached = 0
    for word in words:
        if word.kind == "article":
            reached = code_begins(lower, word)
            yield from ((_RANKS["article"], found) for found in articles(view, lower, word, field=plain_orders))
        # In «артикул товара AB-77» the second word explains nothing.
        elif word.span.start >= reached and not (plain_orders and word.kind == "order"):
            rank = _RANKS[{"order": "others", "document": "document"}.get(word.kind, "named")]
            yield from ((rank, number) for number in named_numbers(lower, word))
    yield from ((_RANKS["numbered"], found) for found in numbered(lower, words))


def strong(lower: str) -> Iterator[Identifier]:
    """Identifiers that their shape alone tells."""
    reached = 0
    for run in RUN.finditer(lower):
        if run.start() < reached:
            continue
        prefix = PREFIX.search(lower, max(0, run.start() - PREFIX_REACH), run.start())
        match = STRONG.match(lower, prefix.start() if prefix else run.start())
        if match is not None:
            kind = cast(ReferenceKind, match.lastgroup)
            yield Identifier(kind, normalised(kind, match.group()), Span(*match.span()))
            reached = match.end()
    if SHOP in lower:
        yield from (Identifier("sku", match["sku"], Span(*match.span("sku"))) for match in LINK.finditer(lower))
