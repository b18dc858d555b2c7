"""A long table as it is scrolled: only what is seen is drawn, and its first columns stay."""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop_app.ui.looks.scroll_bars import fade_idle_bar
from desktop_app.ui.models.copied_cells import copied_cells
from desktop_app.ui.models.table_model import TableModel
from desktop_app.ui.panes.flat_table import FlatTable
from desktop_app.ui.panes.frozen_columns import FrozenColumns
from desktop_app.ui.panes.table_cells import TableCells
from desktop_app.ui.panes.table_fit import TableFit


class LongTable(FlatTable):
    """Rows of one height. ``sort_asked`` tells the column whose header was clicked."""

    sort_asked = Signal(int)

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._rows = model
        self.cells = TableCells(model, self)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        fade_idle_bar(self.verticalScrollBar())
        self.frozen = FrozenColumns(model, self)
        self._fit = TableFit(model, self, self.frozen)
        for view in (self, self.frozen):
            view.setItemDelegate(self.cells)
            view.header.sectionClicked.connect(self.sort_asked)

    def begin_anew(self, first_columns: int) -> None:
        """Show a table from its beginning; so many columns tell what a row is about."""
        self._fit.first_columns = first_columns
        self.show_sorting(None)
        self.clearSelection()
        self.scrollToTop()
        self.horizontalScrollBar().setValue(0)
        self._fit.fit()
        self.lay_out_now()

    @property
    def sorted_by(self) -> tuple[int, bool] | None:
        """The column by which the rows are sorted, and whether it descends."""
        return self.header.sorted_by

    def show_sorting(self, by: tuple[int, bool] | None) -> None:
        """Show in the headers how the rows are sorted."""
        for view in (self, self.frozen):
            view.header.sorted_by = by

    def mark(self, words: str, current: tuple[int, int] | None) -> None:
        """Mark the cells that hold words; one is at a row, -1 for the headers, and a column."""
        self.cells.words, self.cells.current = words, current
        for view in (self, self.frozen):
            view.header.words = words
            view.header.current = current[1] if current and current[0] < 0 else None
        self.repaint_all()

    def take_name(self, name: str) -> None:
        """Be called so by assistive technology."""
        for view in (self, self.frozen):
            view.setAccessibleName(name)

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

    @Slot()
    def copy_with_headers(self) -> None:
        """Put the selected cells on the clipboard, below the headers of their columns."""
        self.copy(has_headers=True)

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

    def minimumSizeHint(self) -> QSize:
        """Ask for little; a low window is scrolled."""
        return QSize(super().minimumSizeHint().width(), self.header.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out another room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit.fit()
        else:
            self._fit.fit_frozen()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit.fit()
