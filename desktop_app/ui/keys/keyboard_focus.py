"""Whether the keyboard brought the focus, and so has to be shown where it is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


def came_by_keyboard(event: QFocusEvent) -> bool:
    """Tell whether a key brought the focus here; after a click everybody knows where it is."""
    return event.reason() in _BY_KEYBOARD
