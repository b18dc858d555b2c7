"""A bare PySide6 window with five tabs, which the start of the application is measured against.

Writes the same line into a log as the application does when it is painted.
"""

import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QTabWidget

TABS = ("Summary", "Design", "Arms", "Eligibility", "Sites")


class BareWindow(QMainWindow):
    """Notes in a file when it has been painted."""

    def __init__(self, log: Path) -> None:
        super().__init__()
        self._log = log
        tabs = QTabWidget()
        for name in TABS:
            tabs.addTab(QLabel(name), name)
        self.setCentralWidget(tabs)
        self.resize(1360, 860)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Note it a turn of the loop later, when the window is on the screen."""
        super().paintEvent(event)
        QTimer.singleShot(0, self._note)

    def _note(self) -> None:
        now = datetime.now()
        with self._log.open("a") as file:
            file.write(f"{now:%Y-%m-%d %H:%M:%S},{now.microsecond // 1000:03d} painted\n")


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    window = BareWindow(Path(sys.argv[1]))
    window.show()
    sys.exit(app.exec())
