from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from desktop_app.presentation.section import Table
from desktop_app.ui.models.copied_cells import copied_cells
from desktop_app.ui.models.table_model import TableModel

Role = Qt.ItemDataRole
TABLE = Table(
    ("Term", "Arm A"),
    (("<b>Angina</b>", "1"), ("two\nlines", "2"), ('a "quoted" one', "3"), ("", "4")),
)


def shown(table: Table = TABLE) -> TableModel:
    model = TableModel()
    model.show_table(table)
    return model


def area(model: TableModel, top: int, left: int, bottom: int, right: int) -> QItemSelection:
    return QItemSelection(model.index(top, left), model.index(bottom, right))


def test_model_keeps_the_rules_of_its_kind(qapp: QApplication) -> None:
    model = TableModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_table(TABLE)
    model.show_rows([3, 1])
    model.show_table(Table((), ()))
    assert model.rowCount() == 0
    del tester


def test_rows_are_shown_in_the_order_that_is_asked_for(qapp: QApplication) -> None:
    model = shown()
    model.show_rows([2, 0])
    assert [model.index(row, 1).data() for row in range(model.rowCount())] == ["3", "1"]
    assert (model.place_of(0), model.place_of(3)) == (1, None)
    assert model.headerData(0, Qt.Orientation.Vertical) == "3"


def test_a_tip_shows_markup_as_text(qapp: QApplication) -> None:
    model = shown()
    tip = model.index(0, 0).data(Role.ToolTipRole)
    assert "&lt;b&gt;Angina" in tip
    assert "<b>" not in tip


def test_a_long_cell_says_how_much_more_there_is(qapp: QApplication) -> None:
    model = shown(Table(("Term",), (("x" * 100_000,),)))
    text = model.index(0, 0).data()
    assert text.endswith("(99\u202f600 more characters; copy to read all)")
    assert len(model.index(0, 0).data(Role.ToolTipRole)) < 3000


def test_numbers_stand_at_the_right(qapp: QApplication) -> None:
    model = shown()
    sides = [model.index(0, column).data(Role.TextAlignmentRole) for column in range(2)]
    assert [bool(side & Qt.AlignmentFlag.AlignRight) for side in sides] == [False, True]


def test_cells_are_copied_for_a_spreadsheet(qapp: QApplication) -> None:
    model = shown()
    text = copied_cells(model, area(model, 0, 0, 2, 1))
    assert text == '<b>Angina</b>\t1\n"two\nlines"\t2\n"a ""quoted"" one"\t3'


def test_rows_are_copied_as_they_are_shown_with_headers_if_asked(qapp: QApplication) -> None:
    model = shown()
    model.show_rows([3, 0])
    assert copied_cells(model, area(model, 0, 1, 1, 1), has_headers=True) == "Arm A\n4\n1"


def test_cells_between_selected_ones_are_copied_empty(qapp: QApplication) -> None:
    model = shown()
    selection = area(model, 0, 0, 0, 0)
    selection.merge(area(model, 3, 1, 3, 1), selection_flag())
    assert copied_cells(model, selection) == "<b>Angina</b>\t\n\t4"


def selection_flag() -> QItemSelectionModel.SelectionFlag:
    return QItemSelectionModel.SelectionFlag.Select
