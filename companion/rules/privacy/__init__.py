"""Rules about what must never be sent."""
