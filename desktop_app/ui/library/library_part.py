"""The left part of the window: the list of studies, and beside or above it the sidebar."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.ui.window_state import WindowState

_SIDEBAR_DIGITS = 30
"""The width of the sidebar at first, in digits."""
_NARROW_DIGITS = 150
"""Of a window in which the sidebar takes more room beside the list than can be spared."""
_YES, _NO = "yes", "no"
_KEPT = {False: ("sidebar", _YES), True: ("sidebar_above", _NO)}
"""Where it is kept whether the sidebar is shown, and what holds at first, by `is_narrow`."""


class LibraryPart(QSplitter):
    """Holds the place of the sidebar, which comes once the window is painted.

    Whether it is shown is one choice for wide windows and one for narrow ones; ``arranged`` tells
    that the other has come into force.
    """

    arranged = Signal()

    def __init__(self, studies: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_shown = {False: True, True: False}
        self._studies = studies
        self._pages: QStackedWidget | None = None
        self._sizes: dict[bool, list[int]] = {}
        self.setObjectName("library_part")
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.place = QWidget()
        self.place.setAutoFillBackground(True)
        self.place.setBackgroundRole(QPalette.ColorRole.Window)
        self._layout = QVBoxLayout(self.place)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.addWidget(self.place)
        self.addWidget(studies)
        self.setStretchFactor(1, 1)
        self.handle(1).setBackgroundRole(QPalette.ColorRole.Mid)
        self.handle(1).setAutoFillBackground(True)

    @property
    def is_narrow(self) -> bool:
        """Whether the sidebar stands above the list, for want of room beside it."""
        return self.orientation() is Qt.Orientation.Vertical

    @property
    def is_sidebar_shown(self) -> bool:
        """Whether the sidebar is shown."""
        return not self.place.isHidden()

    def hold(self, sidebar: QWidget) -> None:
        """Put the sidebar into its place."""
        self._layout.addWidget(sidebar)

    def show_instead(self, place: QWidget | None) -> None:
        """Show something in the place of the list, or else the list."""
        if self._pages is None:
            if place is None:
                return
            self._pages = self._make_pages()
        if place is not None and self._pages.indexOf(place) < 0:
            self._pages.addWidget(place)
        self._pages.setCurrentWidget(place or self._studies)

    def show_sidebar(self, *, is_shown: bool) -> None:
        """Show or hide the sidebar."""
        self._is_shown[self.is_narrow] = is_shown
        self.place.setVisible(is_shown)

    def arrange(self, window_width: int) -> None:
        """Set the sidebar beside the list, or above it in a narrow window."""
        is_narrow = window_width < _NARROW_DIGITS * self._digit()
        if is_narrow == self.is_narrow:
            return
        self._sizes[self.is_narrow] = self.sizes()
        self.setOrientation(Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal)
        self.place.setVisible(self._is_shown[is_narrow])
        self.setSizes(self._sizes.get(is_narrow) or self._first_sizes())
        self.arranged.emit()

    def restore(self, state: WindowState) -> None:
        """Show or hide the sidebar as it was, and share out the room."""
        for is_narrow, (key, usual) in _KEPT.items():
            self._is_shown[is_narrow] = state.text(key, usual) == _YES
        self.place.setVisible(self._is_shown[self.is_narrow])
        if not self.is_narrow and not state.restore_parts("library", self):
            self.setSizes(self._first_sizes())

    def save(self, state: WindowState) -> None:
        """Keep whether the sidebar is shown, and how the room is shared out."""
        for is_narrow, (key, _usual) in _KEPT.items():
            state.keep_text(key, _YES if self._is_shown[is_narrow] else _NO)
        if not self.is_narrow:
            state.save_parts("library", self)

    def _make_pages(self) -> QStackedWidget:
        """Put pages where the list is, and the list on the first of them."""
        sizes, pages = self.sizes(), QStackedWidget()
        self.replaceWidget(self.indexOf(self._studies), pages)
        pages.addWidget(self._studies)
        self._studies.show()
        self.setSizes(sizes)
        self.setStretchFactor(1, 1)
        return pages

    def _first_sizes(self) -> list[int]:
        if self.is_narrow:
            return [self.height() // 2, self.height() - self.height() // 2]
        wanted = _SIDEBAR_DIGITS * self._digit()
        return [wanted, max(wanted, self.width() - wanted)]

    def _digit(self) -> int:
        return self.fontMetrics().horizontalAdvance("0")
