"""Unforeseen errors, told without what they quote: a message may hold the text of a draft."""

import traceback
from pathlib import Path


def where(error: BaseException) -> str:
    """The kinds and places of an exception and its causes, innermost call first, without any message."""
    kinds = []
    link: BaseException | None = error
    while link is not None:
        frames = reversed(traceback.extract_tb(link.__traceback__))
        places = " < ".join(f"{Path(frame.filename).stem}.{frame.name}:{frame.lineno}" for frame in frames)
        kinds.append(f"{type(link).__module__}.{type(link).__qualname__} at {places}")
        link = link.__cause__ or link.__context__
    return "; after ".join(kinds)
