"""Studies as a table: columns, sorting, and the same rows marked as in the list."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSplitter, QToolButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.store.search import SearchOrder, SortColumn, Sorting
from desktop_app.ui.library.library_list import LibraryList
from desktop_app.ui.library.order_commands import ORDER_COMMANDS, read_order, written_order
from desktop_app.ui.library.table.columns import COLUMNS
from desktop_app.ui.library.table.study_table_model import StudyTableModel
from desktop_app.ui.library.table.study_table_view import StudyTableView
from desktop_app.ui.models.studies_model import StudiesModel
from tests.ui.conftest import AddStudies, part
from tests.ui.test_models import summary

_NUMBERS = ("NCT00000101", "NCT00000102", "NCT00000103")
_TITLES = ("beta", "Alpha", "gamma")


@pytest.fixture
def table(session: Session, add_studies: AddStudies) -> StudyTableView:
    for number, title in zip(_NUMBERS, _TITLES, strict=True):
        add_studies(number, identificationModule={"nctId": number, "briefTitle": title})
    session.window.show()
    part(session.window, QAction, "list_as_table").trigger()
    return part(session.window, StudyTableView)


def column(table: StudyTableView, name: str) -> list[str]:
    """Returns what stands in a column, from above to below."""
    place = next(place for place, one in enumerate(COLUMNS) if one.id == name)
    model = table.model()
    return [model.index(row, place).data() for row in range(model.rowCount())]


def test_the_table_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    studies = StudiesModel()
    model = StudyTableModel(studies)
    studies.show_first([summary() for _ in range(3)], has_more=True)
    studies.show_total(500)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert (model.rowCount(), model.columnCount()) == (500, len(COLUMNS))


def test_a_click_on_a_heading_sorts_and_another_turns_it(
    table: StudyTableView, session: Session
) -> None:
    header = table.horizontalHeader()
    title = next(place for place, one in enumerate(COLUMNS) if one.id == "title")
    header.sectionClicked.emit(title)
    assert column(table, "title") == ["Alpha", "beta", "gamma"]
    header.sectionClicked.emit(title)
    assert column(table, "title") == ["gamma", "beta", "Alpha"]
    assert part(session.window, QToolButton, "order").text() == "Title ↓"
    assert part(session.window, QAction, "order_by_title").isChecked()


def test_an_order_is_turned_by_its_command(table: StudyTableView, session: Session) -> None:
    part(session.window, QAction, "order_by_number").trigger()
    assert column(table, "number") == list(_NUMBERS)
    part(session.window, QAction, "reverse_order").trigger()
    assert column(table, "number") == list(reversed(_NUMBERS))


def test_what_no_order_is_for_is_not_sorted_by(table: StudyTableView) -> None:
    before = column(table, "number")
    conditions = next(place for place, one in enumerate(COLUMNS) if one.id == "conditions")
    table.horizontalHeader().sectionClicked.emit(conditions)
    assert column(table, "number") == before


def test_the_same_rows_stay_selected_in_the_list(table: StudyTableView, session: Session) -> None:
    studies = part(session.window, LibraryList)
    flags = QItemSelectionModel.SelectionFlag
    model = table.selectionModel()
    model.setCurrentIndex(table.model().index(0, 1), flags.ClearAndSelect | flags.Rows)
    model.select(table.model().index(2, 0), flags.Select | flags.Rows)
    assert studies.selected_rows() == (range(1), range(2, 3))
    part(session.window, QAction, "list_as_table").trigger()
    assert studies.view.isVisible()
    assert studies.selected_rows() == (range(1), range(2, 3))
    assert studies.view.currentIndex().row() == 0


def test_a_row_of_the_table_opens_its_study(table: StudyTableView, session: Session) -> None:
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, 3))
    assert session.window.study_view.nct_id == column(table, "number")[1]
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert session.window.study_view.isAncestorOf(session.window.focusWidget())


def test_going_along_a_row_opens_nothing_again(table: StudyTableView, session: Session) -> None:
    opened: list[str] = []
    table.setCurrentIndex(table.model().index(1, 0))
    part(session.window, LibraryList).study_selected.connect(opened.append)
    for place in range(1, 4):
        table.setCurrentIndex(table.model().index(1, place))
    assert opened == []


def test_the_study_is_below_the_table_and_beside_the_list(
    table: StudyTableView, session: Session
) -> None:
    splitter = part(session.window, QSplitter)
    assert isinstance(splitter, QSplitter)
    assert splitter.orientation() is Qt.Orientation.Vertical
    part(session.window, QAction, "list_as_table").trigger()
    assert splitter.orientation() is Qt.Orientation.Horizontal


def test_columns_come_back_as_they_were(qtbot: QtBot) -> None:
    first, second = StudyTableView(StudiesModel()), StudyTableView(StudiesModel())
    for view in (first, second):
        qtbot.addWidget(view)
    menu = first.columns_menu(first)
    assert not menu.actions()[0].isEnabled()
    menu.actions()[4].trigger()
    menu.actions()[2].trigger()
    second.restore_columns(first.kept_columns())
    for place in (2, 4):
        assert second.isColumnHidden(place) == first.isColumnHidden(place) == (place == 2)
    second.restore_columns("nonsense")
    assert not second.isColumnHidden(0)


def test_a_screen_reader_hears_the_study_and_then_its_elements(table: StudyTableView) -> None:
    interface = QAccessible.queryAccessibleInterface(table)
    cells = [interface.child(place) for place in range(interface.childCount())]
    names = [cell.text(QAccessible.Text.Name) for cell in cells if cell is not None]
    assert any(name.startswith("NCT00000103, gamma") and "row 1 of 3" in name for name in names)
    assert "Title: gamma" in names


@pytest.mark.parametrize(
    "order",
    [
        *SearchOrder,
        *(Sorting(one, is_descending=down) for one in SortColumn for down in (False, True)),
    ],
    ids=str,
)
def test_every_order_can_be_kept(order: SearchOrder | Sorting) -> None:
    assert read_order(written_order(order)) == order


def test_an_unknown_order_is_the_usual_one() -> None:
    assert read_order("by smell") is SearchOrder.NEWEST
    assert len(ORDER_COMMANDS) == len(set(ORDER_COMMANDS)) == 10
