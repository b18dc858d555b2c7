"""Says in the sidebar that no line fits the words that were typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.languages import _
from desktop_app.ui.announcements import Announcer


class NothingFound(QLabel):
    """A sentence in place of the lines, shown and announced only where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("No filter, tag or saved search fits these words."), parent)
        self._announcer = Announcer(self)
        self.setObjectName("nothing_found")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def tell(self, *, is_so: bool) -> None:
        """Say it, or take it back."""
        self.setVisible(is_so)
        self._announcer.announce_soon(self.text() if is_so else "")
