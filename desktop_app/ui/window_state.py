"""Where the window stood, how wide its parts were and which tab was open."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

FILE_NAME = "window.ini"
_DEFAULT_SIZE = (1360, 860)
_LIST_WIDTH_IN_DIGITS = 42


class WindowState:
    """Keeps the state in an ini file; what cannot be read is taken as not there."""

    def __init__(self, folder: Path) -> None:
        self._kept = QSettings(str(folder / FILE_NAME), QSettings.Format.IniFormat)

    def restore(self, window: QMainWindow, splitter: QSplitter) -> None:
        """Put window and parts where they were, or where they are best at first."""
        geometry = self._kept.value("geometry")
        if not (isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)):
            window.resize(*_DEFAULT_SIZE)
        parts = self._kept.value("splitter")
        if not (isinstance(parts, QByteArray) and splitter.restoreState(parts)):
            left = window.fontMetrics().horizontalAdvance("0" * _LIST_WIDTH_IN_DIGITS)
            left = min(left, window.width() // 3)
            splitter.setSizes([left, window.width() - left])

    def save(self, window: QMainWindow, splitter: QSplitter) -> None:
        """Keep window and parts as they are."""
        self._kept.setValue("geometry", window.saveGeometry())
        self._kept.setValue("splitter", splitter.saveState())
        self._kept.sync()

    def text(self, key: str, default: str) -> str:
        """Return a kept word, such as the name of the open tab."""
        return str(self._kept.value(key, default))

    def keep_text(self, key: str, value: str) -> None:
        """Keep a word."""
        self._kept.setValue(key, value)
