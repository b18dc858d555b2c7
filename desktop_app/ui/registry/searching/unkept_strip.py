"""A strip above a study that is read from the registry and is not in the library."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop_app.languages import _
from desktop_app.ui.dialogs.notice import plain_label
from desktop_app.ui.looks.palette_colors import accent_color
from desktop_app.ui.looks.strip_ground import paint_strip
from desktop_app.ui.looks.typography import TypeScale


class UnkeptStrip(QWidget):
    """A sentence, and a button to keep the study; ``keep_wanted`` asks for it."""

    keep_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("unkept_strip")
        self._label = plain_label("")
        self._keep = QPushButton(_("Keep"))
        self._keep.setObjectName("unkept_keep")
        self._keep.setToolTip(_("Put this record into your library"))
        self._keep.clicked.connect(self.keep_wanted)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._keep)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(_("Not kept"))
        self._space_out()
        self.hide()

    def say(self, words: str, *, can_keep: bool = True) -> None:
        """Say something; hidden where there is nothing to say."""
        self._label.setText(words)
        self._keep.setEnabled(can_keep)
        self.setAccessibleDescription(words)
        self.setVisible(bool(words))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_strip(self, accent_color(self.palette()))

    def _space_out(self) -> None:
        gap = TypeScale(self.font()).space(8)
        self._row.setContentsMargins(2 * gap, gap // 2, gap, gap // 2)
        self._row.setSpacing(gap)
