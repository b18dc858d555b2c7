"""The Sites tab: a map beside or above the list, and a box that narrows both."""

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop_app.languages import N_, _
from desktop_app.presentation.pane import Pane
from desktop_app.presentation.section import Section
from desktop_app.presentation.site_list import ListedSite, in_list_order, matching_sites
from desktop_app.presentation.site_map import map_sites, site_map_figure
from desktop_app.presentation.sites import filtered_sites_sections
from desktop_app.study.contacts_locations import Location
from desktop_app.study.study import Study
from desktop_app.ui.clear_buttons import offer_clearing
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.panes.filter_box import FilterBox
from desktop_app.ui.panes.pane_view import PaneView
from desktop_app.ui.panes.reading_aids import ReadingAids
from desktop_app.ui.panes.site_map_panel import SiteMapPanel, is_room_beside
from desktop_app.ui.panes.site_rows import SiteRows

_PAUSE = 120
"""Milliseconds without a key after which a long list is narrowed."""
_HIDE, _SHOW = N_("Hide &map"), N_("Show &map")


class SitesPane(PaneView):
    """All locations, or those that hold the words in the box; on a map those with coordinates."""

    def __init__(self, pane: Pane, parent: QWidget | None = None) -> None:
        super().__init__(pane, parent)
        self.filter_box = FilterBox()
        self.filter_box.setPlaceholderText(_("Filter sites: country, city, facility, status"))
        self.filter_box.setAccessibleName(_("Filter sites by country, city, facility or status"))
        offer_clearing(self.filter_box)
        self.map_button = QPushButton(_(_HIDE))
        self.map_button.setFlat(True)
        self.panel = SiteMapPanel()
        self.wants_map = True
        self._rows = SiteRows(self.view)
        self._is_telling = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self.add_tools(self.filter_box, self.map_button)
        self._keep_button_at_left()
        self._lay_out()
        self._wire()
        self.panel.hide()

    def show_study(self, study: Study) -> None:
        """Show all sites of a study; one site needs no filter."""
        self.filter_box.blockSignals(True)
        self.filter_box.clear()
        self.filter_box.blockSignals(False)
        self._timer.stop()
        self._study = study
        every = matching_sites(self._locations(), "")
        sites = map_sites(every)
        self.panel.site_map.show_sites(sites)
        self._follow_list(every)
        self.filter_box.setVisible(len(every) > 1)
        self.map_button.setVisible(bool(sites.placed))
        self.show_tools(len(every) > 1 or bool(sites.placed))
        self._show_map()
        super().show_study(study)

    def sections(self, study: Study) -> tuple[Section, ...]:
        """Return the sites that the words in the box leave; the map is a picture of its own, unless
        it is wanted in words."""
        words, is_picture = self.filter_box.text(), not self._aids.has_figures_in_words
        return filtered_sites_sections(study, words, self._context, is_map_beside=is_picture)

    def use_aids(self, aids: ReadingAids) -> None:
        """Help to read as somebody wants it."""
        super().use_aids(aids)
        self.show_again()

    def put_tools_before_text(self) -> None:
        """Let Tab visit the map, the box and its button, then the text."""
        order = (self.panel.site_map, self.filter_box, self.map_button, self.view)
        for one, other in pairwise(order):
            self.setTabOrder(one, other)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the map its share."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _locations(self) -> tuple[Location, ...]:
        if self._study is None:
            return ()
        return self._study.protocol_section.contacts_locations_module.locations

    def _follow_list(self, shown: tuple[ListedSite, ...]) -> None:
        """Walk over the map in the order of the list."""
        self._rows.use_sites(shown)
        self.panel.site_map.walk_in(tuple(site.number for site in in_list_order(shown)))

    @Slot()
    def _narrow(self) -> None:
        shown = matching_sites(self._locations(), self.filter_box.text())
        self.panel.site_map.narrow_to(map_sites(shown))
        self._follow_list(shown)
        self.show_again()

    @Slot(int)
    def _show_row(self, number: int) -> None:
        self._is_telling = True
        self._rows.go_to(number)
        self._is_telling = False

    @Slot(int)
    def _read_row(self, number: int) -> None:
        self._show_row(number)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_dot(self) -> None:
        """Mark the site of the row in which somebody put the cursor."""
        # The cursor moves as well when another text is shown.
        if self.view.hasFocus() and not self._is_telling:
            self.panel.site_map.select_site(self._rows.number_at(self.view.textCursor().position()))

    @Slot()
    def _change_map(self) -> None:
        self.wants_map = not self.wants_map
        self._show_map()

    def _show_map(self) -> None:
        self.map_button.setText(_(_HIDE if self.wants_map else _SHOW))
        is_shown = self.wants_map and not self.map_button.isHidden()
        self.panel.setVisible(is_shown)
        self._fit()

    @Slot(QMenu)
    def _fill_menu(self, menu: QMenu) -> None:
        figure = site_map_figure(self._study) if self._study is not None else None
        if figure is not None:
            menu.addAction(_("Copy &Picture"), lambda: self.view.copy_wanted.emit(figure))
            menu.addAction(_("&Save Picture…"), lambda: self.view.save_wanted.emit(figure))

    def _fit(self) -> None:
        beside = is_room_beside(self.width(), self.height(), TypeScale(self.font()))
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self.panel.fit(self.width(), self.height())
        # At once, so that the list is not drawn for a width that it is about to lose.
        self._column.activate()

    def _keep_button_at_left(self) -> None:
        """Let the box take the row; the button stands at its beginning where there is no box."""
        row = self.tools.layout() if self.tools is not None else None
        if isinstance(row, QBoxLayout):
            row.setStretch(0, 1)
            row.addStretch(0)

    def _lay_out(self) -> None:
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        for widget in (self.tools, self.view):
            if widget is not None:
                self._column.removeWidget(widget)
                self._list.addWidget(widget)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._box.setSpacing(0)
        self._box.addWidget(self.panel, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addLayout(self._list, 1)
        self._column.addLayout(self._box)

    def _wire(self) -> None:
        self._timer.timeout.connect(self._narrow)
        self.filter_box.textChanged.connect(self._timer.start)
        self.filter_box.left.connect(self.view.setFocus)
        self.map_button.clicked.connect(self._change_map)
        self.view.cursorPositionChanged.connect(self._show_dot)
        site_map = self.panel.site_map
        site_map.site_chosen.connect(self._show_row)
        site_map.row_wanted.connect(self._read_row)
        site_map.menu_wanted.connect(self._fill_menu)
