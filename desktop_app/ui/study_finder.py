"""Finds words in all tabs of a study and shows where they stand in the current one."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop_app.presentation.pane import Pane
from desktop_app.study.study import Study
from desktop_app.ui.palette_colors import hit_color
from desktop_app.ui.panes.hits import Hit, SearchableText, searchable_sections
from desktop_app.ui.panes.section_view import SectionView

_MOST_MARKED = 1000
"""Hits that are marked around the current one; a single letter has thousands."""


class StudyFinder:
    """What is looked for, how often each tab has it, and which hit is the current one."""

    def __init__(self, panes: Sequence[Pane]) -> None:
        self.words = ""
        self.hits: tuple[Hit, ...] = ()
        self.current = 0
        self._panes = tuple(panes)
        self._study: Study | None = None
        self._texts: dict[str, SearchableText] = {}

    def use_study(self, study: Study | None) -> None:
        """Look in another study from now on."""
        self._study = study
        self._texts = {}
        self.hits = ()

    def counts(self) -> dict[str, int]:
        """Return how often each tab has the words, by the tab's id."""
        if not self.words.strip() or self._study is None:
            return {}
        return {
            pane.id: len(self._text(pane, self._study).hits(self.words)) for pane in self._panes
        }

    def _text(self, pane: Pane, study: Study) -> SearchableText:
        if pane.id not in self._texts:
            self._texts[pane.id] = searchable_sections(pane.sections(study))
        return self._texts[pane.id]

    def look_in(self, view: SectionView) -> None:
        """Find the words in a view; the current hit is the first one from where one reads."""
        view.complete()
        self.hits = ()
        if self.words.strip():
            self.hits = SearchableText(view.document().toRawText()).hits(self.words)
        top = view.top_position()
        self.current = next((n for n, hit in enumerate(self.hits) if hit.start >= top), 0)

    def step(self, by: int) -> None:
        """Go on by so many hits; after the last one comes the first."""
        if self.hits:
            self.current = (self.current + by) % len(self.hits)

    def mark(self, view: SectionView) -> None:
        """Mark the hits in a view."""
        first = max(0, self.current - _MOST_MARKED // 2)
        marked = range(first, min(len(self.hits), first + _MOST_MARKED))
        view.setExtraSelections([self._selection(view, number) for number in marked])

    def go_to_current(self, view: SectionView) -> None:
        """Scroll a view so that the current hit is in sight."""
        if self.hits:
            view.bring_into_sight(self.hits[self.current].start)

    def _selection(self, view: SectionView, number: int) -> QTextEdit.ExtraSelection:
        hit = self.hits[number]
        cursor = QTextCursor(view.document())
        cursor.setPosition(hit.start)
        cursor.setPosition(hit.end, QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format.setBackground(hit_color(view.palette(), number == self.current))
        return selection
