"""A box to choose from, whose lines may be longer than there is room for."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from desktop_app.ui.elision import elided_line
from desktop_app.ui.panes.visible_text import tooltip_text, visible_text

_WHOLE = int(Qt.ItemDataRole.UserRole) + 1
_MARGIN = 1
"""Pixels that a style keeps free beside the words."""


class ElidedBox(QComboBox):
    """Shows that its line is cut; all of it is in the tool tip and told to screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = ""
        self.currentIndexChanged.connect(self._tell_whole)

    def explain(self, about: str) -> None:
        """Say in the tool tip what is chosen here, before what is."""
        self._about = about
        self._tell_whole()

    def add_line(self, words: str, whole: str, value: object) -> None:
        """Offer something in short words; ``whole`` are all there are of it."""
        row = self.count()
        self.addItem(visible_text(words), value)
        self.setItemData(row, whole, _WHOLE)
        self.setItemData(row, tooltip_text(whole), Qt.ItemDataRole.ToolTipRole)
        if row == self.currentIndex():
            self._tell_whole()

    @property
    def room(self) -> int:
        """The width that there is for the line, in pixels."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        return field.width() - 2 * _MARGIN

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box as its style does, with an ellipsis where the line is cut."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = elided_line(option.currentText, self.fontMetrics(), self.room)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    @Slot()
    def _tell_whole(self) -> None:
        whole = self.currentData(_WHOLE) or ""
        self.setToolTip(tooltip_text("\n".join(part for part in (self._about, whole) if part)))
        self.setAccessibleDescription(visible_text(whole))
