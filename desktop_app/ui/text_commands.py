"""Copy and select, for whatever part of the window has the focus."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit

from desktop_app.ui.panes.long_table import LongTable
from desktop_app.ui.panes.source_tree import SourceTree
from desktop_app.ui.study_list_view import StudyListView

_HAVE_ALL = (QLineEdit, QTextEdit, QPlainTextEdit, LongTable, SourceTree, StudyListView)


class TextCommands(QObject):
    """Passes the commands of the Edit menu on to the text that has the focus."""

    @Slot()
    def copy_text(self) -> None:
        """Copy what is selected."""
        widget = QApplication.focusWidget()
        if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit | LongTable | SourceTree):
            widget.copy()
        elif isinstance(widget, QLabel) and widget.hasSelectedText():
            QApplication.clipboard().setText(widget.selectedText())

    @Slot()
    def select_all_text(self) -> None:
        """Select all."""
        widget = QApplication.focusWidget()
        if isinstance(widget, _HAVE_ALL):
            widget.selectAll()
        elif isinstance(widget, QLabel):
            widget.setSelection(0, len(widget.text()))
