"""The commands that go from tab to tab of the open study."""

from PySide6.QtCore import QObject, Slot

from desktop_app.presentation.pane import PANES
from desktop_app.ui.study.study_view import StudyView

_IDS = tuple(pane.id for pane in PANES)


class TabCommands(QObject):
    """Shows tabs by their place."""

    def __init__(self, view: StudyView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view

    @Slot()
    def show_tab_1(self) -> None:
        """Show the first tab."""
        self._view.show_pane(_IDS[0])

    @Slot()
    def show_tab_2(self) -> None:
        """Show the second tab."""
        self._view.show_pane(_IDS[1])

    @Slot()
    def show_tab_3(self) -> None:
        """Show the third tab."""
        self._view.show_pane(_IDS[2])

    @Slot()
    def show_tab_4(self) -> None:
        """Show the fourth tab."""
        self._view.show_pane(_IDS[3])

    @Slot()
    def show_tab_5(self) -> None:
        """Show the fifth tab."""
        self._view.show_pane(_IDS[4])

    @Slot()
    def show_tab_6(self) -> None:
        """Show the sixth tab."""
        self._view.show_pane(_IDS[5])

    @Slot()
    def show_tab_7(self) -> None:
        """Show the seventh tab."""
        self._view.show_pane(_IDS[6])

    @Slot()
    def show_tab_8(self) -> None:
        """Show the eighth tab."""
        self._view.show_pane(_IDS[7])

    @Slot()
    def show_tab_9(self) -> None:
        """Show the ninth tab."""
        self._view.show_pane(_IDS[8])

    @Slot()
    def show_next_tab(self) -> None:
        """Show the next tab, after the last the first."""
        self._step(1)

    @Slot()
    def show_previous_tab(self) -> None:
        """Show the tab before, before the first the last."""
        self._step(-1)

    @Slot()
    def show_next_section(self) -> None:
        """Show the next part of a tab that has parts."""
        self._view.current_view().step_part(1)

    @Slot()
    def show_previous_section(self) -> None:
        """Show the part before in a tab that has parts."""
        self._view.current_view().step_part(-1)

    def _step(self, by: int) -> None:
        current = self._view.current_pane_id()
        place = _IDS.index(current) if current in _IDS else 0
        self._view.show_pane(_IDS[(place + by) % len(_IDS)])
