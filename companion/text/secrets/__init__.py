"""Secrets that a seller should never send: bank cards, passwords, one-time codes, API keys, passports."""

from collections.abc import Sequence

from companion.positions import Span
from companion.text.identifiers.places import Places
from companion.text.secrets.cards import cards
from companion.text.secrets.codes import codes
from companion.text.secrets.keys import keys
from companion.text.secrets.model import Secret, SecretKind
from companion.text.secrets.passports import passports
from companion.text.secrets.passwords import passwords
from companion.text.view import View

__all__ = ["Secret", "SecretKind", "find_secrets"]


def find_secrets(view: View, taken: Sequence[Span] = ()) -> tuple[Secret, ...]:
    """Every secret of a text, in order; never where an identifier of contract §6 stands (``taken``)."""
    found = [secret for find in (cards, codes, keys, passports, passwords) for secret in find(view)]
    places = Places(taken)
    return tuple(
        secret
        for secret in sorted(found, key=lambda secret: (secret.span.start, -secret.span.end))
        if places.take(secret.span)
    )
