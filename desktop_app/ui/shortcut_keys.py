"""Lets the keys of commands be heard while somebody types."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

_EDITING = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)
"""Keys of commands that a line of text answers to with the same."""


class ShortcutsFirst(QObject):
    """Keeps lines of text from taking keys of commands as keys of their own.

    On some systems a line takes Ctrl+E as "go to the end" and Ctrl+K as "delete to the end".
    """

    def __init__(self, actions: Iterable[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._keys = {keys.toString() for action in actions for keys in action.shortcuts()}

    def watch(self, part: QWidget) -> None:
        """Look after all lines of text of a part."""
        for line in part.findChildren(QLineEdit):
            line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse the key before the line claims it; nothing else is touched."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and QKeySequence(event.keyCombination()).toString() in self._keys
            and not any(event.matches(key) for key in _EDITING)
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)
