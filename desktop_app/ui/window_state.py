"""Where the window stood, how wide its parts were and which tab was open."""

import os
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QMainWindow, QSplitter

FILE_NAME = "window.ini"
_DEFAULT_SIZE = QSize(1360, 860)
_FRAME = QSize(8, 40)
"""What the desktop puts round a window, which is not known before the window is shown."""
_LEFT_WIDTH_IN_DIGITS = 72
"""Of list and sidebar; at most three eighths of the window at first, so that all tabs have room."""


class WindowState:
    """Keeps the state in an ini file; what cannot be read is taken as not there.

    In a folder whose name Qt cannot write, nothing is kept, and nothing where no file can be.
    """

    def __init__(self, folder: Path) -> None:
        path = folder / FILE_NAME
        name = name_for_qt(path) if _can_be_file(path) else ""
        self._kept = QSettings(name, QSettings.Format.IniFormat) if name else None

    def restore(self, window: QMainWindow, splitter: QSplitter) -> None:
        """Put window and parts where they were, or where they are best at first."""
        geometry = self._value("geometry")
        if not (isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)):
            window.resize(size_at_first(window.screen().availableSize()))
        if not self.restore_parts("splitter", splitter):
            left = window.fontMetrics().horizontalAdvance("0" * _LEFT_WIDTH_IN_DIGITS)
            left = min(left, 3 * window.width() // 8)
            splitter.setSizes([left, window.width() - left])

    def save(self, window: QMainWindow, splitter: QSplitter) -> None:
        """Keep window and parts as they are."""
        if self._kept is not None:
            self._kept.setValue("geometry", window.saveGeometry())
            self._kept.setValue("splitter", splitter.saveState())
            self._kept.sync()

    def restore_parts(self, key: str, splitter: QSplitter) -> bool:
        """Share out the room of a splitter as it was; tells whether that is known."""
        parts = self._value(key)
        return isinstance(parts, QByteArray) and splitter.restoreState(parts)

    def save_parts(self, key: str, splitter: QSplitter) -> None:
        """Keep how the room of a splitter is shared out."""
        if self._kept is not None:
            self._kept.setValue(key, splitter.saveState())

    def text(self, key: str, default: str) -> str:
        """Return a kept word, such as the name of the open tab."""
        kept = self._value(key)
        return default if kept is None else str(kept)

    def keep_text(self, key: str, value: str) -> None:
        """Keep a word."""
        if self._kept is not None:
            self._kept.setValue(key, value)

    def _value(self, key: str) -> object:
        return None if self._kept is None else self._kept.value(key)


def size_at_first(screen: QSize) -> QSize:
    """Return how large a window is that nobody has sized, so that all of it is on the screen."""
    return _DEFAULT_SIZE.boundedTo(screen - _FRAME)


def _can_be_file(path: Path) -> bool:
    """Tell whether a file is there or nothing: a pipe would be waited for."""
    try:
        return path.is_file() or not path.exists()
    except OSError:
        # Qt reads and writes nothing where it may not look.
        return True


def name_for_qt(path: Path) -> str:
    """Return a name as Qt writes it: as UTF-8, whatever the locale; empty where it is none."""
    try:
        return os.fsencode(path).decode("utf-8")
    except UnicodeDecodeError:
        return ""
