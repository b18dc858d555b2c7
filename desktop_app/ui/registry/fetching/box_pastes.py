"""Texts with several numbers that are pasted into the search box: too much for a line of words."""

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QLineEdit, QMenu

from desktop_app.registry.identifiers import read_request

_PASTE_ACTION = "edit-paste"


class BoxPastes(QObject):
    """Takes them instead of the box, however they are pasted; ``text_pasted`` tells them.

    The box would join their lines, find no study with all of them, and drop what is too long.
    """

    text_pasted = Signal(str)

    def __init__(self, box: QLineEdit, parent: QObject) -> None:
        super().__init__(parent)
        self._box = box
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is pasted by keys, the middle button or the menu, and what is dropped."""
        if isinstance(event, QContextMenuEvent):
            self._show_menu(event)
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_paste = event.matches(QKeySequence.StandardKey.Paste)
            return is_paste and self._take(_clipboard_text(QClipboard.Mode.Clipboard))
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            is_taken = self._take(event.mimeData().text())
            if is_taken:
                event.acceptProposedAction()
            return is_taken
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            is_paste = event.button() == Qt.MouseButton.MiddleButton
            return is_paste and self._take(_clipboard_text(QClipboard.Mode.Selection))
        return super().eventFilter(watched, event)

    def _take(self, text: str) -> bool:
        is_too_long = len(text) > self._box.maxLength()
        if not is_too_long and len(read_request(text).nct_ids) < 2:
            return False
        self.text_pasted.emit(text)
        return True

    def _show_menu(self, event: QContextMenuEvent) -> None:
        menu: QMenu = self._box.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() == _PASTE_ACTION:
                action.triggered.disconnect()
                action.triggered.connect(self._paste)
        menu.popup(event.globalPos())

    @Slot()
    def _paste(self) -> None:
        if not self._take(_clipboard_text(QClipboard.Mode.Clipboard)):
            self._box.paste()


def _clipboard_text(mode: QClipboard.Mode) -> str:
    clipboard = QGuiApplication.clipboard()
    if mode == QClipboard.Mode.Selection and not clipboard.supportsSelection():
        return ""
    content = clipboard.mimeData(mode) or QMimeData()
    return content.text()
