"""The user's own words, rules and deadlines: what they are (pure), and the file ``settings.toml`` that holds them."""

from companion.preferences.model import AS_DELIVERED, Preferences, RuleSetting

__all__ = ["AS_DELIVERED", "Preferences", "RuleSetting"]
