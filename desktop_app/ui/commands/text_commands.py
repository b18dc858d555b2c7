"""Copy and select, for whatever part of the window has the focus."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QLabel


class TextCommands(QObject):
    """Passes the commands of the Edit menu on to the text, table or tree that has the focus.

    They are known by what they can do, so that none is loaded to be told apart.
    """

    @Slot()
    def copy_text(self) -> None:
        """Copy what is selected."""
        widget = QApplication.focusWidget()
        copy = getattr(widget, "copy", None)
        if copy is not None:
            copy()
        elif isinstance(widget, QLabel) and widget.hasSelectedText():
            QApplication.clipboard().setText(widget.selectedText())

    @Slot()
    def select_all_text(self) -> None:
        """Select all."""
        select_all = getattr(QApplication.focusWidget(), "selectAll", None)
        if select_all is not None:
            select_all()
