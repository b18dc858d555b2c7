"""Ties a find bar to one text: its hits are marked, counted and gone through."""

from PySide6.QtCore import QObject, QTimer, Slot

from desktop_app.ui.panes.section_hits import SectionHits
from desktop_app.ui.panes.section_view import SectionView
from desktop_app.ui.study.find_bar import FindBar

_PAUSE = 40
"""Milliseconds without a key after which words are looked for."""


class TextFinding(QObject):
    """Follows the bar, and the text as it is drawn anew."""

    def __init__(self, bar: FindBar, view: SectionView, parent: QObject) -> None:
        super().__init__(parent)
        self._bar, self._view = bar, view
        self._hits = SectionHits(view)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.look_now)
        self._hits.changed.connect(self._tell)
        bar.words_changed.connect(self._pause.start)
        bar.step_asked.connect(self.step)
        bar.closed.connect(self._stop)

    @Slot()
    def open_bar(self) -> None:
        """Show the bar, with the words that are selected in the text."""
        selected = self._view.textCursor().selectedText()
        # Qt has U+2029 for the end of a paragraph.
        self._bar.open_bar("" if "\u2029" in selected else selected)

    @Slot()
    def look_now(self) -> None:
        """Look for what stands in the bar."""
        self._pause.stop()
        self._hits.look_for(self._bar.words.strip())
        if self._hits.current_hit >= 0:
            self._hits.go_to_hit(self._hits.current_hit)
        self._tell()

    @Slot(int)
    def step(self, by: int) -> None:
        """Go to the next hit, or the one before; beyond the last one, to the first."""
        if self._pause.isActive():
            self.look_now()
        count = self._hits.hit_count
        if count:
            beside = self._hits.hit_beside(by)
            self._hits.go_to_hit((0 if by > 0 else count - 1) if beside is None else beside)
        self._tell()

    @Slot()
    def _stop(self) -> None:
        self._pause.stop()
        self._hits.look_for("")
        self._view.setFocus()

    @Slot()
    def _tell(self) -> None:
        if not self._pause.isActive():
            self._bar.show_count(self._hits.current_hit + 1, self._hits.hit_count)
