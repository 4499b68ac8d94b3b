"""The first check compiles the word lists and opens the dictionary (0.4 s): better before anyone waits for it."""

import gc
from datetime import UTC, datetime

from companion.checker import check
from companion.draft import CheckRequest, Draft
from companion.preferences import AS_DELIVERED, Preferences


def warm_up(preferences: Preferences = AS_DELIVERED) -> None:
    """Gets everything ready that all checks share, and keeps the garbage collector from looking at it again.

    What is ready stays for the life of the process: some hundred thousand objects, which a full collection would walk
    through in the middle of a long text (20 ms).
    """
    check(CheckRequest(draft=Draft(description="Проверка.")), now=datetime.now(UTC), preferences=preferences)
    gc.collect()
    gc.freeze()
