"""What an import brought: counts, and a line for each thing that was read."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.languages import _
from desktop_app.ui.dialogs.lines_view import LinesView, buttons_to_copy_and_close
from desktop_app.ui.dialogs.notice import plain_label
from desktop_app.ui.looks.style_sheet import wear_style_sheet
from desktop_app.ui.models.import_model import (
    ImportLine,
    ImportModel,
    Outcome,
    as_text,
    counts_of,
)
from desktop_app.ui.models.lines_model import LINE_ROLE

_OUTCOME, _NUMBER, _FROM = range(3)
"""Columns, the last one that of paths."""
_AROUND_CELL = 12


class ImportResultsDialog(QDialog):
    """Stays open beside the window; ``study_activated`` tells the study somebody wants to see."""

    study_activated = Signal(str)

    def __init__(
        self,
        lines: Sequence[ImportLine],
        parent: QWidget | None = None,
        *,
        told: str = "",
        title: str = "",
    ) -> None:
        """Show lines under their counts, or under what else is told of them.

        ``title`` is that of an import where none is given.
        """
        super().__init__(parent)
        self.setWindowTitle(title or _("What Was Imported"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wear_style_sheet(self)
        self._results = ImportModel(lines, self)
        self._view = _make_view(self._results)
        self._view.setAccessibleName(title or _("Results of the import"))
        self._view.activated.connect(self._tell_study)
        self._filter = self._make_filter(lines)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        told = told or _("{counts}.").format(counts=counts_of(lines))
        layout.addLayout(self._make_top(plain_label(told)))
        layout.addWidget(self._view, 1)
        layout.addWidget(buttons_to_copy_and_close(self, self.copy_lines))
        letters = self.fontMetrics().averageCharWidth()
        self.resize(min(letters * 130, 1200), min(letters * 76, 700))

    @Slot()
    def copy_lines(self) -> None:
        """Put the lines that are shown on the clipboard."""
        QGuiApplication.clipboard().setText(as_text(self._results.lines))

    def _make_filter(self, lines: Sequence[ImportLine]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(_("Results to show"))
        box.addItem(_("All results"), None)
        present = {line.outcome for line in lines}
        for outcome in Outcome:
            if outcome in present:
                box.addItem(_(outcome.value), outcome)
        box.currentIndexChanged.connect(self._filter_lines)
        return box

    def _make_top(self, counts: QLabel) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(counts, 1)
        top.addWidget(self._filter)
        return top

    @Slot()
    def _filter_lines(self) -> None:
        self._results.show_outcome(self._filter.currentData())

    @Slot(QModelIndex)
    def _tell_study(self, index: QModelIndex) -> None:
        line = index.data(LINE_ROLE)
        if isinstance(line, ImportLine) and line.nct_id:
            self.study_activated.emit(line.nct_id)


class _PathDelegate(QStyledItemDelegate):
    """Cuts a path in its middle, for it says most at its end."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle


def _make_view(model: ImportModel) -> LinesView:
    view = LinesView(model)
    view.setItemDelegateForColumn(_FROM, _PathDelegate(view))
    view.fit_column(_OUTCOME, [_(outcome.value) for outcome in Outcome], _AROUND_CELL)
    view.fit_column(_NUMBER, ["NCT00000000"], _AROUND_CELL)
    view.setColumnWidth(_FROM, view.fontMetrics().averageCharWidth() * 40)
    return view
