"""Keeps the sidebar in step with the list: what is chosen in one is shown in the other."""

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop_app.ui.library.filters.facet_lines import Counts, with_zeros
from desktop_app.ui.library.library_browser import LibraryBrowser
from desktop_app.ui.library.library_queries import Query, Whole
from desktop_app.ui.library.scopes import WHOLE
from desktop_app.ui.library.sidebar.places import Place, Places
from desktop_app.ui.library.sidebar.sidebar import Sidebar


class SidebarDesk(QObject):
    """Makes the sidebar of a list."""

    studies_dropped = Signal(object, object)

    def __init__(self, browser: LibraryBrowser, parent: QObject) -> None:
        super().__init__(parent)
        self._browser = browser
        self.sidebar = Sidebar()
        self.sidebar.scope_wanted.connect(browser.show_scope)
        self.sidebar.filters_wanted.connect(browser.filter)
        self.sidebar.tree.left.connect(browser.list.take_focus)
        self.sidebar.tree.studies_dropped.connect(self.studies_dropped)
        browser.query_changed.connect(self._follow)
        browser.whole_found.connect(self._show_whole)
        self._known: Counts = {}
        if browser.whole is not None:
            self._show_whole(browser.whole)

    def take_focus(self) -> None:
        """Put the keyboard on the sidebar."""
        self.sidebar.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(object)
    def _follow(self, query: Query) -> None:
        self.sidebar.show_scope(query.scope)
        self.sidebar.show_filters(query.filters)

    @Slot(object)
    def _show_whole(self, whole: Whole) -> None:
        self.sidebar.show_places(Places((Place(WHOLE, whole.total),)))
        if whole.counts is None:
            return
        if not whole.query.is_search:
            self._known = whole.counts
        self.sidebar.show_counts(with_zeros(whole.counts, self._known), whole.query.filters)
