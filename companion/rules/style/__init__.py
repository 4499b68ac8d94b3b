"""Rules about the style."""
