"""The rows of the list as a table: the same rows, with a column for each element."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.punctuation import labelled
from desktop_app.ui.library.table.columns import COLUMNS
from desktop_app.ui.models.studies_model import MARKS_ROLE, SUMMARY_ROLE, StudiesModel
from desktop_app.ui.panes.visible_text import tooltip_text, visible_text

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class StudyTableModel(QAbstractTableModel):
    """Shows the studies of a list; rows that are not read yet are empty and asked for."""

    def __init__(self, studies: StudiesModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studies = studies
        studies.modelAboutToBeReset.connect(self.beginResetModel)
        studies.modelReset.connect(self.endResetModel)
        studies.rowsAboutToBeInserted.connect(self._begin_inserting)
        studies.rowsInserted.connect(self.endInsertRows)
        studies.rowsAboutToBeRemoved.connect(self._begin_removing)
        studies.rowsRemoved.connect(self.endRemoveRows)
        studies.dataChanged.connect(self._tell_change)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the rows, read or not."""
        return 0 if parent.isValid() else self._studies.rowCount()

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return all columns, shown or not."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell; a screen reader hears the study in its first one."""
        if not index.isValid():
            return None
        row = self._studies.index(index.row())
        if role == SUMMARY_ROLE or (role == _SPOKEN and index.column() == 0):
            return row.data(role)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, _SPOKEN):
            return None
        summary = row.data(SUMMARY_ROLE)
        if summary is None:
            return None
        column = COLUMNS[index.column()]
        words = visible_text(column.words(summary, row.data(MARKS_ROLE))).replace("\n", " ")
        if role == _SPOKEN:
            return labelled(column.label, words)
        return tooltip_text(words) if role == Qt.ItemDataRole.ToolTipRole else words

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the heading of a column."""
        is_heading = orientation is Qt.Orientation.Horizontal
        if is_heading and role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(COLUMNS):
            return COLUMNS[section].label
        return None

    def _begin_inserting(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.beginInsertRows(_ROOT, first, last)

    def _begin_removing(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.beginRemoveRows(_ROOT, first, last)

    def _tell_change(self, first: QModelIndex, last: QModelIndex) -> None:
        end = self.index(last.row(), len(COLUMNS) - 1)
        self.dataChanged.emit(self.index(first.row(), 0), end)


_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
