"""The Sites tab with a box that narrows the list of sites."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.presentation.pane import Pane
from desktop_app.presentation.section import Section
from desktop_app.presentation.sites import filtered_sites_sections
from desktop_app.study.study import Study
from desktop_app.ui.panes.filter_box import FilterBox
from desktop_app.ui.panes.pane_view import PaneView

_PAUSE = 120
"""Milliseconds without a key after which a long list is narrowed."""


class SitesPane(PaneView):
    """All locations, or those that hold the words in the box."""

    def __init__(self, pane: Pane, parent: QWidget | None = None) -> None:
        super().__init__(pane, parent)
        self.filter_box = FilterBox()
        self.filter_box.setPlaceholderText("Filter sites: country, city, facility, status")
        self.filter_box.setAccessibleName("Filter sites by country, city, facility or status")
        self.filter_box.setClearButtonEnabled(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.show_again)
        self.filter_box.textChanged.connect(self._timer.start)
        self.filter_box.left.connect(self.view.setFocus)
        self.add_tools(self.filter_box)

    def show_study(self, study: Study) -> None:
        """Show all sites of a study; one site needs no filter."""
        self.filter_box.blockSignals(True)
        self.filter_box.clear()
        self.filter_box.blockSignals(False)
        self._timer.stop()
        locations = study.protocol_section.contacts_locations_module.locations
        self.show_tools(len(locations) > 1)
        super().show_study(study)

    def sections(self, study: Study) -> tuple[Section, ...]:
        """Return the sites that the words in the box leave."""
        words = self.filter_box.text()
        return filtered_sites_sections(study, words) if words.strip() else self.pane.sections(study)
