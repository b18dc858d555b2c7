import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFont, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.presentation.section import Table
from desktop_app.ui.panes.table_page import TablePage

SYSTEMS = ("Cardiac disorders", "Eye disorders", "Infections and infestations")
EVENTS = Table(
    ("Organ System", "Term", *(f"Arm {letter}: affected / at risk" for letter in "ABCDEF")),
    tuple(
        (SYSTEMS[n % 3], f"Term {n}", *(f"{n}/200 ({n / 2} %)" for _ in "ABCDEF"))
        for n in range(300)
    ),
)


def opened(qtbot: QtBot, table: Table = EVENTS, width: int = 700) -> TablePage:
    page = TablePage()
    qtbot.addWidget(page)
    page.resize(width, 500)
    page.show()
    page.show_table(table, "Serious Adverse Events")
    return page


def terms(page: TablePage, count: int = 3) -> list[str]:
    model = page.view.model()
    return [model.index(row, 1).data() for row in range(min(count, model.rowCount()))]


def count_shown(page: TablePage) -> str:
    labels = [label.text() for label in page.tools.findChildren(QLabel)]
    return next(text for text in labels if "row" in text)


def click_header(page: TablePage, column: int) -> None:
    header = page.view.header
    place = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_header_sorts_greatest_first_then_least_first_then_as_recorded(qtbot: QtBot) -> None:
    page = opened(qtbot)
    seen = []
    for _ in range(3):
        click_header(page, 2)
        seen.append(terms(page, 2))
    recorded = ["Term 0", "Term 1"]
    assert seen == [["Term 299", "Term 298"], recorded, recorded]
    assert page.view.sorted_by is None


def test_texts_are_sorted_from_a_to_z_first(qtbot: QtBot) -> None:
    page = opened(qtbot)
    page.sort_by(1)
    assert terms(page) == ["Term 0", "Term 1", "Term 2"]
    page.sort_by(1)
    assert terms(page) == ["Term 299", "Term 298", "Term 297"]


def test_order_is_told_to_assistive_technology(qtbot: QtBot) -> None:
    page = opened(qtbot)
    assert page.view.accessibleDescription().startswith("In the record's order. ")
    page.sort_by(1)
    assert page.view.accessibleDescription().startswith("Sorted by Term, ascending. ")


def test_a_key_sorts_by_the_column_that_one_is_in(qtbot: QtBot) -> None:
    page = opened(qtbot)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.view.setFocus()
    page.view.setCurrentIndex(page.view.model().index(0, 3))
    QTest.keyClick(page.view, Qt.Key.Key_F4)
    assert terms(page, 1) == ["Term 299"]
    assert page.view.currentIndex().column() == 3


def test_words_and_organ_system_narrow_the_rows_and_are_counted(qtbot: QtBot) -> None:
    page = opened(qtbot)
    assert count_shown(page) == "300 rows"
    QTest.keyClicks(page.tools.filter_box, "term 298")
    qtbot.waitUntil(lambda: count_shown(page) == "1 of 300 rows shown")
    page.tools.filter_box.clear()
    assert page.tools.group_box.itemText(2) == "Eye disorders (100)"
    page.tools.group_box.setCurrentIndex(2)
    assert count_shown(page) == "100 of 300 rows shown"
    assert terms(page) == ["Term 1", "Term 4", "Term 7"]
    assert page.view.accessibleName() == "Serious Adverse Events, 100 of 300 rows shown"


def test_a_narrowed_table_stays_sorted(qtbot: QtBot) -> None:
    page = opened(qtbot)
    page.sort_by(2)
    page.tools.group_box.setCurrentIndex(1)
    assert terms(page, 2) == ["Term 297", "Term 294"]


def test_another_table_is_shown_whole_in_its_own_order(qtbot: QtBot) -> None:
    page = opened(qtbot)
    page.sort_by(2)
    page.tools.filter_box.setText("nothing")
    page.tools.group_box.setCurrentIndex(1)
    page.show_table(Table(("A", "B"), (("x", "Term 7"), ("y", "Term 8"))), "Other")
    assert terms(page) == ["Term 7", "Term 8"]
    assert (page.tools.filter_box.text(), page.tools.group_box.isVisible()) == ("", False)
    assert page.view.sorted_by is None


def test_hits_are_counted_in_headers_and_rows(qtbot: QtBot) -> None:
    page = opened(qtbot)
    page.look_for("term 29")
    assert (page.hit_count, page.current_hit) == (11, 0)
    page.look_for("ARM A")
    assert page.hit_count == 1
    page.look_for("disorders term")
    assert page.hit_count == 0
    page.look_for("")
    assert (page.hit_count, page.current_hit) == (0, -1)


