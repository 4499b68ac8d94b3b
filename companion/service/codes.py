"""Pairing codes: six digits that a person reads from the service and types into the extension.

A million codes are few, so guessing is made dear: a wrong try counts against every code that is alive, and over all
codes an hour has only so many wrong tries (at most 2 400 a day against a million, and only while a code is shown).
"""

import hmac
import secrets
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

LIFE = 180.0
"""Seconds that a code lives."""
TRIES = 5
"""Wrong tries that a code survives, whoever makes them."""
WRONG_TRIES_AN_HOUR = 100
_HOUR = 3600.0
_WORTH_SHOWING = 10.0
"""A code with fewer seconds left is not shown any more: nobody types that fast."""

Outcome = Literal["right", "wrong", "too_many"]


@dataclass(frozen=True, slots=True)
class Code:
    """A live code and the seconds that it has left."""

    value: str
    seconds_left: int


class Codes:
    """The codes in a database; every method runs inside the caller's transaction."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock

    def new(self, database: sqlite3.Connection) -> Code:
        """Makes a code. Older ones stay alive: somebody may be typing one."""
        now = self._clock()
        self._forget_old(database, now)
        value = f"{secrets.randbelow(1_000_000):06}"
        database.execute("INSERT INTO codes VALUES (?, ?, ?)", (value, now + LIFE, TRIES))
        return Code(value, int(LIFE))

    def live(self, database: sqlite3.Connection) -> Code:
        """The newest code that can still be used, or a new one."""
        now = self._clock()
        row = database.execute(
            "SELECT code, expires FROM codes WHERE expires > ? AND tries_left > 0 ORDER BY rowid DESC LIMIT 1",
            (now + _WORTH_SHOWING,),
        ).fetchone()
        return Code(row[0], int(row[1] - now)) if row else self.new(database)

    def spend(self, database: sqlite3.Connection, guess: str) -> Outcome:
        """Judges one try. A code pairs every browser it is typed into; a wrong try counts against all that live."""
        now = self._clock()
        self._forget_old(database, now)
        codes = database.execute("SELECT code FROM codes WHERE tries_left > 0").fetchall()
        wrong_tries = database.execute("SELECT count(*) FROM wrong_tries").fetchone()[0]
        if wrong_tries >= WRONG_TRIES_AN_HOUR:
            return "too_many"
        if not codes:
            exhausted = database.execute("SELECT count(*) FROM codes").fetchone()[0]
            return "too_many" if exhausted else "wrong"
        # Every code is compared, so that the time tells nothing.
        if sum(hmac.compare_digest(code.encode(), guess.encode()) for (code,) in codes):
            return "right"
        database.execute("UPDATE codes SET tries_left = tries_left - 1")
        database.execute("INSERT INTO wrong_tries VALUES (?)", (now,))
        return "wrong"

    def _forget_old(self, database: sqlite3.Connection, now: float) -> None:
        database.execute("DELETE FROM codes WHERE expires <= ?", (now,))
        database.execute("DELETE FROM wrong_tries WHERE moment <= ?", (now - _HOUR,))
