"""A line of words by which something long is narrowed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class FilterBox(QLineEdit):
    """A line of words to narrow by; ``left`` follows Esc where there are none to clear."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear with Esc, and leave when clear."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text():
            self.clear()
        else:
            self.left.emit()
