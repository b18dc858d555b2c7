from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from desktop_app.application import Session
from desktop_app.ui.registry.registry_access import RegistryAccess
from desktop_app.ui.registry.searching.search_desk import SearchDesk
from desktop_app.ui.registry.searching.search_panel import SearchPanel
from desktop_app.ui.registry.searching.searching import Searching
from tests.ui.conftest import part
from tests.ui.registry.searching.fake_registry import FakeRegistry

Find = Callable[[str], None]


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> FakeRegistry:
    """Returns the registry that the window asks."""
    made = FakeRegistry()
    monkeypatch.setattr(RegistryAccess, "client", lambda _self: made)
    monkeypatch.setattr(RegistryAccess, "close", lambda _self: None)
    return made


@pytest.fixture
def searching(session: Session, registry: FakeRegistry) -> Searching:
    """Returns what searches the registry in the window."""
    session.window.show()
    return part(session.window, Searching)


@pytest.fixture
def panel(session: Session, searching: Searching) -> SearchPanel:
    """Returns the panel, shown by its command."""
    part(session.window, QAction, "search_registry").trigger()
    return part(session.window, SearchPanel)


@pytest.fixture
def desk(panel: SearchPanel, session: Session) -> SearchDesk:
    """Returns what fills the panel."""
    return part(session.window, SearchDesk)


@pytest.fixture
def find(panel: SearchPanel) -> Find:
    """Returns what searches for a condition, as a person does."""

    def search(condition: str) -> None:
        panel.form.clear()
        line = part(panel.form, QLineEdit, "registry_condition")
        line.setText(condition)
        line.returnPressed.emit()

    return search
