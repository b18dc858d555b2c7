"""Search box, list and library together: what is typed is looked up off the GUI thread."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop_app.errors import DesktopAppError
from desktop_app.languages import N_, _
from desktop_app.store.library import Library
from desktop_app.store.search import SearchOrder
from desktop_app.ui.announcements import Announcer
from desktop_app.ui.exporting.chosen import SelectedRows
from desktop_app.ui.keys.key_words import key_words
from desktop_app.ui.library.filters.chosen_filters import Filters
from desktop_app.ui.library.filters.query_text import split_text
from desktop_app.ui.library.library_list import LibraryList, heading_words
from desktop_app.ui.library.library_queries import (
    Count,
    Page,
    Place,
    Query,
    count_studies,
    find_place,
    read_page,
)
from desktop_app.ui.library.scopes import WHOLE, Scope, ScopeKind
from desktop_app.ui.library.search_box import SearchBox
from desktop_app.ui.models.studies_model import StudiesModel
from desktop_app.ui.tasks import Progress, Task, TaskRunner

T = TypeVar("T")
_EMPTY_LIBRARY = N_(
    """The library is empty.

Drop record files or folders on the window, open them with {open_key}, or paste a record \
with {paste_key}."""
)
_NO_MATCH = N_(
    """No study in the library matches “{words}”.

All words must be found in a study. Of the last word the beginning is enough."""
)

_NOTHING_FITS = N_(
    """No study fits all that is asked for.

