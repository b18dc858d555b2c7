"""The page of the open study: header and banner, the tabs, the find bar, and what a tab shows."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.ui.changes.changes_strip import ChangesStrip
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.panes.page_layout import PageLayout, page_layout
from desktop_app.ui.panes.pane_view import PaneView
from desktop_app.ui.personal.note_panel import NotePanel
from desktop_app.ui.study.find_bar import FindBar
from desktop_app.ui.study.more_tabs import MoreTabs
from desktop_app.ui.study.notice_banner import NoticeBanner
from desktop_app.ui.study.pane_tab_bar import PaneTabBar
from desktop_app.ui.study.study_header_view import StudyHeaderView

_HEADER_SHARE, _BANNER_SHARE, _NOTE_SHARE, _ABOVE_SHARE = 0.32, 0.16, 0.24, 0.48
"""How much of the height what stands above the tabs may take; most of it is for reading."""
_LINES_READ = 9
"""Lines of text that are worth more than a line of the header."""


class StudyPage(QWidget):
    """Lays out the parts of a study, one below the other, all beginning where the text does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header, self.banner = StudyHeaderView(), NoticeBanner()
        self.changes = ChangesStrip()
        self.note = NotePanel()
        self.tabs, self.find_bar = PaneTabBar(), FindBar()
        self._more_tabs = MoreTabs(self.tabs)
        self.stack = QStackedWidget()
        # Never seen: as wide as those of the tabs, which are not made yet.
        self._scroll_bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._scroll_bar.hide()
        self._lay_out()
        self.banner.more_button.toggled.connect(self.fit)
        self.note.height_changed.connect(self.fit)
        self.tabs.fitted.connect(self._align)
        self._order_for_tab()

    def add(self, view: PaneView) -> None:
        """Put the view of a tab where tabs are shown, and where the key Tab goes on to it."""
        view.resize(self.stack.size())
        self.stack.addWidget(view)
        # The window has put its bars between the find bar and whatever came later.
        *_others, last = _stops(self.find_bar)
        for stop in tuple(_stops(view)):
            self.setTabOrder(last, stop)
            last = stop
        view.put_tools_before_text()

    @Slot()
    def fit(self) -> None:
        """Give header, banner and note their share of the height."""
        size = self.size()
        page = self._align()
        self.banner.fit(page.width, round(size.height() * _BANNER_SHARE))
        share = round(size.height() * _HEADER_SHARE)
        self.header.fit(size.width(), page.margin, share, self._most_of_header(size.height()))
        self.changes.fit(page.width)
        self.note.fit(page.width, self._room_for_note(size.height()))
        layout = self.layout()
        if layout is not None:
            # At once, so that nothing is painted in a place that it leaves again.
            layout.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out another height."""
        super().resizeEvent(event)
        self.fit()

    def _most_of_header(self, height: int) -> int:
        """Return how much of a height the header may take before one of its lines is dropped."""
        banner = 0 if self.banner.isHidden() else self.banner.height()
        read = _LINES_READ * self.fontMetrics().lineSpacing()
        left = height - banner - self.tabs.sizeHint().height() - read
        return min(left, round(height * _ABOVE_SHARE))

    def _room_for_note(self, height: int) -> int:
        """Return how much of a height the note may take, beside header and banner.

        What is read goes before, but for the time in which somebody writes.
        """
        share = round(height * _NOTE_SHARE)
        if self.note.is_written_in:
            return share
        banner = 0 if self.banner.isHidden() else self.banner.height()
        return min(share, round(height * _ABOVE_SHARE) - self.header.height() - banner)

    @Slot()
    def _align(self) -> PageLayout:
        """Begin and end what stands above the text where the text does."""
        size = self.size()
        scale = TypeScale(self.font())
        page = page_layout(size.width() - self._scroll_bar.sizeHint().width(), scale)
        beyond = max(0, size.width() - page.margin - page.width)
        space = scale.space
        self._banner_row.setContentsMargins(page.margin, space(8), beyond, 0)
        above = 0 if self.changes.isHidden() else space(8)
        self._changes_row.setContentsMargins(page.margin, above, beyond, 0)
        above = 0 if self.note.isHidden() else space(8)
        self._note_row.setContentsMargins(page.margin, above, beyond, 0)
        # The words on the tabs stand in from their edges.
        self.tabs.fit(size.width() - 2 * page.margin)
        tabs = max(0, page.margin - self.tabs.padding)
        self._tab_row.setContentsMargins(tabs, space(4), tabs, 0)
        self.find_bar.space_out(scale, page.margin)
        return page

    def _lay_out(self) -> None:
        self._banner_row, self._tab_row = QHBoxLayout(), QHBoxLayout()
        self._note_row = QHBoxLayout()
        self._note_row.addWidget(self.note)
        self._changes_row = QHBoxLayout()
        self._changes_row.addWidget(self.changes)
        self._banner_row.addWidget(self.banner)
        self._tab_row.addWidget(self.tabs, 1)
        self._tab_row.addWidget(self._more_tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._changes_row)
        column.addLayout(self._banner_row)
        column.addLayout(self._note_row)
        column.addLayout(self._tab_row)
        column.addWidget(self.find_bar)
        column.addWidget(self.stack, 1)

    def _order_for_tab(self) -> None:
        """Let the key Tab go down the page."""
        self.setTabOrder(self.header, self.header.own.star)
        self.setTabOrder(self.header.own.star, self.header.own.add_note)
        self.setTabOrder(self.header.own.add_note, self.header.age.button)
        self.setTabOrder(self.header.age.button, self.changes.button)
        self.setTabOrder(self.changes.button, self.banner.more_button)
        self.setTabOrder(self.banner.more_button, self.note.fold_button)
        self.setTabOrder(self.note.fold_button, self.note.editor)
        self.setTabOrder(self.note.editor, self.tabs)
        self.setTabOrder(self.tabs, self._more_tabs)
        self.setTabOrder(self._more_tabs, self.find_bar)
        self.setTabOrder(self.find_bar, self.stack)


def _stops(part: QWidget) -> Iterator[QWidget]:
    """Yield what takes the keyboard in a part, in the order in which the key Tab comes to it."""
    widget = part.nextInFocusChain()
    while widget is not None and widget is not part:
        if part.isAncestorOf(widget) and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            yield widget
        widget = widget.nextInFocusChain()
