"""Takes the text on the clipboard, in which numbers of studies may stand."""

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from desktop_app.languages import _


class NumberJumps(QObject):
    """``text_pasted`` tells the text, ``said`` that there is none."""

    text_pasted = Signal(str)
    said = Signal(str)

    @Slot()
    def go_to_pasted_number(self) -> None:
        """Go to the studies whose numbers are on the clipboard."""
        content = QGuiApplication.clipboard().mimeData() or QMimeData()
        text = content.text().strip()
        if text:
            self.text_pasted.emit(text)
        else:
            self.said.emit(_("There is no text on the clipboard."))
