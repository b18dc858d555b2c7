from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.store.library import Library
from tests.store.synthetic import open_library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for a library, which does not exist yet."""
    return tmp_path / "library"


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    with open_library(folder) as library:
        yield library
