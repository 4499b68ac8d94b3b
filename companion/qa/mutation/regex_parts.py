"""What can be dropped from a regular expression: an alternative, a look-around, an anchor.

Groups stay, so that numbers and names of groups stay: a dropped alternative never matches, a dropped look-around
always does. The source is read as text and not as a parsed tree: so a report can show what was dropped as it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

RegexKind = Literal["alternative", "look-around", "anchor"]

_ANCHORS = ("\\b", "\\B", "\\A", "\\Z", "^", "$")
_NEVER = "(?!)"
_OPENING = re.compile(r"\((?:\?(?:P<\w+>|P=\w+|<?[=!]|>|:|#[^)]*|[aiLmsux-]*:|[aiLmsux-]+(?=\))|\(\w+\)))?")
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|^$]|[^\\\[()|^$]+", re.DOTALL)


class RegexPart(NamedTuple):
    """A part ``start:end`` of the source that can go, and the source that is left."""

    kind: RegexKind
    start: int
    end: int
    left: str


@dataclass
class _Group:
    start: int
    body: int
    opening: str
    bars: list[int] = field(default_factory=list)


def regex_parts(source: str) -> Iterator[RegexPart]:
    """Every part of a regular expression that can go, in the order of the places where they end."""
    groups = [_Group(0, 0, "")]
    at = 0
    while at < len(source):
        opening = _OPENING.match(source, at) if source[at] == "(" else None
        if opening is not None:
            groups.append(_Group(at, opening.end(), opening.group()))
            at = opening.end()
            continue
        token = _TOKEN.match(source, at)
        assert token is not None, source
        text = token.group()
        if text == ")":
            yield from _closed(source, groups.pop(), token.start())
        elif text == "|":
            groups[-1].bars.append(at)
        elif text in _ANCHORS:
            yield RegexPart("anchor", at, token.end(), source[:at] + source[token.end() :])
        at = token.end()
    yield from _alternatives(source, groups[0], len(source))


def _closed(source: str, group: _Group, end: int) -> Iterator[RegexPart]:
    yield from _alternatives(source, group, end)
    if group.opening in ("(?=", "(?!", "(?<=", "(?<!") and end > group.body:
        looked = source[group.start : end + 1]
        yield RegexPart("look-around", group.start, end + 1, f"{source[: group.start]}(?:{looked}|){source[end + 1 :]}")


def _alternatives(source: str, group: _Group, end: int) -> Iterator[RegexPart]:
    # «(?(1)yes|no)» has no alternatives but two cases.
    if not group.bars or group.opening.startswith("(?("):
        return
    starts = [group.body, *(bar + 1 for bar in group.bars)]
    ends = [*group.bars, end]
    for start, stop in zip(starts, ends, strict=True):
        yield RegexPart("alternative", start, stop, f"{source[:start]}{_NEVER}{source[start:]}")
