from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.store.personal.writer import PersonalWriter


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "personal.sqlite3"


@pytest.fixture
def writer(path: Path) -> Iterator[PersonalWriter]:
    writer = PersonalWriter(path)
    yield writer
    writer.close()
