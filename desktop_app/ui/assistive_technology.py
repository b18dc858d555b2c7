"""Whether somebody has the window read aloud."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAccessible, QGuiApplication

from desktop_app.systems import may_have_screen_reader


class AssistiveTechnology(QObject):
    """Tells ``changed`` once a screen reader has begun to ask about the window, or has left.

    Qt does not tell of it, so it is looked for whenever the keyboard goes to another control.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_active = False
        self._look()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusObjectChanged.connect(self._look)

    @Slot()
    def _look(self) -> None:
        is_active = QAccessible.isActive() and may_have_screen_reader()
        if is_active != self.is_active:
            self.is_active = is_active
            self.changed.emit()
