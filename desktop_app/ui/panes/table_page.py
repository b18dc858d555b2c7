"""A long table with what narrows it: words, and a value of its first column."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from desktop_app.presentation.section import Table
from desktop_app.presentation.wording import count_of, grouped
from desktop_app.ui.models.table_model import SORT_HINT, SORT_KEY, TableModel, shortened
from desktop_app.ui.models.table_order import RowFilter, groups_of, sorted_rows
from desktop_app.ui.panes.filter_box import FilterBox
from desktop_app.ui.panes.long_table import LongTable
from desktop_app.ui.panes.table_cells import PADDING_X
from desktop_app.ui.panes.table_hits import HEADER, TableHits, TableText
from desktop_app.ui.panes.visible_text import visible_text
from desktop_app.ui.typography import TypeScale

_PAUSE = 120
"""Milliseconds without a key after which a long table is narrowed."""
_NO_TABLE = Table((), ())
_LONGEST_GROUP, _BLANK = 120, "(blank)"


class TablePage(QWidget):
    """Shows one table at a time; ``hits_changed`` follows when its hits stand in another order."""

    hits_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = TableModel()
        self.view = LongTable(self._model)
        # It goes with the view, not before it, which would show that to what listens to the view.
        self._model.setParent(self.view)
        self.tools = QWidget()
        self.filter_box, self.group_box = FilterBox(), QComboBox()
        self._count = QLabel()
        self._filter = RowFilter(_NO_TABLE)
        self._hits = TableHits(TableText(_NO_TABLE))
        self._words = ""
        self._pause = QTimer(self)
        self._added: list[QWidget] = []
        self._lay_out()
        self._wire()

    def show_table(self, table: Table, name: str, text: TableText | None = None) -> None:
        """Show a table, all its rows in the record's order; ``text`` is its own, if it is known."""
        self._filter, self._hits = RowFilter(table), TableHits(text or TableText(table))
        self._words = ""
        self._pause.stop()
        self._model.show_table(table)
        self._name = name
        self._offer_groups(table)
        self._clear_narrowing()
        self.view.first_columns = 2 if self.group_box.count() else 1
        self._sort_by(None)
        self._mark()
        self.view.clearSelection()
        self.view.scrollToTop()
        self.view.horizontalScrollBar().setValue(0)
        self.view.fit()
        self.view.lay_out_now()

    def clear(self) -> None:
        """Show no table, and find nothing."""
        if self._model.rowCount():
            self.show_table(_NO_TABLE, "")

    def add_tool(self, widget: QWidget) -> None:
        """Put a widget at the end of the row above the table."""
        row = self.tools.layout()
        if row is not None:
            row.addWidget(widget)
        self._added.append(widget)

    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab goes through, in its order."""
        return (self.filter_box, self.group_box, *self._added, self.view)

    @property
    def hit_count(self) -> int:
        """How many hits there are."""
        return self._hits.hit_count

    @property
    def current_hit(self) -> int:
        """The hit where one is, -1 for none."""
        return self._hits.current_hit

    def look_for(self, words: str) -> None:
        """Look for words and mark them from now on; no words end it."""
        self._words = words
        self._hits.look_for(words, self._model.rows)
        self._mark()

    def go_to_hit(self, number: int) -> None:
        """Make a hit the current one; one in a row that is not shown ends the narrowing."""
        row, column = self._hits.place_of(number)
        self._hits.current_hit = number
        if row != HEADER and self._model.place_of(row) is None:
            self._clear_narrowing()
            self._show_rows()
        place = 0 if row == HEADER else self._model.place_of(row)
        if place is not None and self._model.rowCount():
            self.view.go_to(place, column)
        self._mark()

    def hit_beside(self, by: int) -> int | None:
        """Return the hit after (1) or before (-1) the current one."""
        return self._hits.hit_beside(by)

    def leave(self) -> None:
        """Be at none of the hits, which stay marked."""
        self._hits.current_hit = -1
        self._mark()

    def space_out(self, scale: TypeScale, start: int = 0) -> None:
        """Take distances that go with a size of text; the tools begin where the text does."""
        row = self.tools.layout()
        if row is not None:
            row.setContentsMargins(start, scale.space(8), scale.space(8), scale.space(8))
            row.setSpacing(scale.space(8))
        # Texts in the table begin there, too, behind the padding of its cells.
        self._below.setContentsMargins(max(0, start - scale.space(PADDING_X)), 0, 0, 0)

    @Slot(int)
    def sort_by(self, column: int) -> None:
        """Sort by a column; again, the other way round; a third time, in the record's order.

        Numbers begin with the greatest, for that is what a reader looks for.
        """
        first = self._model.is_numeric(column)
        by = self.view.header.sorted_by
        if by is None or by[0] != column:
            self._sort_by((column, first))
        else:
            self._sort_by((column, not first) if by[1] == first else None)
        self._show_rows()

    def _sort_by(self, by: tuple[int, bool] | None) -> None:
        for header in (self.view.header, self.view.frozen.header):
            header.sorted_by = by

    @Slot()
    def _sort_by_current(self) -> None:
        if self.view.currentIndex().isValid():
            self.sort_by(self.view.currentIndex().column())

    @Slot()
    def _show_rows(self) -> None:
        """Show the rows that are asked for, in the order that is asked for."""
        self._pause.stop()
        rows = self._filter.rows(self.filter_box.text(), self.group_box.currentData())
        by = self.view.header.sorted_by
        if by is not None:
            rows = sorted_rows(rows, self._model.table, by[0], is_descending=by[1])
        at = self.view.currentIndex().column()
        self._model.show_rows(rows)
        self.view.lay_out_now()
        if at >= 0 and rows:
            self.view.go_to(0, at)
        self._say_count()
        self._hits.put_in_order(rows)
        self._mark()
        self.hits_changed.emit()

    def _mark(self) -> None:
        """Let the drawing know what was found and where one is."""
        row, column = HEADER, -1
        if self._hits.current_hit >= 0:
            row, column = self._hits.place_of(self._hits.current_hit)
        place = self._model.place_of(row)
        self.view.cells.words = self._words
        self.view.cells.current = (place, column) if place is not None else None
        for header in (self.view.header, self.view.frozen.header):
            header.words = self._words
            header.current = column if row == HEADER else None
        self.view.repaint_all()

    def _say_count(self) -> None:
        all_rows, shown = len(self._model.table.rows), len(self._model.rows)
        words = count_of(all_rows, "row")
        if shown != all_rows:
            words = f"{grouped(shown)} of {words} shown"
        self._count.setText(words)
        self.view.setAccessibleName(f"{self._name}, {words}")
        self.view.frozen.setAccessibleName(self.view.accessibleName())

    def _offer_groups(self, table: Table) -> None:
        groups = groups_of(table)
        self.group_box.blockSignals(True)
        self.group_box.clear()
        if groups:
            title = visible_text(table.columns[0])
            self.group_box.addItem(f"{title}: all", None)
            for value, count in groups:
                shown = shortened(visible_text(value).replace("\n", " "), _LONGEST_GROUP) or _BLANK
                self.group_box.addItem(f"{shown} ({grouped(count)})", value)
            self.group_box.setAccessibleName(f"{title} of the rows that are shown")
        self.group_box.blockSignals(False)
        self.group_box.setVisible(bool(groups))

    def _clear_narrowing(self) -> None:
        for box in (self.filter_box, self.group_box):
            box.blockSignals(True)
        self.filter_box.clear()
        self.group_box.setCurrentIndex(0)
        for box in (self.filter_box, self.group_box):
            box.blockSignals(False)
        self._say_count()

    @Slot(QPoint)
    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self.view)
        index = self.view.currentIndex()
        copy = menu.addAction("&Copy", self.view.copy)
        with_headers = menu.addAction("Copy with &Headers")
        with_headers.triggered.connect(self._copy_with_headers)
        menu.addSeparator()
        sort: QAction = menu.addAction("&Sort by This Column", self._sort_by_current)
        sort.setShortcut(QKeySequence(SORT_KEY))
        menu.addAction("In the &Record's Order", self._take_record_order)
        for action in (copy, with_headers, sort):
            action.setEnabled(index.isValid())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(at))

    @Slot()
    def _copy_with_headers(self) -> None:
        self.view.copy(has_headers=True)

    @Slot()
    def _take_record_order(self) -> None:
        self._sort_by(None)
        self._show_rows()

    def _wire(self) -> None:
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._show_rows)
        self.filter_box.textChanged.connect(self._pause.start)
        self.filter_box.left.connect(self.view.setFocus)
        self.group_box.currentIndexChanged.connect(self._show_rows)
        self.view.sort_asked.connect(self.sort_by)
        self.view.customContextMenuRequested.connect(self._show_menu)
        key = QShortcut(QKeySequence(SORT_KEY), self.view)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self._sort_by_current)

    def _lay_out(self) -> None:
        self._name = ""
        self.filter_box.setPlaceholderText("Filter rows")
        self.filter_box.setAccessibleName("Filter rows by words")
        self.filter_box.setClearButtonEnabled(True)
        self.group_box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.group_box.setMinimumContentsLength(16)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self.view.setAccessibleDescription(SORT_HINT)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        row = QHBoxLayout(self.tools)
        row.addWidget(self.filter_box, 2)
        row.addWidget(self.group_box, 1)
        row.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        self._below = QHBoxLayout()
        self._below.addWidget(self.view)
        column.addLayout(self._below, 1)
