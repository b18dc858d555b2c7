"""The tool bar: buttons with icon and word, and something at the far end that keeps its room."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from desktop_app.languages import _

_LETTERS_AT_END = 14
_WITH_WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_ICONS_ALONE = Qt.ToolButtonStyle.ToolButtonIconOnly


class CommandBar(QToolBar):
    """Shows icons alone where words leave no room for what is at the end, such as at large text.

    Qt would hide what has no room, behind a button for what is no button as well.
    """

    def __init__(self, at_end: QWidget) -> None:
        super().__init__(_("Tool Bar"))
        self._at_end = at_end
        self._needed = 0
        self.setObjectName("tool_bar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(_WITH_WORDS)
        self.iconSizeChanged.connect(self._measure)

    def end(self) -> None:
        """Put what is at the end behind the buttons."""
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)
        self.addWidget(self._at_end)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    @Slot()
    def _measure(self) -> None:
        self._needed = 0
        self._fit()

    def _fit(self) -> None:
        if not self._needed:
            self.setToolButtonStyle(_WITH_WORDS)
            self._needed = self._width_with_words()
        style = _WITH_WORDS if self._needed <= self.width() else _ICONS_ALONE
        if style is not self.toolButtonStyle():
            self.setToolButtonStyle(style)

    def _width_with_words(self) -> int:
        found = map(self.widgetForAction, self.actions())
        buttons = [one for one in found if isinstance(one, QToolButton)]
        words = sum(one.sizeHint().width() for one in buttons)
        at_end = _LETTERS_AT_END * self._at_end.fontMetrics().averageCharWidth()
        layout = self.layout()
        spacing = layout.spacing() if layout is not None else 0
        margins = self.contentsMargins()
        sides = margins.left() + margins.right()
        return words + at_end + spacing * len(buttons) + 2 * spacing + sides
