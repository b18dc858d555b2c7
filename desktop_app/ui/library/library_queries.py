"""What the list asks of the library, off the GUI thread; knows nothing of windows."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property

from desktop_app.store.failures import SearchInterrupted
from desktop_app.store.library import Library
from desktop_app.store.search import SearchOrder
from desktop_app.study.summary import StudySummary
from desktop_app.ui.library.filters.chosen_filters import NO_FILTERS, Filters
from desktop_app.ui.library.filters.query_text import query_text
from desktop_app.ui.library.scopes import WHOLE, Scope
from desktop_app.ui.models.studies_model import PAGE_ROWS
from desktop_app.ui.tasks import Cancelled, Progress


@dataclass(frozen=True)
class Query:
    """What the list is to show: of a part of the library, what filters and words leave."""

    words: str = ""
    order: SearchOrder = SearchOrder.NEWEST
    scope: Scope = WHOLE
    filters: Filters = NO_FILTERS

    @cached_property
    def text(self) -> str:
        """Return all of it as the text of a search; empty for all studies."""
        return query_text(self.scope, self.filters, self.words)

    @property
    def is_search(self) -> bool:
        """Whether anything narrows the list."""
        return bool(self.text.strip())

    @property
    def is_explained(self) -> bool:
        """Whether there are words of which it can be said where they were found."""
        return bool(self.words.strip())

    def changed(self, **parts: object) -> "Query":
        """Return the query with some parts replaced."""
        return replace(self, **parts)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Page:
    """Rows from ``offset`` on."""

    query: Query
    offset: int
    summaries: tuple[StudySummary, ...]
    has_more: bool


@dataclass(frozen=True, slots=True)
class Count:
    """How many studies match, of how many."""

    query: Query
    matches: int
    total: int


def read_page(library: Library, query: Query, offset: int, progress: Progress) -> Page:
    """Return the rows from a number on; raises ``Cancelled`` where a newer query has come."""
    with _giving_way():
        progress(0)
        found = library.search(query.text, order=query.order, offset=offset, limit=PAGE_ROWS)
        return Page(query, offset, found.summaries, found.has_more)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a study stands in the list of all; None where it is not in it."""

    nct_id: str
    row: int | None


def find_place(library: Library, nct_id: str, progress: Progress) -> Place:
    """Return where a study stands; raises ``Cancelled`` as ``read_page`` does."""
    with _giving_way():
        progress(0)
        return Place(nct_id, library.position(nct_id))


def count_studies(library: Library, query: Query, progress: Progress) -> Count:
    """Count the matches and the library; raises ``Cancelled`` as ``read_page`` does."""
    with _giving_way():
        progress(0)
        total = library.count()
        progress(0)
        return Count(query, library.count_matches(query.text) if query.is_search else total, total)


@contextmanager
def _giving_way() -> Iterator[None]:
    try:
        yield
    except SearchInterrupted as error:
        raise Cancelled from error
