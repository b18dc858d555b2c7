"""A short word in a rounded outline."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.presentation.status import StatusLook, StatusRole
from desktop_app.ui.looks.palette_colors import mixed, quiet_color, rule_color, with_text_color
from desktop_app.ui.looks.status_colors import status_color, status_tint
from desktop_app.ui.looks.typography import TypeScale, scaled
from desktop_app.ui.panes.visible_text import visible_text

_LONGEST = 60


class Chip(QLabel):
    """A chip of one size with the text around it; of a status, it wears the status's colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._role: StatusRole | None = None
        self._ground = self.palette()

    def show_word(self, word: str) -> None:
        """Show a plain word; without one there is no chip."""
        self._role = None
        self._show(word)

    def show_status(self, look: StatusLook) -> None:
        """Show a status with its shape, word and colour."""
        self._role = look.role
        self._show(str(look))

    def dress(self, scale: TypeScale, palette: QPalette) -> None:
        """Take size and colours anew."""
        self.setFont(scaled(scale.font, 0.9, bold=self._role is not None))
        across, down = scale.space(8), scale.space(2)
        self.setContentsMargins(across, down, across, down)
        self._ground = palette
        color = quiet_color(palette)
        if self._role is not None:
            color = status_color(self._role, palette)
        self.setPalette(with_text_color(palette, color))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = rule_color(self._ground)
        if self._role is not None:
            edge = mixed(status_color(self._role, self._ground), self._ground.base().color(), 0.6)
            painter.setBrush(status_tint(self._role, self._ground))
        painter.setPen(QPen(edge, 1))
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.end()
        super().paintEvent(event)

    def _show(self, word: str) -> None:
        shown = visible_text(word).replace("\n", " ")
        self.setText(shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…")
        self.setAccessibleName(shown)
        self.setVisible(bool(word))
