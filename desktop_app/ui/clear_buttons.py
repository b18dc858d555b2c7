"""The button in a line of text that clears it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton

from desktop_app.languages import _


def offer_clearing(line: QLineEdit, name: str = "") -> None:
    """Give a line the button, named for assistive technology; Tab passes over it."""
    line.setClearButtonEnabled(True)
    for button in line.findChildren(QToolButton):
        button.setAccessibleName(name or _("Clear this line"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