Take back a filter above, or list all studies again in the sidebar."""
)


class LibraryBrowser(QObject):
    """Keeps the list in step with the search box; the newest key wins.

    ``reader`` is a connection of its own, so that a search never waits for an import.
    ``total_counted`` tells how many studies the whole library holds, ``query_changed`` what is
    listed from now on.
    """

    study_selected = Signal(str)
    study_activated = Signal(str)
    total_counted = Signal(int)
    query_changed = Signal(object)
    failed = Signal(object)

    def __init__(self, reader: Library, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._runner = runner
        self._query = Query()
        self._marked, self._marked_row = "", -1
        self.total: int | None = None
        self._running: list[Task] = []
        self.studies = StudiesModel(self)
        self.list = LibraryList(self.studies)
        self.box = SearchBox()
        self._announcer = Announcer(self.box)
        self.studies.page_wanted.connect(self._read_page)
        self.box.textChanged.connect(self.search)
        self.box.list_wanted.connect(self.list.take_focus)
        self.box.left.connect(self.list.take_focus)
        self.list.study_selected.connect(self._tell_selection)
        self.list.study_activated.connect(self.study_activated)
        self.list.chips.filters_wanted.connect(self.filter)
        self.list.chips.left.connect(self.list.take_focus)

    @property
    def order(self) -> SearchOrder:
        """Return the order in force."""
        return self._query.order

    def selected(self) -> SelectedRows:
        """Return the studies that are selected in the list."""
        return SelectedRows(self._query, self.list.selected_rows())

    @Slot(str)
    def search(self, words: str) -> None:
        """List what has all the words; everything where there are none."""
        query = self._query
        # A saved search is left by changing it.
        scope = WHOLE if query.scope.kind is ScopeKind.SEARCH else query.scope
        self._look_up(query.changed(words=words.lstrip(), scope=scope))

    @property
    def query(self) -> Query:
        """Return what is listed."""
        return self._query

    @Slot(object)
    def filter(self, filters: Filters) -> None:
        """List what fits the filters, of what has all the words."""
        self._look_up(self._query.changed(filters=filters))

    @Slot(object)
    def show_scope(self, scope: Scope) -> None:
        """List a part of the library, through the same words and filters."""
        self._look_up(self._query.changed(scope=scope))

    def show_text(self, text: str, scope: Scope = WHOLE) -> None:
        """List what the text of a search finds; what of it filters can say, they do."""
        filters, words = split_text(text)
        self.box.blockSignals(True)
        self.box.setText(words)
        self.box.blockSignals(False)
        self._look_up(self._query.changed(words=words.lstrip(), filters=filters, scope=scope))

    @Slot()
    def clear_search(self) -> None:
        """List all studies again."""
        self.show_text("")

    @Slot()
    def order_by_date(self) -> None:
        """List the newest records first."""
        self._look_up(self._query.changed(order=SearchOrder.NEWEST))

    @Slot()
    def order_by_match(self) -> None:
        """List the best matches first."""
        self._look_up(self._query.changed(order=SearchOrder.RELEVANCE))

    @Slot()
    def search_library(self) -> None:
        """Put the keyboard on the search box, its words marked."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    @Slot()
    def show_next_study(self) -> None:
        """Open the next study of the list."""
        self.list.step(1)

    @Slot()
    def show_previous_study(self) -> None:
        """Open the study before in the list."""
        self.list.step(-1)

    def list_at_once(self, library: Library, order: SearchOrder) -> None:
        """List everything on this thread, to be there when the window is first painted.

        It takes the same few milliseconds however much there is; `count` follows. Where there is
        nothing, `refresh` says so: before, the sample may be on its way.
        """
        self._query = Query(order=order)
        try:
            page = read_page(library, self._query, 0, Progress(lambda done, total: None))
        except DesktopAppError as error:
            self._tell_failure(error)
            return
        self._show_page(page)
        self.list.show_empty("")

    def count(self) -> None:
        """Count all studies and those that match, off the GUI thread."""
        self._start(partial(count_studies, self._reader, self._query), self._show_count)

    def refresh(self) -> None:
        """Look up again, after the library has changed."""
        self._look_up(self._query)

    def mark(self, nct_id: str) -> None:
        """Mark the study that is open, now and whenever it comes into the list."""
        self._marked = nct_id
        self._find_marked()

    def _find_marked(self) -> None:
        row = self.studies.row_of(self._marked)
        self._marked_row = row
        self.list.mark(row)
        if row < 0 and self._marked and not self._query.is_search:
            self._start(partial(find_place, self._reader, self._marked), self._show_place)

    @Slot(object)
    def _show_place(self, place: Place) -> None:
        if place.nct_id == self._marked and place.row is not None:
            self._marked_row = place.row
            self.list.mark(place.row)

    def _look_up(self, query: Query) -> None:
        if query != self._query:
            self._query = query
            self.list.chips.show_filters(query.filters)
            self.query_changed.emit(query)
        self._stop_running()
        self._start(partial(read_page, self._reader, query, 0), self._show_page)
        self.count()

    def _start(self, work: Callable[[Progress], T], on_success: Callable[[T], object]) -> None:
        task = self._runner.start(work, on_success=on_success, on_failure=self._tell_failure)
        if not task.is_finished:
            self._running.append(task)
            task.finished.connect(partial(self._forget, task))

    def _forget(self, task: Task) -> None:
        if task in self._running:
            self._running.remove(task)

    def _stop_running(self) -> None:
        for task in self._running:
            task.cancel()
        if self._running:
            self._reader.interrupt()
        self._running.clear()

    @Slot(object)
    def _show_page(self, page: Page) -> None:
        if page.query != self._query:
            return
        if page.offset:
            self.studies.show_page(page.offset, page.summaries)
            self._correct_mark()
            return
        self.list.view.explain(is_explained=page.query.is_explained)
        self.studies.extras.forget_snippets(is_explaining=page.query.is_explained)
        self.studies.show_first(page.summaries, page.has_more)
        self.list.show_heading(heading_words(self.studies.total, page.query.is_search))
        self.list.show_empty("" if page.summaries else self._why_empty(page.query))
        self._find_marked()

    def _correct_mark(self) -> None:
        """Mark the open study in rows that have come, without scrolling to it."""
        row = self.studies.row_of(self._marked)
        if row >= 0 and row != self._marked_row:
            self._marked_row = row
            self.list.mark(row, is_shown=False)

    @Slot(object)
    def _show_count(self, count: Count) -> None:
        self.total = count.total
        self.total_counted.emit(count.total)
        self.box.show_count(count.total)
        if count.query == self._query:
            self.studies.show_total(count.matches)
            if self._marked_row >= 0:
                self.list.mark(self._marked_row)
            heading = heading_words(count.matches, count.query.is_search)
            self.list.show_heading(heading)
            self._announcer.announce_soon(heading if count.query.is_search else "")

    @Slot(int)
    def _read_page(self, offset: int) -> None:
        self._start(partial(read_page, self._reader, self._query, offset), self._show_page)

    @Slot(str)
    def _tell_selection(self, nct_id: str) -> None:
        self._marked, self._marked_row = nct_id, self.studies.row_of(nct_id)
        self.study_selected.emit(nct_id)

    @Slot(object)
    def _tell_failure(self, error: DesktopAppError) -> None:
        self.studies.give_up()
        self.failed.emit(error)

    def _why_empty(self, query: Query) -> str:
        if query.words.strip() and not query.filters:
            return _(_NO_MATCH).format(words=query.words.strip())
        if query.is_search:
            return _(_NOTHING_FITS)
        return _(_EMPTY_LIBRARY).format(
            open_key=key_words("Ctrl+O"), paste_key=key_words("Ctrl+Shift+V")
        )
