"""A long table as it is scrolled: only what is seen is drawn, and its first columns stay."""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QGuiApplication,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from desktop_app.ui.models.copied_cells import copied_cells
from desktop_app.ui.models.table_model import TableModel
from desktop_app.ui.panes.frozen_columns import FrozenColumns, frozen_columns
from desktop_app.ui.panes.table_cells import PADDING_X, PADDING_Y, TableCells
from desktop_app.ui.panes.table_columns import column_widths, row_lines
from desktop_app.ui.panes.table_header import TableHeader
from desktop_app.ui.scroll_bars import fade_idle_bar
from desktop_app.ui.typography import TypeScale


class LongTable(QTableView):
    """Rows of one height. ``sort_asked`` tells the column whose header was clicked."""

    sort_asked = Signal(int)

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.cells = TableCells(model, self)
        self.header = TableHeader(model, self)
        self._is_own_width = False
        self.first_columns = 1
        """How many columns tell what a row is about, and should stay in sight."""
        set_up(self, self.cells)
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        fade_idle_bar(self.verticalScrollBar())
        self.frozen = FrozenColumns(model, self)
        set_up(self.frozen, self.cells)
        for header in (self.header, self.frozen.header):
            header.sectionClicked.connect(self.sort_asked)
            header.sectionResized.connect(self._take_width)

    def fit(self) -> None:
        """Give columns and rows the sizes that what they hold needs."""
        scale, table = TypeScale(self.font()), self._rows.table
        body, small = QFontMetricsF(scale.font), QFontMetricsF(scale.small)
        padding = 2 * scale.space(PADDING_X)
        widths = column_widths(table, body, small, padding, self.viewport().width())
        self._use_widths(widths)
        lines = row_lines(table, body, widths, padding)
        height = lines * QFontMetrics(scale.font).lineSpacing() + 2 * scale.space(PADDING_Y)
        for view in (self, self.frozen):
            view.verticalHeader().setDefaultSectionSize(height)
        self._fit_frozen()

    def _use_widths(self, widths: list[int]) -> None:
        self._is_own_width = True
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._is_own_width = False

    def _fit_frozen(self) -> None:
        widths = [self.columnWidth(column) for column in range(self._rows.columnCount())]
        for header in (self.header, self.frozen.header):
            header.fit(widths)
        staying = frozen_columns(widths, self.first_columns, self.viewport().width())
        self._is_own_width = True
        self._put_first(staying[0] if staying else 0)
        self.frozen.freeze(staying, widths, self.header.sizeHint().height())
        self._is_own_width = False

    def _put_first(self, column: int) -> None:
        """Let a column be the first one that is seen; the others follow as they are numbered."""
        for place in range(min(self.first_columns, self.header.count())):
            logical = column if place == 0 else place - (place <= column)
            self.header.moveSection(self.header.visualIndex(logical), place)

    @Slot(int, int, int)
    def _take_width(self, column: int, _before: int, width: int) -> None:
        """Follow somebody who drags the edge of a column, here or where columns are frozen."""
        if not self._is_own_width:
            self._is_own_width = True
            self.setColumnWidth(column, width)
            self._is_own_width = False
            self._fit_frozen()

    def go_to(self, row: int, column: int) -> None:
        """Bring a cell into sight and let the keyboard go on from there."""
        index = self._rows.index(row, column)
        self.selectionModel().clearSelection()
        flag = self.selectionModel().SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(index, flag)
        rect = self.visualRect(index)
        if rect.top() < 0 or rect.bottom() > self.viewport().height():
            bar = self.horizontalScrollBar()
            before = bar.value()
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
            # To the middle of the height alone.
            bar.setValue(before)
        self.scrollTo(index)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scroll so that a cell is seen, not below the columns that stay."""
        if not index.isValid():
            return
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.column() in self.frozen.columns:
            # It is in sight as it is.
            bar.setValue(before)
            return
        hidden = self.frozen.frozen_width - self.columnViewportPosition(index.column())
        if hidden > 0:
            bar.setValue(bar.value() - hidden)

    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Begin at the first cell that is seen where there is no current one."""
        if not self.currentIndex().isValid() and self._rows.rowCount():
            return self._rows.index(max(0, self.rowAt(0)), 0)
        return super().moveCursor(cursorAction, modifiers)

    def copy(self, *, has_headers: bool = False) -> None:
        """Put the selected cells, or the current one, on the clipboard."""
        selection = self.selectionModel().selection()
        if selection.isEmpty() and self.currentIndex().isValid():
            selection = QItemSelection(self.currentIndex(), self.currentIndex())
        if not selection.isEmpty():
            text = copied_cells(self._rows, selection, has_headers=has_headers)
            QGuiApplication.clipboard().setText(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.repaint_all()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no longer."""
        super().focusOutEvent(event)
        self.repaint_all()

    def lay_out_now(self) -> None:
        """Have what the model holds in its place at once, not when the window is idle."""
        self.doItemsLayout()
        self.frozen.doItemsLayout()

    def repaint_all(self) -> None:
        """Draw anew what is seen, after what is marked in it has changed."""
        for view in (self, self.frozen):
            view.viewport().update()
            view.horizontalHeader().viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out another room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()
        else:
            self._fit_frozen()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._rows.columnCount():
            self.frozen.setFont(QFont(self.font()))
            self.fit()


def set_up(view: QTableView, cells: TableCells) -> None:
    """Make a table flat and its rows alike."""
    view.setItemDelegate(cells)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setShowGrid(False)
    view.setTabKeyNavigation(False)
    view.setWordWrap(True)
    view.setCornerButtonEnabled(False)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    rows = view.verticalHeader()
    rows.hide()
    rows.setMinimumSectionSize(1)
    rows.setSectionResizeMode(rows.ResizeMode.Fixed)
