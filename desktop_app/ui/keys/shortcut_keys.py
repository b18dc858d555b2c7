"""Lets the keys of commands be heard while somebody types."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.languages import N_, _

_EDITING = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
)
"""Keys of commands that a line of text answers to with the same, of its own text."""
FIXED_KEYS = {
    "F4": N_("{key} stays what it is: it sorts a table."),
    "Ctrl+Shift+J": N_("{key} stays what it is: it copies a field of a record as JSON."),
}
"""Keys of parts of a tab, which commands must leave to them."""


def fixed_use(keys: QKeySequence) -> str:
    """Return a sentence of a ``{key}`` that no command may have, or empty."""
    return _(FIXED_KEYS.get(keys.toString(QKeySequence.SequenceFormat.PortableText), ""))


class ShortcutsFirst(QObject):
    """Keeps lines of text from taking keys of commands as keys of their own.

    On some systems a line takes Ctrl+E as "go to the end" and Ctrl+K as "delete to the end".
    """

    def __init__(self, actions: Iterable[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = tuple(actions)

    def watch(self, part: QWidget) -> None:
        """Look after all lines of text of a part."""
        for line in part.findChildren(QLineEdit):
            line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse the key before the line claims it; nothing else is touched."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not any(event.matches(key) for key in _EDITING)
            and self._is_of_a_command(QKeySequence(event.keyCombination()))
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _is_of_a_command(self, keys: QKeySequence) -> bool:
        return any(keys in action.shortcuts() for action in self._actions)