def test_going_to_a_hit_brings_its_cell_into_sight(qtbot: QtBot) -> None:
    page = opened(qtbot)
    page.look_for("term 250")
    page.go_to_hit(0)
    index = page.view.currentIndex()
    assert index.data() == "Term 250"
    assert QRect(page.view.viewport().rect()).contains(page.view.visualRect(index).center())
    assert page.view.cells.current == (250, 1)


def test_hits_follow_the_order_of_the_rows(qtbot: QtBot) -> None:
    page = opened(qtbot)
    page.look_for("term 29")
    page.go_to_hit(0)
    assert page.view.currentIndex().data() == "Term 29"
    page.sort_by(2)
    assert page.current_hit == 10
    page.go_to_hit(0)
    assert page.view.currentIndex().data() == "Term 299"


def test_a_hit_in_a_row_that_is_not_shown_ends_the_narrowing(qtbot: QtBot) -> None:
    page = opened(qtbot)
    page.tools.group_box.setCurrentIndex(2)
    page.look_for("term 29")
    page.go_to_hit(2)
    assert page.view.currentIndex().data() == "Term 298"
    assert count_shown(page) == "100 of 300 rows shown"
    page.go_to_hit(10)
    assert count_shown(page) == "300 rows"
    assert page.view.currentIndex().data() == "Term 299"


def test_cells_are_copied_by_the_command(qtbot: QtBot) -> None:
    page = opened(qtbot)
    page.view.selectRow(1)
    page.view.copy()
    assert QGuiApplication.clipboard().text().startswith("Eye disorders\tTerm 1\t1/200 (0.5 %)")
    page.view.selectAll()
    page.view.copy(has_headers=True)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert (len(lines), lines[0][:18]) == (301, "Organ System\tTerm\t")


def test_the_term_stays_in_sight_where_the_table_is_moved_sideways(qtbot: QtBot) -> None:
    page = opened(qtbot)
    frozen = page.view.frozen
    assert frozen.isVisible()
    assert 1 in frozen.columns
    page.view.horizontalScrollBar().setValue(10_000)
    page.view.verticalScrollBar().setValue(777)
    assert frozen.verticalScrollBar().value() == 777
    assert frozen.rowViewportPosition(40) == page.view.rowViewportPosition(40)
    page.view.go_to(40, 2)
    assert page.view.visualRect(page.view.model().index(40, 2)).left() >= frozen.frozen_width


def test_nothing_is_frozen_where_all_columns_have_room(qtbot: QtBot) -> None:
    page = opened(qtbot, Table(("Term", "Arm"), tuple((f"{n} mg", "1") for n in range(100))))
    assert not page.view.frozen.isVisible()
    assert not page.view.horizontalScrollBar().isVisible()


def test_rows_and_headers_grow_with_the_text(qtbot: QtBot) -> None:
    page = opened(qtbot)
    before = (page.view.rowHeight(0), page.view.header.height())
    font = QFont(page.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    page.setFont(font)
    after = (page.view.rowHeight(0), page.view.header.height())
    assert after[0] >= 1.8 * before[0]
    assert after[1] > before[1]


def test_a_screen_reader_gets_headers_and_cells(qtbot: QtBot) -> None:
    page = opened(qtbot)
    interface = QAccessible.queryAccessibleInterface(page.view)
    assert interface.text(QAccessible.Text.Name) == "Serious Adverse Events, 300 rows"
    texts = [interface.child(n).text(QAccessible.Text.Name) for n in range(40)]
    assert {"Term", "Term 2"} <= set(texts)


@pytest.mark.parametrize(
    "table",
    [
        Table((), ()),
        Table(("",), (("",),) * 100),
        Table(("Same", "Same"), (("<img src=x>", "\x00\u202e"),) * 100),
        Table(("Long",), (("word " * 20_000,), ("9" * 5000,)) * 40),
        Table(tuple("C" * n for n in range(60)), (tuple("12" for _ in range(60)),) * 100),
    ],
)
def test_any_table_whatever_is_shown_sorted_narrowed_and_searched(
    qtbot: QtBot, table: Table
) -> None:
    page = opened(qtbot, table)
    for column in range(len(table.columns)):
        page.sort_by(column)
    page.look_for("word")
    if page.hit_count:
        page.go_to_hit(page.hit_count - 1)
    page.tools.filter_box.setText("x")
    page.view.copy()
    assert not page.grab().isNull()
