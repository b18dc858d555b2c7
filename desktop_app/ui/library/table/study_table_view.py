"""The table of studies: columns that can be chosen, moved, and sorted by."""

from functools import partial

from PySide6.QtCore import QByteArray, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.languages import _
from desktop_app.store.search import Order, SearchOrder, SortColumn, Sorting
from desktop_app.ui.library.study_rows_view import StudyRowsView
from desktop_app.ui.library.table.columns import COLUMNS
from desktop_app.ui.library.table.study_cell_delegate import StudyCellDelegate
from desktop_app.ui.library.table.study_table_model import StudyTableModel
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.models.studies_model import StudiesModel

_DESCENDING_FIRST = {
    *(SortColumn.ENROLLMENT, SortColumn.START, SortColumn.COMPLETION, SortColumn.UPDATED),
}
"""Of these the greatest, or latest, is looked for most."""


class StudyTableView(StudyRowsView):
    """Sorted by a click on a heading, the other way by another; ``order_wanted`` tells how."""

    order_wanted = Signal(object)

    def __init__(self, studies: StudiesModel, parent: QWidget | None = None) -> None:
        super().__init__(StudyTableModel(studies), parent)
        self.table_model = self.model()
        self.table_model.setParent(self)
        self._order: Order = SearchOrder.NEWEST
        self.setObjectName("study_table")
        self.setAccessibleName(_("Table of studies"))
        self.setWordWrap(False)
        self.setItemDelegate(StudyCellDelegate(self))
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sectionClicked.connect(self._sort)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._offer_columns)
        self._set_widths()
        self.space_out()

    def show_order(self, order: Order) -> None:
        """Say in the headings by what the rows are sorted."""
        self._order = order
        column = order.column if isinstance(order, Sorting) else None
        if order is SearchOrder.NEWEST:
            column = SortColumn.UPDATED
        is_descending = order is SearchOrder.NEWEST or (
            isinstance(order, Sorting) and order.is_descending
        )
        places = [place for place, one in enumerate(COLUMNS) if column and one.sorted_by is column]
        header = self.horizontalHeader()
        header.setSortIndicatorShown(bool(places))
        if places:
            # The arrow of Qt points down for what ascends; most other programs do it as here.
            way = Qt.SortOrder.AscendingOrder if is_descending else Qt.SortOrder.DescendingOrder
            header.setSortIndicator(places[0], way)

    def columns_menu(self, parent: QWidget) -> QMenu:
        """Return the choice of columns."""
        menu = QMenu(parent)
        for place, column in enumerate(COLUMNS):
            action = QAction(column.label.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(place))
            # The number tells studies apart.
            action.setEnabled(place > 0)
            action.toggled.connect(partial(self._show_column, place))
            menu.addAction(action)
        return menu

    def kept_columns(self) -> str:
        """Return which columns are shown, how wide and in which order, to be kept."""
        return bytes(self.horizontalHeader().saveState().toBase64().data()).decode("ascii")

    def restore_columns(self, kept: str) -> None:
        """Show the columns as they were kept; nothing happens where that cannot be read."""
        count = len(COLUMNS)
        state = QByteArray.fromBase64(kept.encode("ascii", "replace"))
        header = self.horizontalHeader()
        usual = header.saveState()
        if not header.restoreState(state) or header.count() != count or self.isColumnHidden(0):
            header.restoreState(usual)

    def space_out(self) -> None:
        """Take the height of rows from the size of text."""
        scale = TypeScale(self.font())
        self.verticalHeader().setDefaultSectionSize(
            self.fontMetrics().lineSpacing() + scale.space(8)
        )
        super().space_out()

    def _set_widths(self) -> None:
        digit = self.fontMetrics().horizontalAdvance("0")
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, column.digits * digit)
            self.setColumnHidden(place, not column.is_shown_at_first)

    def _show_column(self, place: int, is_shown: bool) -> None:
        self.setColumnHidden(place, not is_shown)

    @Slot(int)
    def _sort(self, place: int) -> None:
        column = COLUMNS[place].sorted_by
        if column is None:
            self.show_order(self._order)
            return
        now = self._order
        if now is SearchOrder.NEWEST:
            now = Sorting(SortColumn.UPDATED, is_descending=True)
        is_descending = column in _DESCENDING_FIRST
        if isinstance(now, Sorting) and now.column is column:
            is_descending = not now.is_descending
        self.order_wanted.emit(Sorting(column, is_descending))

    @Slot(QPoint)
    def _offer_columns(self, place: QPoint) -> None:
        menu = self.columns_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(place))
