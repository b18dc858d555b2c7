"""How studies are told of that are dragged within the window."""

from collections.abc import Iterable

STUDIES_FORMAT = "application/x-trialviewer-studies"
"""NCT numbers, one a line."""


def written_numbers(nct_ids: Iterable[str]) -> bytes:
    """Return numbers in that format."""
    return "\n".join(nct_ids).encode("ascii", "replace")


def read_numbers(content: bytes) -> tuple[str, ...]:
    """Return the numbers that are in that format."""
    return tuple(content.decode("ascii", "replace").split())
