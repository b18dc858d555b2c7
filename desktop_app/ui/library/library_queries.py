"""What the list asks of the library, off the GUI thread; knows nothing of windows."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from traceback import clear_frames
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.store.failures import SearchInterrupted
from desktop_app.store.library import Library
from desktop_app.store.search import Order, SearchOrder
from desktop_app.study.summary import StudySummary
from desktop_app.ui.library.filters.chosen_filters import NO_FILTERS, Filters
from desktop_app.ui.library.scopes import WHOLE, Scope, ScopeKind
from desktop_app.ui.models.studies_model import PAGE_ROWS
from desktop_app.ui.tasks import Cancelled, Progress

if TYPE_CHECKING:
    from desktop_app.store.finding.counting import FacetCounts
    from desktop_app.store.finding.found import Found

_MOST_SECONDS = 0.1
"""What a person waits for the first rows where texts have to be looked at."""


class Query(NamedTuple):
    """What the list is to show: of a part of the library, what filters and words leave."""

    words: str = ""
    order: Order = SearchOrder.NEWEST
    scope: Scope = WHOLE
    filters: Filters = NO_FILTERS

    @property
    def text(self) -> str:
        """Return all of it as the text of a search; empty for all studies."""
        if not self.words.strip() and not self.filters and self.scope == WHOLE:
            return ""
        # Loaded here, for the window is painted with all studies.
        from desktop_app.ui.library.filters.query_text import query_text

        return query_text(self.scope, self.filters, self.words)

    @property
    def is_search(self) -> bool:
        """Whether anything narrows the list."""
        return bool(self.text.strip())

    @property
    def is_explained(self) -> bool:
        """Whether there are words of which it can be said where they were found."""
        return bool(self.words.strip())

    @property
    def is_of_own(self) -> bool:
        """Whether it depends on what belongs to the person, as far as can be told."""
        return self.scope.kind is not ScopeKind.ALL or ":" in self.words

    @property
    def is_as_stored(self) -> bool:
        """Whether all studies are listed in the order in which they are stored."""
        is_usual = not self.is_search and self.order is SearchOrder.NEWEST
        return is_usual and not self.is_trash

    @property
    def is_trash(self) -> bool:
        """Whether what is in the trash is listed, which nothing else finds."""
        return self.scope.kind is ScopeKind.TRASH

    def changed(self, **parts: object) -> "Query":
        """Return the query with some parts replaced."""
        return self._replace(**parts)  # type: ignore[arg-type]


class Page(NamedTuple):
    """Rows from ``offset`` on; ``oddities`` say what of a query was not understood.

    Where it is not ``is_exact``, some rows between these come with the whole result only.
    """

    query: Query
    offset: int
    summaries: tuple[StudySummary, ...]
    has_more: bool
    oddities: tuple[str, ...] = ()
    is_exact: bool = True


class Whole(NamedTuple):
    """How many studies match, of how many, and which; ``counts`` of the filters come last.

    There are at least so many where ``is_complete`` is false. ``found`` is None for all studies in
    the order in which they are stored.
    """

    query: Query
    matches: int
    total: int
    is_complete: bool
    found: "Found | None"
    counts: "FacetCounts | None" = None


class Place(NamedTuple):
    """Where a study stands in the list; None where it is not in it."""

    query: Query
    nct_id: str
    row: int | None


def read_first(library: Library, query: Query, progress: Progress) -> Page:
    """Return the first rows; raises ``Cancelled`` where a newer query has come."""
    with giving_way():
        progress(0)
        if query.is_trash:
            rows = rows_of(library, query, None, range(PAGE_ROWS + 1))
            return Page(query, 0, rows[:PAGE_ROWS], len(rows) > PAGE_ROWS)
        found = library.search(
            query.text, order=query.order, limit=PAGE_ROWS, seconds=_MOST_SECONDS
        )
        oddities = tuple(oddity.sentence for oddity in found.oddities)
        return Page(query, 0, found.summaries, found.has_more, oddities, found.is_exact)


def read_page(
    library: Library, query: Query, found: "Found | None", offset: int, progress: Progress
) -> Page:
    """Return the rows from a number on, of what was found; raises as ``read_first``."""
    with giving_way():
        progress(0)
        rows = rows_of(library, query, found, range(offset, offset + PAGE_ROWS))
        return Page(query, offset, rows, has_more=len(rows) == PAGE_ROWS)


def rows_of(
    library: Library, query: Query, found: "Found | None", rows: range
) -> tuple[StudySummary, ...]:
    """Return some rows of what is listed."""
    offset, limit = rows.start, len(rows)
    if query.is_trash:
        return tuple(study.summary for study in library.trashed(offset=offset, limit=limit))
    if found is not None:
        return library.found_page(found, offset, limit)
    return library.search(query.text, order=query.order, offset=offset, limit=limit).summaries


def find_place(
    library: Library, query: Query, found: "Found | None", nct_id: str, progress: Progress
) -> Place:
    """Return where a study stands; raises as ``read_first``."""
    with giving_way():
        progress(0)
        if found is None:
            return Place(query, nct_id, library.position(nct_id))
        return Place(query, nct_id, library.found_place(found, nct_id))


def find_whole(
    library: Library, query: Query, tell: Callable[[Whole], object], progress: Progress
) -> None:
    """Tell what a query finds, each time more of it; raises as ``read_first``."""
    with giving_way():
        progress(0)
        total = library.count()
        if query.is_trash:
            count = library.count_trashed()
            tell(Whole(query, count, total, is_complete=True, found=None))
            return
        if query.is_as_stored:
            tell(Whole(query, total, total, is_complete=True, found=None))
        give_way = _Giving(progress)
        # Closed on this thread, whatever ends it: until then, it is asked whether to go on.
        with closing(library.find(query.text, order=query.order, give_way=give_way)) as every:
            for found in every:
                give_way()
                kept = None if query.is_as_stored else found
                tell(Whole(query, found.total, total, found.is_complete, kept, found.counts))


class _Giving:
    """Raises where a task was cancelled, and reports nothing."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def __call__(self) -> None:
        if self._progress.is_cancelled:
            raise Cancelled


@contextmanager
def giving_way() -> Iterator[None]:
    """Raise ``Cancelled`` where a newer query has interrupted what is done within.

    What was being read is let go, or the interrupt would last until nobody keeps the error.
    """
    try:
        yield
    except (SearchInterrupted, Cancelled) as error:
        clear_frames(error.__traceback__)
        raise Cancelled from error
