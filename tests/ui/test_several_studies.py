"""Several studies of the list, selected for export and printing."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTableView
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.ui.dialogs.print_preview import PrintPreviewDialog
from desktop_app.ui.exporting.chosen import OpenStudy, SelectedRows
from tests.ui.conftest import AddStudies, part

_NUMBERS = tuple(f"NCT{number:08}" for number in range(101, 109))
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def listed(session: Session, add_studies: AddStudies, qtbot: QtBot) -> Session:
    add_studies(*_NUMBERS)
    with qtbot.waitActive(session.window):
        session.window.show()
        session.window.activateWindow()
    session.window.resize(1200, 1000)
    return session


def _view(session: Session) -> QTableView:
    return part(session.window, QTableView, "study_list")


def _click(session: Session, row: int, modifier: Qt.KeyboardModifier | None = None) -> None:
    view = _view(session)
    place = view.visualRect(view.model().index(row, 0)).topLeft() + QPoint(20, 20)
    button = Qt.MouseButton.LeftButton
    QTest.mouseClick(view.viewport(), button, modifier or Qt.KeyboardModifier.NoModifier, place)


def _rows(session: Session) -> list[int]:
    chosen = session.window._workings.outgoing.chosen()
    return [row for part in chosen.rows for row in part] if isinstance(chosen, SelectedRows) else []


def _number(session: Session, row: int) -> str:
    role = Qt.ItemDataRole.AccessibleTextRole
    return str(_view(session).model().index(row, 0).data(role))[:11]


def test_studies_are_selected_beside_each_other(listed: Session) -> None:
    _click(listed, 1)
    assert isinstance(listed.window._workings.outgoing.chosen(), OpenStudy)
    _click(listed, 3, _CTRL)
    _click(listed, 5, _CTRL)
    assert _rows(listed) == [1, 3, 5]
    assert listed.window.windowTitle().startswith(_number(listed, 5))
    _click(listed, 3, _CTRL)
    assert _rows(listed) == [1, 5]


def test_a_range_is_selected(listed: Session) -> None:
    _click(listed, 1)
    _click(listed, 4, _SHIFT)
    assert _rows(listed) == [1, 2, 3, 4]
    QTest.keyClick(_view(listed), Qt.Key.Key_Down, _SHIFT)
    assert _rows(listed) == [1, 2, 3, 4, 5]


def test_studies_that_are_not_neighbours_are_selected_by_keys(listed: Session) -> None:
    _click(listed, 1)
    view = _view(listed)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(view, key, _CTRL)
    assert _rows(listed) == [1, 3]
    assert listed.window.windowTitle().startswith(_number(listed, 3))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert isinstance(listed.window._workings.outgoing.chosen(), OpenStudy)


def test_the_heading_says_how_many_are_selected(listed: Session) -> None:
    texts = [label.text() for label in listed.window.findChildren(QLabel)]
    assert "8 studies" in texts
    _click(listed, 0)
    _click(listed, 2, _SHIFT)
    texts = [label.text() for label in listed.window.findChildren(QLabel)]
    assert "8 studies · 3 selected" in texts


def test_ctrl_a_selects_all_studies_of_the_list(listed: Session) -> None:
    _click(listed, 0)
    part(listed.window, QAction, "select_all_text").trigger()
    assert _rows(listed) == list(range(8))


def test_another_study_that_is_opened_is_selected_alone(listed: Session) -> None:
    _click(listed, 0)
    _click(listed, 2, _SHIFT)
    part(listed.window, QAction, "show_next_study").trigger()
    chosen = listed.window._workings.outgoing.chosen()
    assert isinstance(chosen, OpenStudy)
    assert chosen.nct_id == _number(listed, 3)
    _click(listed, 1, _SHIFT)
    listed.window.show_study(_number(listed, 6))
    assert isinstance(listed.window._workings.outgoing.chosen(), OpenStudy)


def test_what_is_selected_is_called_by_its_count(listed: Session) -> None:
    _click(listed, 0)
    chosen = listed.window._workings.outgoing.chosen()
    assert chosen is not None
    assert chosen.words == _number(listed, 0)
    _click(listed, 2, _SHIFT)
    several = listed.window._workings.outgoing.chosen()
    assert several is not None
    assert several.words == "3 selected studies"


def test_two_to_six_studies_can_be_compared(listed: Session, qtbot: QtBot) -> None:
    compare = part(listed.window, QAction, "show_comparison")
    _click(listed, 0)
    can: list[bool] = []
    for row in (0, 1, 5, 6):
        _click(listed, row, _SHIFT)
        can.append(compare.isEnabled())
    assert can == [False, True, True, False]
    _click(listed, 1, _SHIFT)
    compare.trigger()
    dialog = part(listed.window, PrintPreviewDialog)
    assert dialog.windowTitle() == "Print Preview of 2 selected studies"
    assert dialog._made is not None
    ((width, height),) = dialog._made.sizes
    assert width > height
    words = dialog.parts.view.accessibleDescription()
    assert _number(listed, 0) in words
    assert _number(listed, 1) in words
    dialog.close()


def test_many_studies_are_shown_as_a_packet(listed: Session) -> None:
    _click(listed, 0)
    _click(listed, 7, _SHIFT)
    part(listed.window, QAction, "show_brief").trigger()
    dialog = part(listed.window, PrintPreviewDialog)
    titles = [form.id for form in dialog.parts.choices._forms]
    assert "comparison" not in titles
    assert dialog._made is not None
    assert len(dialog._made.sizes) == 9
    dialog.close()
