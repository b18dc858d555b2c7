"""Search box, list and library together: what is typed is looked up off the GUI thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop_app.errors import DesktopAppError
from desktop_app.store.library import Library
from desktop_app.store.search import Order
from desktop_app.ui.announcements import Announcer
from desktop_app.ui.library.filters.chosen_filters import Filters
from desktop_app.ui.library.kept_selection import KeptSelection
from desktop_app.ui.library.library_list import LibraryList
from desktop_app.ui.library.library_lookup import LibraryLookup
from desktop_app.ui.library.library_queries import Page, Place, Query, Whole, read_first
from desktop_app.ui.library.list_sentences import heading_words, why_empty
from desktop_app.ui.library.scopes import WHOLE, WHOLE_OF_THEIR_OWN, Scope
from desktop_app.ui.library.search_box import SearchBox
from desktop_app.ui.models.studies_model import StudiesModel
from desktop_app.ui.tasks import Progress, TaskRunner

if TYPE_CHECKING:
    from desktop_app.ui.exporting.chosen import SelectedRows

T = TypeVar("T")


class LibraryBrowser(QObject):
    """Keeps the list in step with the search box; the newest key wins.

    ``reader`` is a connection of its own, so that a search never waits for an import.
    ``total_counted`` tells how many studies the whole library holds, ``query_changed`` what is
    listed from now on, ``whole_found`` how much of it there is, and ``rows_shown`` that rows came.
    """

    study_selected = Signal(str)
    study_activated = Signal(str)
    total_counted = Signal(int)
    query_changed = Signal(object)
    whole_found = Signal(object)
    rows_shown = Signal(object)
    failed = Signal(object)

    def __init__(self, reader: Library, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lookup = LibraryLookup(reader, runner, self)
        self._marked, self._marked_row = "", -1
        self.whole: Whole | None = None
        self._shown: Query | None = None
        self._is_exact, self._is_behind = True, False
        self._follows_mark = True
        self.studies = StudiesModel(self)
        self.list = LibraryList(self.studies)
        # Another list may be seen in the place of this one.
        self.stepping: Callable[[int], None] = self.list.step
        self._kept = KeptSelection(self.list)
        self.box = SearchBox()
        self._announcer = Announcer(self.box)
        self._wire_lookup()
        self.box.textChanged.connect(self.search)
        self.box.list_wanted.connect(self._go_to_list)
        self.box.left.connect(self.list.take_focus)
        self.list.study_selected.connect(self._tell_selection)
        self.list.study_activated.connect(self._tell_activation)
        self.list.view.left.connect(self._leave_search)
        self.list.chips.filters_wanted.connect(self.filter)
        self.list.chips.left.connect(self.list.take_focus)

    @property
    def query(self) -> Query:
        """Return what is listed."""
        return self._lookup.query

    def selected(self) -> "SelectedRows":
        """Return the studies that are selected in the list."""
        # Loaded here, for the window is painted before any command asks.
        from desktop_app.ui.exporting.chosen import SelectedRows

        return SelectedRows(self.query, self.list.selected_rows())

    @Slot(str)
    def search(self, words: str) -> None:
        """List what has all the words; everything where there are none."""
        self._look_up(self.query.changed(words=words.lstrip(), scope=self._scope_to_keep()))

    @Slot(object)
    def filter(self, filters: Filters) -> None:
        """List what fits the filters, of what has all the words."""
        self._look_up(self.query.changed(filters=filters, scope=self._scope_to_keep()))

    @Slot(object)
    def show_scope(self, scope: Scope) -> None:
        """List a part of the library, through the same words and filters."""
        self._look_up(self.query.changed(scope=scope))

    @Slot(object)
    def sort(self, order: Order) -> None:
        """List in another order."""
        self._look_up(self.query.changed(order=order))

    def show_text(self, text: str, scope: Scope = WHOLE) -> None:
        """List what the text of a search finds; what of it filters can say, they do."""
        # Loaded here, for the first painting has no filters.
        from desktop_app.ui.library.filters.query_text import split_text

        filters, words = split_text(text)
        self.box.blockSignals(True)
        self.box.setText(words)
        self.box.blockSignals(False)
        self._look_up(self.query.changed(words=words.lstrip(), filters=filters, scope=scope))

    @Slot()
    def clear_search(self) -> None:
        """List all studies again."""
        self.show_text("")

    @Slot()
    def _leave_search(self) -> None:
        """List all studies again where something narrows the list; the open one stays marked."""
        if self.query.is_search or self.query.is_trash:
            self.clear_search()

    @Slot()
    def search_library(self) -> None:
        """Put the keyboard on the search box, its words marked."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    @Slot()
    def _go_to_list(self) -> None:
        """Put the keyboard on what was found; where nothing was, the words can be mended."""
        if not self.list.is_empty:
            self.list.take_focus()

    @Slot()
    def show_next_study(self) -> None:
        """Open the next study of the list."""
        self.stepping(1)

    @Slot()
    def show_previous_study(self) -> None:
        """Open the study before in the list."""
        self.stepping(-1)

    def list_at_once(self, library: Library, order: Order) -> None:
        """List everything on this thread, to be there when the window is first painted.

        It takes the same few milliseconds however much there is; `count` follows. Where there is
        nothing, `refresh` says so: before, the sample may be on its way.
        """
        self._lookup.begin(Query(order=order))
        try:
            page = read_first(library, self.query, Progress(lambda done, total: None))
        except DesktopAppError as error:
            self._tell_failure(error)
            return
        self._show_first(page)
        self.list.show_empty("")

    def count(self) -> None:
        """Count all studies and those that match, off the GUI thread."""
        self._lookup.find()

    def refresh(self) -> None:
        """Look up again, after the library has changed; whoever reads on is left where they are."""
        self._follows_mark = self._shown is None
        self._look_up(self.query)

    @Slot()
    def follow(self) -> None:
        """Look up again what others add to, once what is looked up now is found to its end.

        Else nothing would ever be counted while studies come faster than they are counted.
        """
        self._is_behind = self._lookup.is_finding
        if not self._is_behind:
            self.refresh()

    @Slot()
    def _catch_up(self) -> None:
        if self._is_behind:
            self._is_behind = False
            self.refresh()

    def mark(self, nct_id: str) -> None:
        """Mark the study that is open, now and whenever it comes into the list."""
        if nct_id != self._marked:
            # It was opened from elsewhere, and is the one that is selected from now on.
            self._kept.forget()
        self._marked, self._follows_mark = nct_id, True
        self._find_marked()

    def glance(
        self, work: Callable[[Library, Progress], T], on_success: Callable[[T], object]
    ) -> None:
        """Read something beside the list, off the GUI thread.

        Nothing comes of it once another query was asked; ``rows_shown`` follows soon.
        """
        self._lookup.glance(work, on_success)

    def close(self) -> None:
        """Give up what is being looked up."""
        self._lookup.close()

    def _scope_to_keep(self) -> Scope:
        """Return the part that is searched; a saved search is left by changing it."""
        return WHOLE if self.query.scope.kind in WHOLE_OF_THEIR_OWN else self.query.scope

    def _wire_lookup(self) -> None:
        self.studies.page_wanted.connect(self._lookup.read_page)
        self._lookup.first_read.connect(self._show_first)
        self._lookup.page_read.connect(self._show_page)
        self._lookup.whole_found.connect(self._show_whole)
        self._lookup.place_found.connect(self._show_place)
        self._lookup.ended.connect(self._catch_up)
        self._lookup.failed.connect(self._tell_failure)

    def _find_marked(self) -> None:
        row = self.studies.row_of(self._marked)
        self._marked_row = row
        self.list.mark(row, is_shown=self._follows_mark)
        if row < 0 and self._marked and self.query.is_as_stored:
            self._lookup.find_place(self._marked)

    @Slot(object)
    def _show_place(self, place: Place) -> None:
        if place.nct_id == self._marked and place.row is not None:
            self._marked_row = place.row
            self.list.mark(place.row, is_shown=self._follows_mark)
            self._kept.take_all()

    def _look_up(self, query: Query) -> None:
        is_other = query != self.query
        if is_other:
            self._lookup.begin(query)
            self.list.chips.show_filters(query.filters)
            self.query_changed.emit(query)
        self._lookup.ask(query)

    @Slot(object)
    def _show_first(self, page: Page) -> None:
        is_explained, is_same = page.query.is_explained, page.query == self._shown
        self.list.view.explain(is_explained=is_explained)
        self.studies.extras.forget_snippets(is_explaining=is_explained, is_same=is_same)
        (self._kept.note if is_same else self._kept.forget)()
        self._show_rows(page, is_same_list=is_same)
        if self._shown not in (None, page.query):
            # What was asked for begins at the top, wherever the open study is.
            self._follows_mark = False
            self.list.scroll_to_top()
        self._shown = page.query
        self.list.show_heading(heading_words(self.studies.total, page.query.is_search))
        self.list.show_notice("\n".join(page.oddities))
        self._is_exact = page.is_exact
        may_come = page.summaries or page.has_more
        self.list.show_empty("" if may_come else why_empty(page.query))
        self._find_marked()
        for offset in self._kept.restore():
            self._lookup.read_page(offset)
        self.rows_shown.emit(page)

    def _show_rows(self, page: Page, *, is_same_list: bool) -> None:
        """Show the first rows, and leave alone what nobody sees to be another."""
        first = len(page.summaries)
        # What is selected further down may have moved; the open study is looked for anyway.
        is_near = all(
            part.stop <= first or (len(part) == 1 and part.start == self._marked_row)
            for part in self.list.selected_rows()
        )
        if is_same_list and is_near and self.studies.keep_first(page.summaries, page.has_more):
            return
        self.studies.show_first(page.summaries, page.has_more, is_same_list=is_same_list)

    @Slot(object)
    def _show_page(self, page: Page) -> None:
        # It may come a second time, with others in its rows: one was added in between.
        self._kept.note()
        self.studies.show_page(page.offset, page.summaries)
        self._correct_mark()
        self._kept.take_page()
        self.rows_shown.emit(page)

    def _correct_mark(self) -> None:
        """Mark the open study in rows that have come, without scrolling to it."""
        row = self.studies.row_of(self._marked)
        if row >= 0 and row != self._marked_row:
            self._marked_row = row
            self.list.mark(row, is_shown=False)

    @Slot(object)
    def _show_whole(self, whole: Whole) -> None:
        self.whole = whole
        self.total_counted.emit(whole.total)
        self.box.show_count(whole.total)
        self.studies.show_total(whole.matches)
        if whole.is_complete and not self._is_exact:
            self._is_exact = True
            self._lookup.read_page(0)
            self.list.show_empty("" if whole.matches else why_empty(whole.query))
        if self._marked_row >= 0:
            self.list.mark(self._marked_row, is_shown=self._follows_mark and not whole.counts)
        self._kept.take_all()
        is_search = whole.query.is_search
        heading = heading_words(whole.matches, is_search, is_complete=whole.is_complete)
        self.list.show_heading(heading)
        self._announcer.announce_soon(heading if is_search else "")
        self.whole_found.emit(whole)

        if whole.counts is not None and whole.query.is_explained:
            # The first rows came at once; of a word that is being typed, they need not be all.
            self._lookup.read_page(0)
        if whole.counts is not None and self._marked_row < 0 and self._marked and whole.found:
            self._lookup.find_place(self._marked)

    @Slot(str)
    def _tell_selection(self, nct_id: str) -> None:
        if self.query.is_trash:
            # What is thrown away is brought back before it is read.
            return
        self._marked, self._marked_row = nct_id, self.studies.row_of(nct_id)
        self.study_selected.emit(nct_id)

    @Slot(str)
    def _tell_activation(self, nct_id: str) -> None:
        if not self.query.is_trash:
            self.study_activated.emit(nct_id)

    @Slot(object)
    def _tell_failure(self, error: DesktopAppError) -> None:
        self.studies.give_up()
        self.failed.emit(error)
