"""Rules about the tone."""
