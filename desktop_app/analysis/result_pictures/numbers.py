"""Reads numbers as the registry prints them; what is no plain number is none."""

import re
from collections.abc import Iterable

_NUMBER = re.compile(
    r"[+\-\u2212]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:e[+\-]?\d{1,2})?", re.IGNORECASE
)
_MOST_CHARACTERS = 32
_LARGEST = 1e15
_WIDEST = 1e4
"""How often the smallest number may go into the largest, for both to be told apart on one axis."""


def read_number(text: str | None) -> float | None:
    """Return a number that is written out: ``-1.5``, ``1,234``; None for ``NA`` and ``<0.1``."""
    text = (text or "").strip()
    if len(text) > _MOST_CHARACTERS or (not text.isascii() and "\u2212" not in text):
        return None
    if not _NUMBER.fullmatch(text) or not any(character.isdigit() for character in text):
        return None
    try:
        number = float(text.replace(",", "").replace("\u2212", "-"))
    except ValueError:
        return None
    return number if abs(number) <= _LARGEST else None


def is_drawable(numbers: Iterable[float]) -> bool:
    """Tell whether numbers can be told apart on one linear axis."""
    sizes = [abs(number) for number in numbers if number]
    return not sizes or max(sizes) <= _WIDEST * min(sizes)
