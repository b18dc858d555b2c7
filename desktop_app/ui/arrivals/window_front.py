"""Brings the window to the front when a later start asks for it."""

import os

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

_TOKEN = "XDG_ACTIVATION_TOKEN"


def bring_to_front(window: QWidget, activation: str = "") -> None:
    """Show the window before all others, with the desktop's leave where it asks for one.

    Where the desktop refuses, it marks the window as one that wants to be looked at.
    """
    if activation and QGuiApplication.platformName().startswith("wayland"):
        # Qt takes it from there, and takes it away, when the window asks to be active.
        os.environ[_TOKEN] = activation
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    front = QApplication.activeModalWidget() or window
    for one in dict.fromkeys((window, front)):
        one.show()
        one.raise_()
    front.activateWindow()
    QApplication.alert(window)
