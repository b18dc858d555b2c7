"""Finds words in a view of sections, marks them and goes from one to the next."""

from bisect import bisect_left

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop_app.ui.looks.palette_colors import hit_color
from desktop_app.ui.panes.findable import number_beside
from desktop_app.ui.panes.hits import Hit, SearchableText
from desktop_app.ui.panes.section_view import SectionView

_MOST_MARKED = 1000
"""Hits that are marked around the current one; a single letter has thousands."""


class SectionHits(QObject):
    """The hits in one view, kept as its text is drawn anew; ``changed`` follows that."""

    changed = Signal()

    def __init__(self, view: SectionView) -> None:
        super().__init__(view)
        self._view = view
        self._words = ""
        self._hits: tuple[Hit, ...] = ()
        self._current = -1
        self._text: SearchableText | None = None
        view.drawn.connect(self._find_again)

    @property
    def hit_count(self) -> int:
        """How many hits there are."""
        return len(self._hits)

    @property
    def current_hit(self) -> int:
        """The hit where one is, -1 for none."""
        return self._current

    def look_for(self, words: str) -> None:
        """Look for words and mark them from now on; no words end it."""
        self._words = words
        self._look()
        self._current = self._first_from_top()
        self._mark()

    def go_to_hit(self, number: int) -> None:
        """Make a hit the current one and bring it into sight."""
        self._current = number
        self._mark()
        self._view.bring_into_sight(self._hits[number].start)

    def hit_beside(self, by: int) -> int | None:
        """Return the hit after (1) or before (-1) the current one."""
        return number_beside(self._current, by, self.hit_count)

    def leave(self) -> None:
        """Be at none of the hits, which stay marked."""
        self._current = -1
        self._mark()

    @Slot()
    def _find_again(self) -> None:
        self._text = None
        if not self._words:
            return
        before = len(self._hits)
        self._look()
        if len(self._hits) != before:
            self._current = self._first_from_top()
        self._mark()
        self.changed.emit()

    def _look(self) -> None:
        self._hits = ()
        if not self._words.strip():
            return
        self._view.complete()
        if self._text is None:
            self._text = SearchableText(self._view.document().toRawText())
        self._hits = self._text.hits(self._words)

    def _first_from_top(self) -> int:
        if not self._hits:
            return -1
        top = self._view.top_position()
        return bisect_left(self._hits, top, key=lambda hit: hit.start) % len(self._hits)

    def _mark(self) -> None:
        first = max(0, self._current - _MOST_MARKED // 2)
        marked = range(first, min(len(self._hits), first + _MOST_MARKED))
        if marked or self._view.extraSelections():
            self._view.setExtraSelections([self._selection(number) for number in marked])

    def _selection(self, number: int) -> QTextEdit.ExtraSelection:
        hit = self._hits[number]
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(hit.start)
        cursor.setPosition(hit.end, QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        ground = hit_color(self._view.palette(), number == self._current)
        selection.format.setBackground(ground)
        # Quiet words and links would be too faint on it.
        selection.format.setForeground(self._view.palette().text())
        return selection
