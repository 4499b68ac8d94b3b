"""Помощник обращений для Ozon Seller: проверка обращения в поддержку, пока его пишут."""

__version__ = "2026.11.1"
API = 1
"""Number of the contract's version; rises when what others rely on changes."""
