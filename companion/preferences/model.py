"""What the user wants otherwise than it is delivered. A frozen value: the checker gets it, and knows no file."""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, get_args

from companion.expectation import GUIDE_POLICY, Policy
from companion.report import Severity

RuleSetting = Literal["off", "hint", "warning", "error"]
RULE_SETTINGS: tuple[RuleSetting, ...] = get_args(RuleSetting)

WordList = Literal["informal", "emotional"]
WORD_LISTS: tuple[WordList, ...] = get_args(WordList)

Words = tuple[tuple[str, str], ...]
"""Words with what to write instead; "" for what has no replacement."""


@dataclass(frozen=True)
class Preferences:
    """``allowed``: names that no rule of tone or style objects to. ``informal``, ``emotional``: words to be replaced.

    ``rules``: the rules that are off or have another severity than their own. ``policy``: the deadlines.
    """

    allowed: tuple[str, ...] = ()
    informal: Words = ()
    emotional: Words = ()
    rules: tuple[tuple[str, RuleSetting], ...] = ()
    policy: Policy = GUIDE_POLICY

    def severity(self, rule_id: str, own: Severity) -> Severity | None:
        """The severity of a rule whose own one is given; None when it is off."""
        setting = dict(self.rules).get(rule_id, own)
        return None if setting == "off" else setting

    def words(self, listed: WordList) -> Words:
        """The words of one list."""
        return self.informal if listed == "informal" else self.emotional

    @property
    def digest(self) -> bytes:
        """The same for the same wishes, in whatever order they stand in the file."""
        words = [sorted(self.allowed), sorted(self.informal), sorted(self.emotional), sorted(self.rules)]
        return sha256(json.dumps([*words, repr(self.policy)]).encode()).digest()


AS_DELIVERED = Preferences()
"""Nothing changed."""
