"""Who may speak to the service: tokens, pairing codes, one-time links, sessions of the service's own pages."""

import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from companion.service.codes import Code, Codes
from companion.service.secretfile import SecretFile

PageName = Literal["/", "/lab", "/journal"]

LINK_LIFE = 60.0
"""Seconds that a one-time link lives."""
SESSION_LIFE = 24 * 3600.0
"""Seconds that a page's cookie lives. A cookie of 127.0.0.1 reaches every port there, so it is not kept for long."""


class WrongCodeError(ValueError):
    """No live code is like this one."""


class TooManyTriesError(RuntimeError):
    """Too many wrong codes: only a new code, or time, helps."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who a token was given to: an extension's origin, or None for tools of the same user account."""

    origin: str | None


class Access:
    """The one place that gives and checks proofs. Of secrets that are sent back only the SHA-256 is kept."""

    def __init__(self, path: Path, *, clock: Callable[[], float] = time.time) -> None:
        self.file = SecretFile(path)
        self._clock = clock
        self._codes = Codes(clock)

    @property
    def notice(self) -> str | None:
        """What the user must hear after opening, in Russian."""
        if self.file.kept_aside is None:
            return None
        return (
            f"Файл доступа был повреждён и отложен: {self.file.kept_aside}. Создан новый; подключите расширение заново."
        )

    def new_code(self) -> Code:
        """A new pairing code."""
        with self.file.transaction() as database:
            return self._codes.new(database)

    def live_code(self) -> Code:
        """A pairing code that can be used now: the newest one, or a new one."""
        with self.file.transaction() as database:
            return self._codes.live(database)

    def pair(self, code: str, *, origin: str, client: str) -> str:
        """Takes a code and gives a token bound to the origin. Raises ``WrongCodeError`` or ``TooManyTriesError``."""
        with self.file.transaction() as database:
            # Raised only after the transaction: a wrong try must stay counted.
            outcome = self._codes.spend(database, code)
        if outcome == "too_many":
            raise TooManyTriesError
        if outcome == "wrong":
            raise WrongCodeError
        return self.new_token(client, origin=origin)

    def new_token(self, client: str, *, origin: str | None = None) -> str:
        """A token; without an origin it is one for tools of the same user account."""
        token = secrets.token_urlsafe(32)
        with self.file.transaction() as database:
            database.execute("INSERT INTO tokens VALUES (?, ?, ?, ?)", (_digest(token), origin, client, self._clock()))
        return token

    def holder(self, token: str) -> Holder | None:
        """Who the token was given to; None for no token of ours. Takes as long for a near miss as for a far one."""
        digest = _digest(token)
        with self.file.reading() as database:
            rows = database.execute("SELECT hash, origin FROM tokens").fetchall()
        found = [Holder(origin) for kept, origin in rows if hmac.compare_digest(kept, digest)]
        return found[0] if found else None

    def paired_origins(self) -> frozenset[str]:
        """The origins of all paired extensions."""
        with self.file.reading() as database:
            rows = database.execute("SELECT DISTINCT origin FROM tokens WHERE origin IS NOT NULL").fetchall()
        return frozenset(origin for (origin,) in rows)

    def new_link(self, page: PageName) -> str:
        """The secret of a link that opens a page once, within ``LINK_LIFE``."""
        secret, now = secrets.token_urlsafe(24), self._clock()
        with self.file.transaction() as database:
            database.execute("DELETE FROM links WHERE expires <= ?", (now,))
            database.execute("INSERT INTO links VALUES (?, ?, ?)", (_digest(secret), page, now + LINK_LIFE))
        return secret

    def open_link(self, secret: str) -> str | None:
        """Uses a link up: the page it opens; None when it was used, has expired or never was."""
        with self.file.transaction() as database:
            digest = (_digest(secret),)
            row = database.execute("SELECT page, expires FROM links WHERE hash = ?", digest).fetchone()
            database.execute("DELETE FROM links WHERE hash = ?", digest)
        return str(row[0]) if row and row[1] > self._clock() else None

    def new_session(self) -> str:
        """The value of a cookie for the service's own pages."""
        secret, now = secrets.token_urlsafe(32), self._clock()
        with self.file.transaction() as database:
            database.execute("DELETE FROM sessions WHERE expires <= ?", (now,))
            database.execute("INSERT INTO sessions VALUES (?, ?)", (_digest(secret), now + SESSION_LIFE))
        return secret

    def session(self, secret: str) -> bool:
        """True for the cookie of a session that lives."""
        with self.file.reading() as database:
            row = database.execute("SELECT expires FROM sessions WHERE hash = ?", (_digest(secret),)).fetchone()
        return bool(row) and row[0] > self._clock()

    def close(self) -> None:
        """Closes the file."""
        self.file.close()


def _digest(secret: str) -> bytes:
    # The secrets are random and long: a plain hash cannot be reversed, and lookups by it reveal nothing.
    return sha256(secret.encode("utf-8", "surrogatepass")).digest()
