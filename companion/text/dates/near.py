"""A pattern is tried only near a piece of text that stands in all its phrases: most texts hold few of them."""

import re
from collections.abc import Iterator

_BACK = 48
"""Characters before the piece where a phrase may begin, at a word."""
_ANY = re.compile("")
_WORD_BEGINS = re.compile(r"(?<![^\W_])[^\W_]|(?<=[0-9])[^\W\d_]")


def near(
    lower: str, anchors: tuple[str, ...], *patterns: re.Pattern[str], back: int = _BACK, begins: re.Pattern[str] = _ANY
) -> Iterator[tuple[int, re.Match[str]]]:
    """The matches that hold an anchor, each with the number of its pattern; one may come once for each anchor in it.

    A match begins at a word that ``begins`` fits, at most ``back`` characters before the anchor.
    """
    for anchor in anchors:
        at = lower.find(anchor)
        while at >= 0:
            end = at + len(anchor)
            starts = [word.start() for word in _WORD_BEGINS.finditer(lower, max(0, at - back), at + 1)]
            starts = [start for start in starts if begins.match(lower, start)]
            for number, pattern in enumerate(patterns):
                for start in starts:
                    match = pattern.match(lower, start)
                    if match is not None and match.end() >= end:
                        yield number, match
                        break
            at = lower.find(anchor, end)
