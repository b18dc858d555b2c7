"""A line of text that ends in … where it has no room, and is whole in its tool tip."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStyle, QToolTip, QWidget

from desktop_app.ui.elision import elided_line


class MessageLabel(QLabel):
    """Plain text in one line. It gives way to the window, not the window to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(1)

    @property
    def shown_text(self) -> str:
        """Return what there is room for."""
        width = self.contentsRect().width()
        line = " ".join(self.text().split("\n"))
        return elided_line(line, QFontMetricsF(self.font()), width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what there is room for."""
        painter = QPainter(self)
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        role = self.foregroundRole()
        self.style().drawItemText(
            painter, self.contentsRect(), side, self.palette(), True, self.shown_text, role
        )

    def event(self, event: QEvent) -> bool:
        """Tell all of it in the tool tip, where it is cut."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            if self.shown_text != self.text():
                # Loaded here, for most messages have room.
                from desktop_app.ui.panes.visible_text import tooltip_text

                QToolTip.showText(event.globalPos(), tooltip_text(self.text()), self)
            return True
        return super().event(event)
