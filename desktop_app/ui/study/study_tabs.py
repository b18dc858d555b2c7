"""The views of the tabs of a study."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Signal

from desktop_app.presentation.pane import Pane
from desktop_app.ui.panes.pane_view import PaneView
from desktop_app.ui.panes.pane_views import view_of


class StudyTabs(QObject):
    """Makes the view of a tab when it is first asked for; ``made`` hands it on, once.

    Iterating gives the views that are made already.
    """

    made = Signal(object)

    def __init__(self, panes: Sequence[Pane], parent: QObject) -> None:
        super().__init__(parent)
        self._panes = {pane.id: pane for pane in panes}
        self._views: dict[str, PaneView] = {}

    def __iter__(self) -> Iterator[PaneView]:
        return iter(tuple(self._views.values()))

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all tabs, in their order."""
        return tuple(self._panes)

    def view(self, pane_id: str) -> PaneView:
        """Return the view of a tab."""
        if pane_id not in self._views:
            self._views[pane_id] = view_of(self._panes[pane_id])
            self.made.emit(self._views[pane_id])
        return self._views[pane_id]
