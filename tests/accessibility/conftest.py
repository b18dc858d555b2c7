from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import add_studies, record_file, session

__all__ = ["add_studies", "listened_to", "record_file", "session"]


@pytest.fixture
def listened_to(qapp: QApplication) -> Iterator[None]:
    """Has a screen reader ask about all windows, as far as these can tell."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)
