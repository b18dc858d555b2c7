"""What the keyboard reaches, wherever in the window it is."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.ui.keys.shortcut_keys import ShortcutsFirst
from desktop_app.ui.panes.sites_pane import SitesPane
from desktop_app.ui.study.find_bar import FindBar
from desktop_app.ui.study.pane_tab_bar import PaneTabBar
from tests.ui.conftest import AddStudies, part

_NUMBER = "NCT00000101"
_SITES = {"locations": [{"city": "Basel"}, {"city": "Bern"}]}


@pytest.fixture
def active(session: Session, add_studies: AddStudies, qtbot: QtBot) -> Session:
    """Returns a window that has the keyboard and shows the sites of a study."""
    add_studies(_NUMBER, contactsLocationsModule=_SITES)
    # Wide enough for all tabs: where they are scrolled, Tab stops at what scrolls them.
    session.window.resize(1100, 700)
    with qtbot.waitActive(session.window):
        session.window.show()
        session.window.activateWindow()
    session.window.show_study(_NUMBER)
    session.window.study_view.show_pane("sites")
    return session


def _text(session: Session) -> QWidget:
    return session.window.study_view.current_view().view


def _list(session: Session) -> QTableView:
    return part(session.window, QTableView, "study_list")


def _line(session: Session, place: str) -> QLineEdit:
    if place == "find bar":
        session.window.study_view.show_find()
        return part(part(session.window, FindBar), QLineEdit)
    if place == "filter":
        return part(session.window, SitesPane).filter_box
    return part(session.window, QLineEdit, "search_box")


@pytest.mark.parametrize("place", ["search box", "find bar", "filter"])
def test_brief_is_exported_while_somebody_types(active: Session, place: str) -> None:
    action = part(active.window, QAction, "export_brief")
    action.triggered.disconnect()
    heard: list[str] = []
    action.triggered.connect(lambda: heard.append(place))
    line = _line(active, place)
    line.setFocus()
    line.setText("words")
    line.setCursorPosition(2)
    QTest.keyClick(line, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert heard == [place]
    assert (line.text(), line.cursorPosition()) == ("words", 2)


@pytest.mark.parametrize(("is_watched", "expected"), [(True, ["go"]), (False, [])])
def test_a_key_that_a_line_knows_goes_to_the_command_that_has_it(
    qtbot: QtBot, is_watched: bool, expected: list[str]
) -> None:
    window, heard = QWidget(), []
    qtbot.addWidget(window)
    # Every system's lines of text take this key; on some it is one of the commands' keys.
    go = QAction("Go", window)
    go.setShortcut("Ctrl+Left")
    go.triggered.connect(lambda: heard.append("go"))
    window.addAction(go)
    line = QLineEdit("some words", window)
    if is_watched:
        ShortcutsFirst([go], window).watch(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert heard == expected


def test_keys_that_edit_still_edit(active: Session) -> None:
    line = _line(active, "search box")
    line.setFocus()
    line.setText("some words")
    for key in (Qt.Key.Key_A, Qt.Key.Key_C):
        QTest.keyClick(line, key, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "some words"
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "some words"


def test_f6_goes_from_search_to_list_to_text_and_round(active: Session) -> None:
    box = _line(active, "search box")
    box.setFocus()
    visited = []
    for name in ("go_to_next_part",) * 3 + ("go_to_previous_part",) * 3:
        part(active.window, QAction, name).trigger()
        visited.append(active.window.focusWidget())
    text, studies = _text(active), _list(active)
    assert visited == [studies, text, box, text, studies, box]


def test_f6_passes_over_what_is_not_there(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitActive(session.window):
        session.window.show()
        session.window.activateWindow()
    session.window.refresh_library()
    box = _line(session, "search box")
    box.setFocus()
    visited = []
    for _ in range(3):
        part(session.window, QAction, "go_to_next_part").trigger()
        visited.append(session.window.focusWidget())
    assert [one.objectName() for one in visited if one] == ["sidebar", "empty_list", "search_box"]


def test_tab_goes_over_the_tabs_and_the_filter_to_the_text(active: Session) -> None:
    part(active.window, PaneTabBar).setFocus()
    visited = []
    for _ in range(2):
        QTest.keyClick(active.window.focusWidget(), Qt.Key.Key_Tab)
        visited.append(active.window.focusWidget())
    assert visited == [_line(active, "filter"), _text(active)]
    _list(active).setFocus()
    visited = []
    for _ in range(4):
        QTest.keyClick(active.window.focusWidget(), Qt.Key.Key_Tab)
        visited.append(active.window.focusWidget())
    assert visited[-1] is part(active.window, PaneTabBar), visited


def test_tab_goes_from_left_to_right(active: Session) -> None:
    window = active.window
    window.resize(1600, 900)
    _line(active, "search box").setFocus()
    visited: list[QWidget | None] = []
    while not visited or visited[-1] is not part(window, PaneTabBar):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        visited.append(window.focusWidget())
        assert len(visited) < 12
    names = [one.objectName() for one in visited if one]
    assert names[:4] == ["sidebar_box", "sidebar", "order", "study_list"]
    left = [one.mapTo(window, QPoint()).x() for one in visited[:5] if one]
    assert left[:2] <= left[2:4] <= left[4:]


def test_escape_in_an_empty_search_box_goes_to_the_list(active: Session) -> None:
    box = _line(active, "search box")
    box.setFocus()
    box.setText("study")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.hasFocus()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert active.window.focusWidget() is _list(active)
