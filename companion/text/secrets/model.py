"""What a secret is."""

from dataclasses import dataclass
from typing import Literal

from companion.positions import Span

SecretKind = Literal["card", "code", "key", "passport", "password"]

HIDDEN = "***"
"""What stands for a secret of which nothing may be seen."""


@dataclass(frozen=True, slots=True)
class Secret:
    """One secret: its place without the word before it, and what may stand there instead."""

    kind: SecretKind
    span: Span
    mask: str = HIDDEN
