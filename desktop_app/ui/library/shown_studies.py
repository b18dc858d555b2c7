"""Which rows are marked and selected, in the list or in the table of studies."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
    Slot,
)

from desktop_app.ui.library.study_rows_view import StudyRowsView
from desktop_app.ui.models.studies_model import StudiesModel

_Select = QItemSelectionModel.SelectionFlag


class ShownStudies(QObject):
    """Marks rows in the view that is shown, and tells of those that somebody marks.

    ``study_selected`` and ``study_activated`` tell an NCT number, ``selection_counted`` of how
    many studies are selected, ``selection_chosen`` that it was somebody who selected.
    """

    study_selected = Signal(str)
    study_activated = Signal(str)
    selection_counted = Signal(int)
    selection_chosen = Signal()

    def __init__(self, studies: StudiesModel, view: StudyRowsView, parent: QObject) -> None:
        super().__init__(parent)
        self._studies = studies
        self._is_quiet = False
        self._unread_row = -1
        self.view = view
        self.attach(view)
        studies.modelReset.connect(self._tell_count)
        studies.dataChanged.connect(self._tell_read_selection)

    def attach(self, view: StudyRowsView) -> None:
        """Listen to a view."""
        view.selectionModel().currentChanged.connect(self._tell_selection)
        view.selectionModel().selectionChanged.connect(self._tell_count)
        view.selectionModel().selectionChanged.connect(self._follow_selection)
        view.activated.connect(self._tell_activation)

    def use(self, view: StudyRowsView) -> None:
        """Go on in another view, with the same rows marked and selected."""
        rows, current = self.rows(), self.view.currentIndex().row()
        self._is_quiet = True
        self.view = view
        chosen = QItemSelection()
        last = max(0, view.horizontalHeader().count() - 1)
        for part in rows:
            chosen.select(self._index(part.start), view.model().index(part.stop - 1, last))
        if current >= 0:
            view.selectionModel().setCurrentIndex(self._index(current), _Select.NoUpdate)
        view.selectionModel().select(chosen, _Select.ClearAndSelect)
        self._is_quiet = False
        view.bring_into_sight(view.currentIndex())

    def select(self, rows: Sequence[int]) -> None:
        """Select rows without telling of it, and no others; the one that is marked stays so."""
        chosen = QItemSelection()
        last = max(0, self.view.horizontalHeader().count() - 1)
        for row in rows:
            chosen.select(self._index(row), self.view.model().index(row, last))
        self._is_quiet = True
        if rows and list(rows) != [row for part in self.rows() for row in part]:
            self.view.selectionModel().select(chosen, _Select.ClearAndSelect)
        self._is_quiet = False

    def select_all(self) -> None:
        """Select all rows without telling of it; the one that is marked stays so."""
        last = max(0, self.view.horizontalHeader().count() - 1)
        end = self.view.model().index(self._studies.rowCount() - 1, last)
        if sum(map(len, self.rows())) == self._studies.rowCount() or not end.isValid():
            return
        self._is_quiet = True
        chosen = QItemSelection(self._index(0), end)
        self.view.selectionModel().select(chosen, _Select.ClearAndSelect)
        self._is_quiet = False

    def mark(self, row: int, *, is_shown: bool = True) -> None:
        """Mark a row without telling of it, none for -1; nothing if the row is yet to come."""
        if row >= self._studies.rowCount():
            return
        index = self._index(row) if row >= 0 else QModelIndex()
        self._is_quiet = True
        self.view.setAutoScroll(False)
        self._make_current(index)
        self.view.setAutoScroll(True)
        self._is_quiet = False
        self._unread_row = -1
        if is_shown and index.isValid():
            self.view.bring_into_sight(index)

    def step(self, rows: int) -> None:
        """Mark and tell the study so many rows further on."""
        row = self.view.currentIndex().row() + rows
        if 0 <= row < self._studies.rowCount():
            self._make_current(self._index(row))

    def rows(self) -> tuple[range, ...]:
        """Return the rows that are selected, from above to below."""
        parts = self.view.selectionModel().selection()
        rows = {(part.top(), part.bottom() + 1) for part in parts.toList()}
        return tuple(range(*part) for part in sorted(rows))

    def take_focus(self) -> None:
        """Put the keyboard on the view, on its first row where none is marked."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.view.currentIndex().isValid() and self._studies.rowCount():
            self._make_current(self._index(0))

    def _index(self, row: int) -> QModelIndex:
        return self.view.model().index(row, 0)

    def _make_current(self, index: QModelIndex) -> None:
        """Mark a row and select it alone; others stay selected with the row that is marked.

        It was marked by somebody who is about to select it beside others.
        """
        if index.row() != self.view.currentIndex().row():
            alone = _Select.ClearAndSelect | _Select.Rows
            self.view.selectionModel().setCurrentIndex(index, alone)

    def _is_shown(self) -> bool:
        return self.sender() in (self.view, self.view.selectionModel())

    @Slot(QModelIndex, QModelIndex)
    def _tell_selection(self, current: QModelIndex, previous: QModelIndex) -> None:
        is_other = current.row() != previous.row()
        if not self._is_quiet and self._is_shown() and is_other:
            self._tell_row(current.row())

    @Slot(QItemSelection, QItemSelection)
    def _follow_selection(self, selected: QItemSelection, _left: QItemSelection) -> None:
        """Mark a row that was selected alone: screen readers select and do not mark."""
        if self._is_quiet:
            return
        self.selection_chosen.emit()
        rows = self.rows()
        if not self._is_shown() or selected.isEmpty() or sum(map(len, rows)) != 1:
            return
        if rows[0].start != self.view.currentIndex().row():
            index = self._index(rows[0].start)
            self.view.selectionModel().setCurrentIndex(index, _Select.NoUpdate)

    @Slot(QModelIndex, QModelIndex)
    def _tell_read_selection(self, first: QModelIndex, last: QModelIndex) -> None:
        """Tell of a row that was chosen before it was read."""
        if first.row() <= self._unread_row <= last.row():
            self._tell_row(self._unread_row)

    @Slot()
    def _tell_count(self) -> None:
        self.selection_counted.emit(sum(map(len, self.rows())))

    def _tell_row(self, row: int) -> None:
        summary = self._studies.summary(row)
        self._unread_row = row if summary is None else -1
        if summary is not None:
            self.study_selected.emit(summary.nct_id)

    @Slot(QModelIndex)
    def _tell_activation(self, index: QModelIndex) -> None:
        summary = self._studies.summary(index.row())
        if summary is not None:
            self.study_activated.emit(summary.nct_id)
