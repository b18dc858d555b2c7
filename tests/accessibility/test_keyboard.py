"""Every control of every window by the keyboard: reached, left, seen, and dialogs closed."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.presentation.pane import PANES
from desktop_app.ui.looks.palette_colors import contrast
from desktop_app.ui.settings import Theme
from tests.accessibility.windows import MODULES, NUMBER, open_dialogs, wait_active
from tests.ui.conftest import AddStudies

_MOST_STEPS = 200
_LEAST_CONTRAST = 3.0
_BY_KEY = Qt.FocusReason.ShortcutFocusReason
"""Qt takes Tab for the reason only while it is pressed."""


@pytest.fixture
def opened(session: Session, add_studies: AddStudies, qtbot: QtBot) -> Session:
    add_studies(NUMBER, "NCT00000102", **MODULES)
    session.window.show()
    wait_active(session.window, qtbot)
    session.window.show_study(NUMBER)
    return session


def _stops(window: QWidget) -> set[QWidget]:
    """Returns the controls that Tab has to reach; of radio buttons of a group one is enough."""
    return {
        widget
        for widget in window.findChildren(QWidget)
        if widget.window() is window
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    }


def _visited(window: QWidget, key: Qt.Key) -> list[QWidget]:
    """Returns what has the focus after each press of Tab, until it comes round."""
    visited: list[QWidget] = []
    for _ in range(_MOST_STEPS):
        focused = window.focusWidget()
        assert focused is not None
        if visited and focused is visited[0] and len(set(visited)) > 1:
            return visited
        visited.append(focused)
        QTest.keyClick(focused, key)
    pytest.fail(f"No way out of {visited[-1]}")


def _windows(session: Session, qtbot: QtBot) -> Iterator[QWidget]:
    yield session.window
    yield from open_dialogs(session, qtbot)


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_goes_through_all_of_a_dialog_and_comes_round(
    opened: Session, key: Qt.Key, qtbot: QtBot
) -> None:
    for dialog in open_dialogs(opened, qtbot):
        _start_somewhere(dialog)
        missed = _stops(dialog) - set(_visited(dialog, key)) if len(_stops(dialog)) > 1 else set()
        assert missed == set(), dialog.windowTitle()


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
@pytest.mark.parametrize("pane_id", [pane.id for pane in PANES])
def test_tab_goes_through_all_of_the_window_and_comes_round(
    opened: Session, pane_id: str, key: Qt.Key
) -> None:
    opened.window.study_view.show_pane(pane_id)
    opened.window.study_view.show_find()
    QApplication.sendPostedEvents()
    assert _stops(opened.window) - set(_visited(opened.window, key)) == set()


def _start_somewhere(window: QWidget) -> None:
    if window.focusWidget() is None:
        window.focusNextPrevChild(True)


def test_escape_closes_every_dialog(opened: Session, qtbot: QtBot) -> None:
    for dialog in open_dialogs(opened, qtbot):
        title = dialog.windowTitle()
        QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Escape)
        if dialog.isVisible():  # A box of words may be cleared first.
            QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible(), title


def _seen(widget: QWidget) -> QImage:
    """Returns what a control looks like, with what stands out from it."""
    corner = widget.mapTo(widget.window(), QPoint(0, 0))
    around = QRect(corner, widget.size()).adjusted(-4, -4, 4, 4)
    return widget.window().grab(around).toImage()


def _strongest_change(before: QImage, after: QImage) -> float:
    changes = [
        contrast(QColor(before.pixel(x, y)), QColor(after.pixel(x, y)))
        for x in range(min(before.width(), after.width()))
        for y in range(min(before.height(), after.height()))
        if before.pixel(x, y) != after.pixel(x, y)
    ]
    return max(changes, default=1.0)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_where_the_keyboard_is_can_be_seen(opened: Session, theme: Theme, qtbot: QtBot) -> None:
    opened.settings.change(theme=theme)
    opened.window.study_view.show_find()
    unseen = []
    for window in _windows(opened, qtbot):
        QApplication.sendPostedEvents()
        stops = _stops(window)
        for widget in stops if len(stops) > 1 else ():
            # The page scrolls to it, and would to what is far away.
            widget.setFocus(_BY_KEY)
            min(stops - {widget}, key=partial(_distance, widget)).setFocus(_BY_KEY)
            before = _seen(widget)
            widget.setFocus(_BY_KEY)
            ratio = _strongest_change(before, _seen(widget))
            if ratio < _LEAST_CONTRAST:
                name = f"{type(widget).__name__} {called_of(widget)}"
                unseen.append(f"{window.windowTitle()}: {name or widget}: {ratio:.1f}")
    assert not unseen, "\n".join(unseen)


def _distance(one: QWidget, other: QWidget) -> int:
    """Returns how far apart the middles of two controls are, across and down, in pixels."""
    middles = (each.mapToGlobal(each.rect().center()) for each in (one, other))
    return (next(middles) - next(middles)).manhattanLength()


def called_of(widget: QWidget) -> str:
    """Returns what tells a control from others."""
    words = widget.text() if isinstance(widget, QAbstractButton) else widget.accessibleName()
    return words or widget.objectName()


def test_a_change_that_is_hard_to_see_is_found() -> None:
    before, after = (QImage(2, 2, QImage.Format.Format_RGB32) for _ in range(2))
    before.fill(QColor("#ffffff"))
    after.fill(QColor("#eeeeee"))
    assert 1 < _strongest_change(before, after) < _LEAST_CONTRAST
