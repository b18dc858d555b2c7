"""Counts words in all tabs of a study, also in those that were not shown yet."""

from desktop_app.presentation.context import NOTHING_KNOWN, Context
from desktop_app.study.study import Study
from desktop_app.ui.study.study_tabs import StudyTabs


class StudyFinder:
    """How often each tab has the words that are looked for, counted when it is asked for."""

    def __init__(self, tabs: StudyTabs) -> None:
        self._tabs = tabs
        self._study: Study | None = None
        self._context = NOTHING_KNOWN
        self._words = ""
        self._counts: dict[str, int] = {}

    def use_study(self, study: Study | None, context: Context) -> None:
        """Look in another study from now on."""
        self._study, self._context = study, context
        self._counts = {}

    def use_context(self, context: Context, pane_id: str) -> None:
        """Take what is known beside the same study, of which one tab tells more than before."""
        self._context = context
        self._counts.pop(pane_id, None)

    @property
    def words(self) -> str:
        """What is looked for; blank for nothing."""
        return self._words

    def look_for(self, words: str) -> None:
        """Look for other words from now on."""
        self._words = words
        self._counts = {}

    def put(self, pane_id: str, count: int) -> None:
        """Take what was counted in a tab that is shown."""
        self._counts[pane_id] = count

    def count(self, pane_id: str) -> int:
        """Return how often a tab has the words."""
        if self._study is None or not self._words:
            return 0
        if pane_id not in self._counts:
            view = self._tabs.view(pane_id)
            self._counts[pane_id] = view.count_of(self._words, self._study, self._context)
        return self._counts[pane_id]

    def uncounted(self) -> str | None:
        """Return a tab that is still to be counted, None where all are known."""
        if self._study is None or not self._words:
            return None
        return next((pane_id for pane_id in self._tabs.ids if pane_id not in self._counts), None)

    def counts(self) -> dict[str, int]:
        """Return what is counted so far, by the tab's id."""
        return dict(self._counts)
