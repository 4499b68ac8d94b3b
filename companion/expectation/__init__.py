"""Deadlines: the policy as data, the Russian working calendar, and when an answer can be expected (contract §5)."""

from companion.expectation.deadline import Signals, expect
from companion.expectation.policy import GUIDE_POLICY, Policy

__all__ = ["GUIDE_POLICY", "Policy", "Signals", "expect"]
