"""Ties the find bar to the tabs: counts in all of them, marks in each, and steps across them."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.presentation.context import NOTHING_KNOWN, Context
from desktop_app.study.study import Study
from desktop_app.ui.panes.pane_view import PaneView
from desktop_app.ui.study.find_bar import FindBar
from desktop_app.ui.study.study_finder import StudyFinder
from desktop_app.ui.study.study_tabs import StudyTabs

_PAUSE = 40
"""Milliseconds without a key after which words are looked for."""


class StudyFinding(QObject):
    """Follows the bar and the current tab. The current tab is counted first, others when idle.

    ``counted`` gives the hits of each tab by its id; ``pane_wanted`` asks for a tab that has some.
    """

    counted = Signal(object)
    pane_wanted = Signal(str)

    def __init__(self, bar: FindBar, tabs: StudyTabs, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._ids = tabs.ids
        self._finder = StudyFinder(tabs)
        self._view: PaneView | None = None
        self._entering = 0
        self._told: dict[str, int] = {}
        self._pause, self._idle = _timer(self, _PAUSE), _timer(self, 0)
        self._pause.timeout.connect(self._look_now)
        self._idle.timeout.connect(self._count_one)
        bar.words_changed.connect(self._look_soon)
        bar.step_asked.connect(self.step)
        bar.closed.connect(self._stop)
        tabs.made.connect(self._watch)

    def use_study(self, study: Study | None, context: Context = NOTHING_KNOWN) -> None:
        """Look in another study from now on, for the same words."""
        self._finder.use_study(study, context)
        self._told = {}
        self._idle.start()

    def use_context(self, context: Context, pane_id: str) -> None:
        """Take what is known beside the same study, of which one tab tells more than before."""
        self._finder.use_context(context, pane_id)
        self._idle.start()

    def counts(self) -> dict[str, int]:
        """Return the hits of each tab by its id, as far as they are counted."""
        return self._finder.counts()

    def count_again(self) -> None:
        """Count anew, after what the tabs say has changed."""
        self._finder.look_for(self._finder.words)
        self._tell()

    def look_in(self, view: PaneView) -> None:
        """Mark the hits in the tab that is now the current one."""
        self._view = view
        view.hits.look_for(self._finder.words)
        if self._entering and view.hits.hit_count:
            view.show_text()
            view.hits.go_to_hit(0 if self._entering > 0 else view.hits.hit_count - 1)
        self._tell()

    @Slot(int)
    def step(self, by: int) -> None:
        """Go to the next hit, or the one before; beyond the last one, to that of another tab."""
        if self._pause.isActive():
            self._look_now()
        if not self._finder.words or self._view is None:
            return
        beside = self._view.hits.hit_beside(by)
        if beside is None:
            self._step_beyond(by)
        else:
            self._view.show_text()
            self._view.hits.go_to_hit(beside)
        self._tell()

    def _step_beyond(self, by: int) -> None:
        """Enter the next tab that has hits, at its first or last one; or go round in this one."""
        if self._view is None:
            return
        here, count = self._ids.index(self._view.pane.id), len(self._ids)
        others = (self._ids[(here + by * step) % count] for step in range(1, count))
        found = next((pane_id for pane_id in others if self._finder.count(pane_id)), None)
        if found is not None:
            self._entering = by
            self.pane_wanted.emit(found)
            self._entering = 0
        elif self._view.hits.hit_count:
            self._view.show_text()
            self._view.hits.go_to_hit(0 if by > 0 else self._view.hits.hit_count - 1)

    @Slot()
    def _look_soon(self) -> None:
        self._pause.start()

    @Slot()
    def _look_now(self) -> None:
        self._pause.stop()
        self._finder.look_for(self._bar.words.strip())
        if self._view is not None:
            self._view.hits.look_for(self._finder.words)
            if self._view.hits.current_hit >= 0:
                self._view.hits.go_to_hit(self._view.hits.current_hit)
        self._tell()

    @Slot()
    def _stop(self) -> None:
        self._pause.stop()
        self._finder.look_for("")
        if self._view is not None:
            self._view.hits.look_for("")
        self._tell()

    @Slot(object)
    def _watch(self, view: PaneView) -> None:
        view.hits_changed.connect(self._take_change)

    @Slot()
    def _take_change(self) -> None:
        """Tell anew what is found, after a tab was drawn anew or another part of it was chosen."""
        if self._view is not None and self._view is self.sender():
            self._tell()

    @Slot()
    def _count_one(self) -> None:
        pane_id = self._finder.uncounted()
        if pane_id is not None:
            self._finder.count(pane_id)
            self._idle.start()
        else:
            self._tell()

    def _tell(self) -> None:
        if self._view is None or self._pause.isActive():
            return
        hits, everywhere = self._view.hits, None
        if self._finder.words:
            self._finder.put(self._view.pane.id, hits.hit_count)
        if self._finder.uncounted() is None:
            everywhere = self._tell_counts()
        else:
            # Counts of the words before stay on the tabs, so that these do not jump at each key.
            self._idle.start()
        self._bar.show_count(hits.current_hit + 1, hits.hit_count, everywhere)

    def _tell_counts(self) -> int:
        counts = self._finder.counts()
        if counts != self._told:
            self._told = counts
            self.counted.emit(counts)
        return sum(counts.values())


def _timer(parent: QObject, milliseconds: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    return timer
