"""What the window holds: strips above, and below them the library beside the open study."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop_app.ui.library.library_part import LibraryPart


class WindowFrame(QWidget):
    """Keeps places free for what comes once the window is painted."""

    def __init__(self, left: LibraryPart) -> None:
        super().__init__()
        self.left = left
        self.place = QWidget()
        self.place.setAutoFillBackground(True)
        self.place.setBackgroundRole(QPalette.ColorRole.Base)
        self._of_study = _column(self.place)
        self.splitter = QSplitter()
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.place)
        self.splitter.handle(1).setBackgroundRole(QPalette.ColorRole.Mid)
        self.splitter.handle(1).setAutoFillBackground(True)
        self.splitter.setStretchFactor(1, 1)
        self._whole = _column(self)
        self._whole.setSpacing(0)
        self._whole.addWidget(self.splitter, 1)

    def hold_study(self, view: QWidget) -> None:
        """Put what shows the open study into its place."""
        self._of_study.addWidget(view)

    def put_above_study(self, strip: QWidget) -> None:
        """Put a strip above the study alone."""
        self._of_study.insertWidget(0, strip)

    def put_above_all(self, strip: QWidget, place: int) -> None:
        """Put a strip above library and study, at a place among others, from the top."""
        self._whole.insertWidget(place, strip)


def _column(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    return layout
