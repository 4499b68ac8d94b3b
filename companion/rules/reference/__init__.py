"""Rules about the number of the order or product."""
