"""The commands of a developer's and a newcomer's day, and what they share (standard library only)."""
