"""Searches the library with the queries that people write: see `desktop_app.store.queries`."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from desktop_app.store.failures import store_failures
from desktop_app.store.finding.finder import Finder
from desktop_app.store.finding.texts import StudyTexts
from desktop_app.store.row_summaries import read_rows, row_of
from desktop_app.store.search import Order, SearchOrder, SearchResult, every_study
from desktop_app.store.summaries import count_studies, position_of, read_summaries
from desktop_app.study.nct_numbers import parse_nct_number

if TYPE_CHECKING:
    from desktop_app.store.finding.explaining import Explainer, Explanation
    from desktop_app.store.finding.found import Found
    from desktop_app.store.queries.completing import Completion
    from desktop_app.store.words import WordForms
    from desktop_app.study.summary import StudySummary


class Searching:
    """Runs queries through one connection to the library of a path; one thread at a time.

    All methods raise StoreError where the disk or the file fails, and SearchInterrupted where the
    connection was interrupted.
    """

    def __init__(
        self, path: Path, connection: apsw.Connection, forms: WordForms, texts: StudyTexts
    ) -> None:
        self._path = path
        self._connection = connection
        self._forms = forms
        self._texts = texts

    def first(
        self, query: str, order: Order, offset: int, limit: int, seconds: float | None
    ) -> SearchResult:
        """Return some of what a query finds, as `Library.search` tells it."""
        with store_failures(self._path):
            asked = self._finder.resolve(query)
            if not asked.root.parts and order is SearchOrder.NEWEST:
                return every_study(self._connection, offset, limit, asked.oddities)
            first = self._finder.first(asked, query, order, offset, limit, seconds)
            found = read_rows(self._connection, first.rows)
            return SearchResult(found, first.has_more, asked.oddities, first.is_exact)

    def all(self, query: str, order: Order, give_way: Callable[[], None]) -> Generator[Found]:
        """Yield the whole of what a query finds, as `Library.find` tells it."""
        with store_failures(self._path):
            asked = self._finder.resolve(query)
            yield from self._finder.find(asked, query, order, give_way)

    def page(self, found: Found, offset: int, limit: int) -> tuple[StudySummary, ...]:
        """Return some rows of what was found; those that are gone meanwhile are left out."""
        with store_failures(self._path):
            if found.all_studies is not None:
                return read_summaries(self._connection, offset, limit)
            return read_rows(self._connection, found.rows[offset : offset + limit])

    def place(self, found: Found, nct_id: str) -> int | None:
        """Return where a study stands in what was found, None where it was not."""
        number = parse_nct_number(nct_id)
        with store_failures(self._path):
            if number is not None and found.all_studies is not None:
                return position_of(self._connection, number)
            row = None if number is None else row_of(self._connection, number)
            return None if row is None else found.place_of(row)

    def count(self, query: str) -> int:
        """Return how many studies a query finds."""
        with store_failures(self._path):
            asked = self._finder.resolve(query)
            if not asked.root.parts:
                return count_studies(self._connection)
            return self._finder.count(asked)

    def explain(self, nct_ids: Iterable[str], query: str) -> dict[str, Explanation]:
        """Return why some studies are found by a query, as `Library.explain` tells it."""
        from desktop_app.store.finding.explaining import Explainer

        with store_failures(self._path):
            root = self._finder.resolve(query).root
            explainer = Explainer(self._connection, self._texts, self._forms, root)
            made = {nct_id: self._explained(explainer, nct_id) for nct_id in nct_ids}
            return {nct_id: one for nct_id, one in made.items() if one is not None}

    def completions(self, query: str, cursor: int) -> tuple[Completion, ...]:
        """Return what a query that is being typed can go on with where the cursor is."""
        from desktop_app.store.finding.known_values import known_values
        from desktop_app.store.queries.completing import completions

        with store_failures(self._path):
            known = known_values(self._connection, self._finder.countries)
            return completions(query, cursor, known)

    def find_identifier(self, text: str) -> tuple[str, ...]:
        """Return the studies whose number, in any registry, stands in a text, in its order."""
        from desktop_app.store.finding.identifiers import find_identifier

        with store_failures(self._path):
            return find_identifier(self._connection, self._forms, self._texts, text)

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self._connection, self._forms, self._texts, date.today)

    def _explained(self, explainer: Explainer, nct_id: str) -> Explanation | None:
        number = parse_nct_number(nct_id)
        row = None if number is None else row_of(self._connection, number)
        return None if row is None else explainer.explain(row)
