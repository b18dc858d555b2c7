"""The panel by the keyboard, with a screen reader, and with large text."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.errors import RegistryUnreachableError
from desktop_app.study.enumerations import Status
from desktop_app.ui.registry.searching.search_panel import SearchPanel
from desktop_app.ui.registry.searching.tick_button import TickButton
from tests.accessibility.test_large_text import _cut as cut_words
from tests.accessibility.tree import nameless
from tests.accessibility.windows import wait_active
from tests.ui.conftest import part
from tests.ui.registry.searching.conftest import Find
from tests.ui.registry.searching.fake_registry import FakeRegistry

HOSTILE = "<img src='file:///etc/passwd'><b>A</b> & \u202eB"


def _stops(panel: SearchPanel) -> set[QWidget]:
    return {
        widget
        for widget in panel.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    }


def _visited(panel: SearchPanel, steps: int) -> set[QWidget]:
    seen = set()
    for _step in range(steps):
        focused = panel.window().focusWidget()
        assert focused is not None
        seen.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return seen


@pytest.mark.parametrize("seen", ["form", "results", "failure"])
def test_every_control_has_a_name_and_is_reached_by_the_keyboard(
    panel: SearchPanel,
    find: Find,
    registry: FakeRegistry,
    session: Session,
    qtbot: QtBot,
    seen: str,
) -> None:
    registry.put("NCT00000001", "2026-01-01")
    wait_active(session.window, qtbot)
    if seen == "failure":
        registry.failure = RegistryUnreachableError("No network.")
    if seen != "form":
        find("study")
    panel.take_focus()
    QApplication.sendPostedEvents()
    assert nameless(panel) == []
    assert _stops(panel) <= _visited(panel, 80)


def test_statuses_are_ticked_by_the_keyboard(panel: SearchPanel, qtbot: QtBot) -> None:
    button = part(panel, TickButton, "registry_statuses")
    menu = part(button, QMenu)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    qtbot.waitUntil(menu.isVisible)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert button.chosen == (Status.RECRUITING, Status.NOT_YET_RECRUITING)
    assert button.accessibleName() == "Status: Recruiting, Not yet recruiting"
    assert button.text() == "Status: 2 chosen"
    assert panel.isVisible()


def test_texts_of_the_registry_and_of_the_person_are_no_markup(
    panel: SearchPanel, find: Find, registry: FakeRegistry
) -> None:
    find(HOSTILE)
    for label in panel.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or not label.text().count("<")
    asked = part(panel, QLabel, "registry_asked")
    assert "\u202e" not in asked.text()


@pytest.fixture
def large(session: Session) -> Iterator[Session]:
    """Returns the window with text of twice the size on a small screen."""
    session.settings.change(text_percent=200)
    session.window.resize(1024, 768)
    yield session
    session.settings.change(text_percent=100)


def test_large_text_leaves_the_buttons_in_sight(
    large: Session, panel: SearchPanel, find: Find, registry: FakeRegistry
) -> None:
    registry.put("NCT00000001", "2026-01-01")
    find("study")
    QTest.qWait(50)
    for name in ("registry_keep", "registry_keep_all", "registry_save", "registry_back"):
        button = part(panel, QPushButton, name)
        place = button.mapTo(panel, button.rect().bottomRight())
        assert panel.rect().contains(place), name
        assert button.width() >= button.sizeHint().width(), name
    assert panel.results.view.height() > 100
    assert cut_words(panel) == []


def test_large_text_leaves_what_failed_in_sight(
    large: Session, panel: SearchPanel, find: Find, registry: FakeRegistry
) -> None:
    registry.failure = RegistryUnreachableError("There is no connection to the registry. " * 4)
    find("study")
    QTest.qWait(50)
    for name in ("registry_again_here", "registry_back_here"):
        button = part(panel, QPushButton, name)
        place = button.mapTo(panel, button.rect().bottomRight())
        assert panel.rect().contains(place), name
    assert cut_words(panel) == []


def test_large_text_of_the_form_is_not_cut(large: Session, panel: SearchPanel) -> None:
    part(panel, TickButton, "registry_statuses").choose(list(Status))
    QTest.qWait(50)
    assert cut_words(panel) == []
