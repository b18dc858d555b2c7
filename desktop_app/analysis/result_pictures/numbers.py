"""Reads numbers as the registry prints them; what is no plain number is none."""

import re
from collections.abc import Iterable

_NUMBER = re.compile(
    r"[+\-\u2212]?(?:(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]*)?|\.[0-9]+)"
    r"(?:[eE][+\-]?[0-9]{1,2})?"
)
_MOST_CHARACTERS = 32
_LARGEST = 1e15
_WIDEST = 1e4
"""A number that goes more often into the largest one cannot be told from 0 beside it."""
_MOST_LOST = 4
"""Of so many numbers one may be lost in this way."""


def read_number(text: str | None) -> float | None:
    """Return a number that is written out: ``-1.5``, ``1,234``; None for ``NA`` and ``<0.1``."""
    text = (text or "").strip()
    if len(text) > _MOST_CHARACTERS or not _NUMBER.fullmatch(text):
        return None
    number = float(text.replace(",", "").replace("\u2212", "-"))
    return number if abs(number) <= _LARGEST else None


def is_drawable(numbers: Iterable[float]) -> bool:
    """Tell whether most numbers can be told from 0 on one linear axis."""
    sizes = [abs(number) for number in numbers if number]
    largest = max(sizes, default=0.0)
    lost = sum(size * _WIDEST < largest for size in sizes)
    return lost * _MOST_LOST <= len(sizes)
