"""Rules about the description as a whole."""
