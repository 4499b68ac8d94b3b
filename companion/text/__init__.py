"""Understands Russian text; knows no rules."""
