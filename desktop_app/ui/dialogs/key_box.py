"""A box that shows the key that is pressed in it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.languages import _

_MODIFIERS = (
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
)
_LEAVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
"""Nobody is caught in the box: these go on and close the dialog, as everywhere."""


class KeyBox(QLineEdit):
    """Tells ``key_pressed`` of each key, with what is held down beside it."""

    key_pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setPlaceholderText(_("Press the new key here"))
        self.setAccessibleName(_("New key"))

    def event(self, event: QEvent) -> bool:
        """Take keys of commands before these hear of them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() not in _LEAVING)
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of the key, once there is more than what is held down."""
        if event.key() in _LEAVING:
            event.ignore()
        elif event.key() not in _MODIFIERS and event.key():
            self.key_pressed.emit(QKeySequence(event.keyCombination()))
