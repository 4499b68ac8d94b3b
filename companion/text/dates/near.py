"""A pattern is tried only near a piece of text that stands in all its phrases: most texts hold few of them."""

import re
from collections.abc import Iterator

_BACK, _AHEAD = 48, 64
"""Characters before and behind the piece that a phrase may reach."""


def near(lower: str, anchors: tuple[str, ...], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that hold an anchor; the same one may come once for each anchor in it."""
    for anchor in anchors:
        reached = 0
        at = lower.find(anchor)
        while at >= 0:
            end = at + len(anchor)
            for match in pattern.finditer(lower, max(reached, at - _BACK), end + _AHEAD):
                if match.end() >= end:
                    if match.start() <= at:
                        yield match
                        reached = match.end()
                    break
            at = lower.find(anchor, max(end, reached))
