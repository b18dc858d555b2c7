"""NCT numbers in all the ways in which people and records write them."""

import re

_FORM = re.compile(r"(?:NCT)?\s?0*([0-9]{1,8})\Z", re.IGNORECASE | re.ASCII)
_LONGEST = 40


def parse_nct_number(text: str) -> int | None:
    """Read ``NCT03816852``, ``nct3816852`` or ``03816852``; None for anything else."""
    words = text.strip()
    match = _FORM.match(words) if len(words) <= _LONGEST else None
    number = int(match[1]) if match else 0
    return number or None


def format_nct_id(number: int) -> str:
    """Write a number as the registry does: ``NCT03816852``."""
    return f"NCT{number:08d}"
