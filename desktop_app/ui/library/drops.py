"""Files, addresses and numbers of studies that are dropped anywhere on the window."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.library.search_box import FilesPassThrough

_LOOKED_AT = 20_000
"""So many characters of a text tell whether it is taken, while it is dragged over the window."""
_LINES = ("QLineEdit", "QTextEdit", "QPlainTextEdit")
"""By name: most windows have lines alone when they are opened."""


def dropped_paths(content: QMimeData) -> tuple[Path, ...]:
    """Return the files and folders of what is dragged; those on other machines are not ours."""
    return tuple(Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile())


def dropped_text(content: QMimeData) -> str:
    """Return the addresses of pages and the text of what is dragged, where numbers stand in it."""
    addresses = (url.toString() for url in content.urls() if not url.isLocalFile())
    text = "\n".join((*addresses, content.text() if content.hasText() else ""))
    if not text.strip():
        return ""
    # Loaded here, for most that is dropped are files.
    from desktop_app.registry.identifiers import read_request

    # All of a long text is read by whoever takes it, off this thread.
    return text if read_request(text[:_LOOKED_AT]) else ""


class DropTarget(QObject):
    """Lets a window take files, over its lines of text as well. ``dropped`` tells the paths.

    ``text_dropped`` tells a text with numbers of studies, or the address of a page. What is dragged
    out of the program itself is not taken.
    """

    dropped = Signal(object)
    text_dropped = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._is_wanted = False
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self._pass_through = FilesPassThrough(self)

    def let_through(self, parts: Sequence[QWidget]) -> None:
        """Keep lines of text from taking files as text; they pass them on to the window."""
        for part in parts:
            for line in part.findChildren(QWidget):
                if any(map(line.inherits, _LINES)):
                    line.installEventFilter(self._pass_through)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what holds files, as a copy."""
        if isinstance(event, QDropEvent) and event.source() is not None:
            event.ignore()
            return True
        if isinstance(event, QDropEvent) and not isinstance(
            event, QDragEnterEvent | QDragMoveEvent
        ):
            return self._take(event)
        if isinstance(event, QDragEnterEvent):
            self._is_wanted = bool(
                dropped_paths(event.mimeData()) or dropped_text(event.mimeData())
            )
        if isinstance(event, QDragEnterEvent | QDragMoveEvent) and self._is_wanted:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _take(self, event: QDropEvent) -> bool:
        paths = dropped_paths(event.mimeData())
        text = "" if paths else dropped_text(event.mimeData())
        if not paths and not text:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if paths:
            self.dropped.emit(paths)
        else:
            self.text_dropped.emit(text)
        return True
