"""Says to assistive technology what changes in a place where the keyboard is not."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

_PAUSE = 600
"""Milliseconds without a change after which it is said: whoever types hears each letter first."""


def announce(widget: QWidget, words: str, *, is_urgent: bool = False) -> None:
    """Have words said once, after what is being said, or at once where they are urgent.

    ``widget`` is where they can be read afterwards.
    """
    if not words:
        return
    # Loaded here: the bindings make the names of all roles and states with it.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    if is_urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


class Announcer(QObject):
    """Announces the newest of several things that follow each other quickly, and none twice."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._waiting = self._said = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._say)

    def announce_soon(self, words: str) -> None:
        """Have words said unless others come at once; no words take back those that wait."""
        self._waiting = words
        if not words:
            self._said = ""
        self._pause.start()

    @Slot()
    def _say(self) -> None:
        if self._waiting != self._said:
            self._said = self._waiting
            announce(self._widget, self._said)
