"""Keeps the sidebar in step with the list: what is chosen in one is shown in the other."""

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from desktop_app.ui.library.filters.facet_lines import Counts, with_zeros
from desktop_app.ui.library.library_browser import LibraryBrowser
from desktop_app.ui.library.library_queries import Query, Whole
from desktop_app.ui.library.scopes import WHOLE, WHOLE_OF_THEIR_OWN, Scope, ScopeKind
from desktop_app.ui.library.sidebar.place_reading import read_places
from desktop_app.ui.library.sidebar.places import Place, Places
from desktop_app.ui.library.sidebar.sidebar import Sidebar

_PATIENCE = 500
"""Milliseconds for which the counts of an earlier search are shown; most are there before."""


class SidebarDesk(QObject):
    """Makes the sidebar of a list."""

    def __init__(self, browser: LibraryBrowser, parent: QObject) -> None:
        super().__init__(parent)
        self._browser = browser
        self.sidebar = Sidebar()
        self.places = Places((Place(WHOLE),))
        self.sidebar.scope_wanted.connect(self._choose)
        self.sidebar.filters_wanted.connect(browser.filter)
        self.sidebar.tree.left.connect(browser.list.take_focus)
        browser.query_changed.connect(self._follow)
        browser.whole_found.connect(self._show_whole)
        self._known: Counts = {}
        self._total = -1
        self._wants_places = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self.sidebar.await_counts)
        if browser.whole is not None:
            self._show_whole(browser.whole)
        self.sidebar.show_places(self.places)
        self.read_places()

    def take_focus(self) -> None:
        """Put the keyboard on the sidebar."""
        self.sidebar.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def read_places(self) -> None:
        """Read the parts of the library again; a query that comes between has them read later."""
        self._wants_places = True
        self._browser.glance(read_places, self._show_places)

    @Slot(object)
    def _show_places(self, places: Places) -> None:
        self._wants_places = False
        self.places = places
        self.sidebar.show_places(places)
        listed = self._browser.query.scope
        for place in (*places.tags, *places.collections):
            if place.scope.is_same(listed) and place.scope != listed:
                # What is listed has another name by now, and is found by its name.
                self._browser.show_scope(place.scope)

    @Slot(object)
    def _choose(self, scope: Scope) -> None:
        now = self._browser.query.scope.kind
        if scope.kind is ScopeKind.REGISTRY:
            # The library has no part in that: it is the registry that is asked.
            return
        if scope.kind is ScopeKind.SEARCH:
            for place in self.places.searches:
                if place.scope.is_same(scope):
                    self._browser.show_text(place.query, place.scope)
        elif scope.kind is ScopeKind.TRASH:
            self._browser.show_text("", scope)
        elif scope.kind is ScopeKind.ALL and now in (ScopeKind.ALL, *WHOLE_OF_THEIR_OWN):
            self._browser.clear_search()
        elif now in WHOLE_OF_THEIR_OWN:
            self._browser.show_text("", scope)
        else:
            self._browser.show_scope(scope)

    @Slot(object)
    def _follow(self, query: Query) -> None:
        self._patience.start()
        self.sidebar.show_scope(query.scope)
        self.sidebar.show_filters(query.filters)

    @Slot(object)
    def _show_whole(self, whole: Whole) -> None:
        if self._wants_places or whole.total != self._total:
            self._total = whole.total
            self.read_places()
        if whole.counts is None:
            return
        self._patience.stop()
        if not whole.query.is_search:
            self._known = whole.counts
        self.sidebar.show_counts(with_zeros(whole.counts, self._known), whole.query.filters)
