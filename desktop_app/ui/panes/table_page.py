"""A long table with what narrows and sorts it, and the finding of words in it."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop_app.languages import _
from desktop_app.presentation.section import Table
from desktop_app.punctuation import joined_sentences, listed
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.models.table_model import SORT_KEY, TableModel, sort_hint
from desktop_app.ui.models.table_order import RowFilter, sorted_rows
from desktop_app.ui.panes.long_table import LongTable
from desktop_app.ui.panes.table_cells import PADDING_X
from desktop_app.ui.panes.table_hits import HEADER, TableHits, TableText
from desktop_app.ui.panes.table_tools import TableTools
from desktop_app.ui.panes.visible_text import visible_text

_NO_TABLE = Table((), ())


class TablePage(QWidget):
    """Shows one table at a time; ``hits_changed`` follows when its hits stand in another order."""

    hits_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = TableModel()
        self.view, self.tools = LongTable(self._model), TableTools()
        # It goes with the view, not before it, which would show that to what listens to the view.
        self._model.setParent(self.view)
        self._name = self._words = ""
        self._filter = RowFilter(_NO_TABLE)
        self._hits = TableHits(TableText(_NO_TABLE))
        self._lay_out()
        self._wire()

    def show_table(self, table: Table, name: str, text: TableText | None = None) -> None:
        """Show a table, all its rows in the record's order; ``text`` is its own, if it is known."""
        self._filter, self._hits = RowFilter(table), TableHits(text or TableText(table))
        self._name, self._words = name, ""
        self._model.show_table(table)
        self.tools.offer_groups(table)
        self.tools.clear()
        self._mark()
        self.view.begin_anew(first_columns=2 if self.tools.group_box.count() else 1)
        self._say_count()

    def clear(self) -> None:
        """Show no table, and find nothing."""
        if self._model.table.columns:
            self.show_table(_NO_TABLE, "")

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
            self.tools.clear()
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

    def space_out(self, scale: TypeScale, start: int) -> None:
        """Take distances that go with a size of text; texts begin at a place in pixels."""
        self.tools.space_out(scale, start)
        # In the table, too, behind the padding of its cells.
        self._below.setContentsMargins(max(0, start - scale.space(PADDING_X)), 0, 0, 0)

    @Slot(int)
    def sort_by(self, column: int) -> None:
        """Sort by a column; again, the other way round; a third time, in the record's order.

        Numbers begin with the greatest, for that is what a reader looks for.
        """
        first = self._model.is_numeric(column)
        by = self.view.sorted_by
        if by is None or by[0] != column:
            self.view.show_sorting((column, first))
        else:
            self.view.show_sorting((column, not first) if by[1] == first else None)
        self._show_rows()

    @Slot()
    def _sort_by_current(self) -> None:
        if self.view.currentIndex().isValid():
            self.sort_by(self.view.currentIndex().column())

    @Slot()
    def _take_record_order(self) -> None:
        self.view.show_sorting(None)
        self._show_rows()

    @Slot()
    def _show_rows(self) -> None:
        """Show the rows that are asked for, in the order that is asked for."""
        self.tools.settle()
        rows = self._filter.rows(self.tools.words, self.tools.group)
        by = self.view.sorted_by
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
        if self._hits.current_hit < 0:
            self.view.mark(self._words, None)
            return
        row, column = self._hits.place_of(self._hits.current_hit)
        place = HEADER if row == HEADER else self._model.place_of(row)
        self.view.mark(self._words, None if place is None else (place, column))

    def _say_count(self) -> None:
        words = self.tools.say_count(len(self._model.rows), len(self._model.table.rows))
        self.view.take_name(listed((self._name, words)))
        order = _("{order}.").format(order=self._order_words())
        self.view.setAccessibleDescription(joined_sentences((order, sort_hint())))

    def _order_words(self) -> str:
        by = self.view.sorted_by
        if by is None:
            return _("In the record's order")
        title = visible_text(self._model.table.columns[by[0]])
        words = _("Sorted by {title}, descending") if by[1] else _("Sorted by {title}, ascending")
        return words.format(title=title)

    @Slot(QPoint)
    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self.view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        of_cells = [
            menu.addAction(_("&Copy"), self.view.copy),
            menu.addAction(_("Copy with &Headers"), self.view.copy_with_headers),
            menu.addAction(_("&Sort by This Column"), self._sort_by_current),
        ]
        of_cells[-1].setShortcut(QKeySequence(SORT_KEY))
        for action in of_cells:
            action.setEnabled(self.view.currentIndex().isValid())
        menu.addAction(_("In the &Record's Order"), self._take_record_order)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def _wire(self) -> None:
        self.tools.changed.connect(self._show_rows)
        self.tools.filter_box.left.connect(self.view.setFocus)
        self.view.sort_asked.connect(self.sort_by)
        self.view.customContextMenuRequested.connect(self._show_menu)
        key = QShortcut(QKeySequence(SORT_KEY), self.view)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self._sort_by_current)

    def _lay_out(self) -> None:
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._below = QHBoxLayout()
        self._below.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addLayout(self._below, 1)
