"""Ties the find bar to the tabs: counts in all of them, marks and steps in the current one."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.presentation.pane import Pane
from desktop_app.study.study import Study
from desktop_app.ui.find_bar import FindBar
from desktop_app.ui.panes.section_view import SectionView
from desktop_app.ui.study_finder import StudyFinder


class StudyFinding(QObject):
    """Follows the bar and the current view.

    ``counted`` gives the hits of each tab by its id; ``pane_wanted`` asks for a tab that has some.
    """

    counted = Signal(object)
    pane_wanted = Signal(str)

    def __init__(self, bar: FindBar, panes: Sequence[Pane], parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._ids = [pane.id for pane in panes]
        self._here = 0
        self._finder = StudyFinder(panes)
        self._view: SectionView | None = None
        bar.words_changed.connect(self._look_for)
        bar.step_asked.connect(self.step)
        bar.closed.connect(self._stop)

    def use_study(self, study: Study | None) -> None:
        """Look in another study from now on, for the same words."""
        self._finder.use_study(study)

    def counts(self) -> dict[str, int]:
        """Return the hits of each tab by its id; none while nothing is looked for."""
        return self._finder.counts()

    def look_in(self, view: SectionView, place: int) -> None:
        """Mark the hits in the view that is now the current one, the tab at a place."""
        self._view, self._here = view, place
        if self._finder.words:
            self._finder.look_in(view)
            self._finder.mark(view)
        elif view.extraSelections():
            view.setExtraSelections([])
        self._tell()

    @Slot(int)
    def step(self, by: int) -> None:
        """Go to the next hit, or the one before; to another tab where this one has none."""
        if not self._finder.words or self._view is None:
            return
        if self._finder.hits:
            self._finder.step(by)
        else:
            self._want_tab_with_hits(by)
        self._finder.mark(self._view)
        self._finder.go_to_current(self._view)
        self._tell()

    def _want_tab_with_hits(self, by: int) -> None:
        counts = self._finder.counts()
        count = len(self._ids)
        others = [self._ids[(self._here + by * step) % count] for step in range(1, count)]
        found = [pane_id for pane_id in others if counts.get(pane_id)]
        if found:
            self.pane_wanted.emit(found[0])

    @Slot(str)
    def _look_for(self, words: str) -> None:
        self._finder.words = words.strip()
        self.counted.emit(self._finder.counts())
        if self._view is not None:
            self.look_in(self._view, self._here)
            self._finder.go_to_current(self._view)

    @Slot()
    def _stop(self) -> None:
        self._look_for("")

    def _tell(self) -> None:
        total = len(self._finder.hits)
        self._bar.show_count(self._finder.current + 1 if total else 0, total)
