"""Rules about what is asked."""
