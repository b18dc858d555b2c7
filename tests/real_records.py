"""Real records beside the project; tests over them skip, and say so, where there are none."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[1].parent / "shared"
RECORDS = SHARED / "records"

needs_records = pytest.mark.skipif(
    not RECORDS.is_dir(), reason="the real records are not beside the project (../shared/records)"
)


def record_files(folder: str, pattern: str = "*", step: int = 1) -> list[Path]:
    """Return every ``step``-th file of a folder of real records; none where they are absent."""
    return sorted((RECORDS / folder).glob(pattern))[::step]
