"""How much a source may be; what protects against files that were made to do harm."""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest registry record known has 4 MB and nests 14 deep; the registry has 601,000."""

    document_bytes: int = 64 * MEBIBYTE
    nesting: int = 100
    archive_members: int = 2_000_000
    archive_bytes: int = 64 * 1024 * MEBIBYTE
    archive_ratio: int = 400
    ratio_free_bytes: int = 4 * MEBIBYTE
    rejected_in_a_row: int = 1_000
    folder_depth: int = 32


def megabytes(size: int) -> str:
    """Return a number of bytes in words for people."""
    return f"{size / MEBIBYTE:,.0f} MB"
