"""Name, role and state of every control in every window."""

import pytest
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.presentation.pane import PANES
from desktop_app.ui.panes.section_view import SectionView
from tests.accessibility.tree import Role, name_of, nameless, seen_parts
from tests.accessibility.windows import MODULES, NUMBER, dialog_kinds, open_dialogs
from tests.ui.conftest import AddStudies, part


@pytest.fixture
def opened(session: Session, add_studies: AddStudies) -> Session:
    add_studies(NUMBER, "NCT00000102", **MODULES)
    session.window.show()
    session.window.show_study(NUMBER)
    return session


def test_a_control_without_a_name_is_found(qtbot: QtBot) -> None:
    window = QWidget(windowTitle="A window")
    qtbot.addWidget(window)
    QLineEdit(window)
    QLineEdit(window).setAccessibleName("Named")
    window.show()
    assert nameless(window) == ["EditableText QWidget > QLineEdit ''"]


def test_every_kind_of_dialog_is_looked_at(opened: Session, qtbot: QtBot) -> None:
    seen = {type(dialog) for dialog in open_dialogs(opened, qtbot)}
    assert seen == dialog_kinds()


@pytest.mark.parametrize("pane_id", [pane.id for pane in PANES])
def test_every_control_of_the_window_has_a_name(opened: Session, pane_id: str) -> None:
    opened.window.study_view.show_pane(pane_id)
    opened.window.study_view.show_find()
    QApplication.sendPostedEvents()
    assert nameless(opened.window) == []


def test_every_control_of_every_dialog_has_a_name(opened: Session, qtbot: QtBot) -> None:
    found = {dialog.windowTitle(): nameless(dialog) for dialog in open_dialogs(opened, qtbot)}
    assert {title: names for title, names in found.items() if names} == {}


def test_every_line_of_a_menu_has_a_name_and_tells_what_is_in_force(opened: Session) -> None:
    menus = opened.window.menuBar().findChildren(QMenu)
    lines = [line for menu in menus for line in menu.actions() if not line.isSeparator()]
    assert [line.objectName() for line in lines if not line.text().strip()] == []
    assert len(lines) > 60
    switch = part(opened.window, QAction, "explain_sections")
    assert switch.isCheckable()
    assert switch.isChecked()


def test_buttons_of_the_tool_bar_say_what_they_do(opened: Session) -> None:
    found = [one for one in seen_parts(opened.window) if one.role() == Role.PushButton]
    tips = {name_of(one): one.text(QAccessible.Text.Description) for one in found}
    assert tips["Import"].startswith("Import record files into the library")
    assert tips["Print"]


def test_a_text_that_can_only_be_read_says_so(opened: Session) -> None:
    view = opened.window.study_view.current_view().view
    assert isinstance(view, SectionView)
    state = QAccessible.queryAccessibleInterface(view).state()
    assert state.readOnly
    assert state.multiLine
    assert state.focusable


def test_a_tab_tells_whether_it_is_the_one_shown(opened: Session) -> None:
    opened.window.study_view.show_pane("sites")
    tabs = [one for one in seen_parts(opened.window) if one.role() == Role.PageTab]
    assert [name_of(tab) for tab in tabs if tab.state().selected] == ["Sites (2)"]
    assert len(tabs) == len(PANES)


def test_a_row_tells_whether_it_is_selected(opened: Session) -> None:
    view = part(opened.window, QTableView, "study_list")
    rows = [one for one in seen_parts(view) if one.role() == Role.Cell]
    selected = [name_of(row) for row in rows if row.state().selected]
    assert [name.split(",")[0] for name in selected] == [NUMBER]
