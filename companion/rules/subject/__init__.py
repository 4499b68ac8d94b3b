"""Rules about the topic."""
