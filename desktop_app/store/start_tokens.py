"""The beginnings of words that the index keeps as tokens of their own."""

LONGEST_START = 3
"""Letters of the longest beginning that is kept."""

START_GUARD = "0"
"""Stands behind a beginning and keeps the stemmer off, to which ``hos`` is the plural of ``ho``."""


def start_token(beginning: str) -> str:
    """Return what stands in the column ``starts`` for a beginning of one to three letters."""
    return beginning.lower() + START_GUARD
