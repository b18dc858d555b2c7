"""A table of lines in a dialog, and the buttons below it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableView,
)

from desktop_app.languages import _


class LinesView(QTableView):
    """Rows; Enter tells of the marked one and is not passed on to the dialog's buttons."""

    def __init__(self, model: QAbstractItemModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        # Rows of one height: a long import is not measured row by row.
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.fit_rows()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def fit_rows(self) -> None:
        """Make rows as high as a line of text."""
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)

    def fit_column(self, column: int, texts: Iterable[str], around: int) -> None:
        """Make a column as wide as texts, with so many pixels around, and as its title."""
        widest = max(map(self.fontMetrics().horizontalAdvance, texts)) + around
        self.setColumnWidth(column, max(widest, self.horizontalHeader().sectionSizeHint(column)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def buttons_to_copy_and_close(dialog: QDialog, copy: Callable[[], object]) -> QDialogButtonBox:
    """Return the buttons of a dialog with lines, of which the one that closes is the usual one."""
    buttons = QDialogButtonBox()
    close = buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
    close.setDefault(True)
    buttons.rejected.connect(dialog.reject)
    # Else it, being the first in the row on some systems, would be the default.
    button = buttons.addButton(_("Copy List"), QDialogButtonBox.ButtonRole.ActionRole)
    button.setAutoDefault(False)
    button.clicked.connect(copy)
    return buttons
