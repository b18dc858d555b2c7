"""The list of studies as a screen reader reads and works it."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from desktop_app.application import Session
from tests.ui.conftest import AddStudies, part

_NUMBERS = tuple(f"NCT0000010{number}" for number in range(1, 4))
_Flag = QItemSelectionModel.SelectionFlag


def _list(session: Session) -> QTableView:
    return part(session.window, QTableView, "study_list")


def test_rows_are_announced_with_their_place(session: Session, add_studies: AddStudies) -> None:
    add_studies(*_NUMBERS)
    session.window.show()
    view = _list(session)
    table = QAccessible.queryAccessibleInterface(view)
    rows = [table.child(place) for place in range(table.childCount())]
    names = [row.text(QAccessible.Text.Name) for row in rows]
    spoken = [name for name in names if name.startswith("NCT")]
    assert [name.rsplit(", ", 1)[1] for name in spoken] == [f"row {n} of 3" for n in (1, 2, 3)]


def test_a_row_that_a_screen_reader_selects_is_opened(
    session: Session, add_studies: AddStudies
) -> None:
    add_studies(*_NUMBERS)
    session.window.show()
    view = _list(session)
    model = view.selectionModel()
    model.setCurrentIndex(view.model().index(0, 0), _Flag.ClearAndSelect)
    # As Qt does for the action of a row: it selects it, and leaves what is marked.
    model.select(view.model().index(2, 0), _Flag.ClearAndSelect | _Flag.Rows)
    assert view.currentIndex().row() == 2
    shown = session.window.windowTitle().split(" ")[0]
    assert shown == view.model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole).split(",")[0]


def test_what_is_taken_out_of_a_selection_opens_nothing_else(
    session: Session, add_studies: AddStudies
) -> None:
    add_studies(*_NUMBERS)
    session.window.show()
    view = _list(session)
    view.setFocus()
    view.selectionModel().setCurrentIndex(view.model().index(0, 0), _Flag.ClearAndSelect)
    ctrl = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(view, Qt.Key.Key_Down, ctrl)
    QTest.keyClick(view, Qt.Key.Key_Space, ctrl)
    assert len(view.selectionModel().selectedRows()) == 2
    QTest.keyClick(view, Qt.Key.Key_Space, ctrl)
    assert len(view.selectionModel().selectedRows()) == 1
    assert view.currentIndex().row() == 1
