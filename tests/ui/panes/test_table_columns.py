from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from desktop_app.presentation.section import Table
from desktop_app.ui.panes.frozen_columns import frozen_columns
from desktop_app.ui.panes.table_columns import column_widths, row_lines

PADDING = 16


def widths_of(table: Table, room: int) -> list[int]:
    metrics = QFontMetricsF(QFont())
    return column_widths(table, metrics, metrics, PADDING, room)


def test_a_column_is_as_wide_as_what_it_holds(qapp: QApplication) -> None:
    metrics = QFontMetricsF(QFont())
    widths = widths_of(Table(("A", "B"), (("One of some words", "12/340 (3.5 %)"),)), 2000)
    for width, text in zip(widths, ("One of some words", "12/340 (3.5 %)"), strict=True):
        assert metrics.horizontalAdvance(text) + PADDING <= width + 1
    assert sum(widths) < 600


def test_no_word_of_a_header_is_broken(qapp: QApplication) -> None:
    metrics = QFontMetricsF(QFont())
    (width,) = widths_of(Table(("NNC0114-0006 (Experimental) to be tested",), (("1",),)), 200)
    for word in ("NNC0114-0006", "(Experimental)"):
        assert metrics.horizontalAdvance(word) + PADDING <= width


def test_long_texts_share_what_room_there_is_and_are_scrolled_where_it_is_too_little(
    qapp: QApplication,
) -> None:
    table = Table(("A", "B", "C"), (("word " * 40, "word " * 40, "1"),))
    wide, narrow = widths_of(table, 1500), widths_of(table, 100)
    assert 1400 <= sum(wide) <= 1500
    assert 100 < sum(narrow) < sum(wide)


def test_rows_have_the_lines_that_most_of_them_need(qapp: QApplication) -> None:
    metrics = QFontMetricsF(QFont())
    cells = [("Group " * 20, "short")] * 99 + [("Group " * 20, "word " * 60)]
    for table, lines in (
        (Table(("A", "B"), tuple(cells)), 1),
        (Table(("A", "B"), tuple((b, a) for a, b in cells)), 2),
        (Table(("A", "B"), (("", "one\ntwo\nthree\nfour"),) * 9), 3),
    ):
        assert row_lines(table, metrics, [120, 120], PADDING) == lines


def test_first_columns_stay_or_else_the_one_that_names_the_row() -> None:
    assert frozen_columns([100, 100, 300], 2, 600) == ()
    assert frozen_columns([100, 100, 500], 2, 600) == (0, 1)
    assert frozen_columns([200, 200, 500], 2, 600) == (1,)
    assert frozen_columns([200, 400, 500], 2, 600) == ()
