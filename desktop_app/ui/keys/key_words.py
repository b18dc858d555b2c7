"""How this system writes a key, in the spoken language: ``Strg+O`` for ``Ctrl+O``."""

from PySide6.QtGui import QKeySequence


def key_words(keys: str) -> str:
    """Return a key as its keyboard and its menus name it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
