"""Marks in a row and emoji; words in capitals are ``capitals``."""

import re

from companion.positions import Span
from companion.text.view import View

_MARKS = re.compile("[!?！？‼⁉]+")
_IN_A_ROW = re.compile("[!！]{2}|[?？][!！]|[!！][?？]|[?？]{3}|[‼⁉]")
# Unicode's Emoji_Presentation below U+1F000, and the hearts, faces and warning signs that are drawn as emoji.
_EMOJI = re.compile(
    "[\U0001f000-\U0001f02f\U0001f0a0-\U0001f0ff\U0001f170-\U0001f1ff\U0001f200-\U0001f265\U0001f300-\U0001faff"
    "\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2639\u263a\u2648-\u2653\u2665\u267f\u2693\u26a0\u26a1\u26aa\u26ab"
    "\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a-\u270d\u2728\u274c\u274e\u2753-\u2755\u2757\u2763\u2764"
    "\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55]+"
)
_SIGN = re.compile(
    rf"(?!{_EMOJI.pattern})[0-9#*\u2000-\u2638\u263b-\u27bf\u2900-\u2bff\u3030\u303d\u3297\u3299\u00a9\u00ae]"
)
"""What is an emoji only when U+FE0F follows, keycaps too."""
_AS_PICTURE = "\ufe0f"


def marks_in_a_row(view: View) -> tuple[Span, ...]:
    """«!!», «?!», «???» and longer."""
    return tuple(Span(*match.span()) for match in _MARKS.finditer(view.text) if _IN_A_ROW.search(match.group()))


def emoji(view: View) -> tuple[Span, ...]:
    """Emoji; several side by side are one span. «✔» is a sign of a font, «✔️» with its selector is a picture."""
    found = [Span(*match.span()) for match in _EMOJI.finditer(view.text)]
    if _AS_PICTURE in view.raw:
        signs = (Span(*match.span()) for match in _SIGN.finditer(view.text))
        found += (sign for sign in signs if view.raw.startswith(_AS_PICTURE, view.original(sign).end))
    return tuple(sorted(found))
