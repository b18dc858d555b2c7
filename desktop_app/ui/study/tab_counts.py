"""The counts on the tabs: what each holds, and what was found in it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Slot

from desktop_app.presentation.pane import Pane
from desktop_app.study.study import Study
from desktop_app.ui.study.pane_tab_bar import PaneTabBar, TabWords


class TabCounts(QObject):
    """Keeps the words on the tabs; what a tab holds is counted once its study is seen."""

    def __init__(self, tabs: PaneTabBar, panes: Sequence[Pane], parent: QObject) -> None:
        super().__init__(parent)
        self._tabs = tabs
        self._panes = tuple(panes)
        self._study: Study | None = None
        self._badges = [""] * len(self._panes)
        self._hits: dict[str, int] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fill)

    def use_study(self, study: Study | None) -> None:
        """Count what another study holds. It can take longer than drawing, and so follows it."""
        self._study = study
        self._badges = [""] * len(self._panes)
        self._show()
        self._timer.start()

    @Slot(object)
    def show_hits(self, hits: dict[str, int]) -> None:
        """Show how often something was found in each tab, by its id."""
        self._hits = hits
        self._show()

    @Slot()
    def _fill(self) -> None:
        if self._study is not None:
            self._badges = [pane.badge(self._study) for pane in self._panes]
            self._show()

    def _show(self) -> None:
        words = [
            TabWords(pane.title, badge, self._hits.get(pane.id, 0))
            for pane, badge in zip(self._panes, self._badges, strict=True)
        ]
        self._tabs.show_words(words)
