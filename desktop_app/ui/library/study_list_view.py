"""The rows of the list of studies."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QWidget

from desktop_app.ui.library.study_delegate import StudyDelegate
from desktop_app.ui.library.study_rows_view import StudyRowsView
from desktop_app.ui.models.studies_model import StudiesModel


class StudyListView(StudyRowsView):
    """A study a row, in several lines.

    A table of one column, because it does not ask its model about each of half a million rows.
    """

    def __init__(self, model: StudiesModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._delegate = StudyDelegate(self)
        self.setObjectName("study_list")
        self.setItemDelegate(self._delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.space_out()

    def explain(self, *, is_explained: bool) -> None:
        """Give all rows room to say why they were found, or take it."""
        if is_explained != self._delegate.is_explained:
            self._delegate.is_explained = is_explained
            self.space_out()

    def space_out(self) -> None:
        """Take the height of rows, and the least width, from the size of text."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        least = self._delegate.sizeHint(option, QModelIndex())
        self.setMinimumWidth(least.width() + self.verticalScrollBar().sizeHint().width())
        self.verticalHeader().setDefaultSectionSize(least.height())
        super().space_out()
