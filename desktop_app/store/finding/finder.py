"""Finds studies through one connection."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

import apsw

from desktop_app.store.finding.common_words import CommonWords
from desktop_app.store.finding.counting import CountsOfAll
from desktop_app.store.finding.countries import Countries
from desktop_app.store.finding.found import Found, find_all
from desktop_app.store.finding.known_phrases import KnownPhrases
from desktop_app.store.finding.looking import Looker
from desktop_app.store.finding.orders import Order, SearchOrder
from desktop_app.store.finding.plans import notes_match, plan_of
from desktop_app.store.finding.resolved import Every, is_quickened
from desktop_app.store.finding.resolving import Resolved, Resolver
from desktop_app.store.finding.rows import looked_at, rows_in_order
from desktop_app.store.finding.texts import StudyTexts
from desktop_app.store.queries.parsing import parse
from desktop_app.store.words import WordForms, whole_number

_STEPS = 20_000
"""Of SQLite, about a millisecond."""


@contextmanager
def giving_way(connection: apsw.Connection, give_way: Callable[[], None]) -> Iterator[None]:
    """Call something all the time while statements run; what it raises ends them.

    An interrupt that comes between two statements is lost, and the next one may take long.
    """

    def go_on() -> bool:
        give_way()
        return False

    connection.set_progress_handler(go_on, _STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None)


@dataclass(frozen=True, slots=True)
class FirstRows:
    """Some rows, whether there may be more, and whether none is missing between them."""

    rows: list[int]
    has_more: bool
    is_exact: bool


class Finder:
    """Runs queries; one thread at a time."""

    def __init__(
        self,
        connection: apsw.Connection,
        forms: WordForms,
        texts: StudyTexts,
        today: Callable[[], date],
    ) -> None:
        self._connection = connection
        self._forms = forms
        self._texts = texts
        self._today = today
        self.countries = Countries()
        self._common = CommonWords()
        self._counts_of_all = CountsOfAll(connection)
        self._known = KnownPhrases(connection)

    def resolve(self, text: str) -> Resolved:
        """Return what a query asks for in this library."""
        self._texts.forget()
        resolver = Resolver(self._connection, self._forms, self.countries, self._common)
        return resolver.resolve(parse(text, self._today()))

    def first(
        self,
        asked: Resolved,
        text: str,
        order: Order,
        offset: int,
        limit: int,
        seconds: float | None = None,
    ) -> FirstRows:
        """Return some rows from a place on as soon as that can be done.

        Where ``seconds`` tell how long a person waits at most, texts are looked at for so long,
        and of a word that is being typed, with which very many others begin, the commonest of
        these are looked for alone.
        """
        first = self._numbered(text, asked.root, order)
        if first:
            # It stands before all others, which therefore are counted from the first of them on.
            rows, is_late = self._some(asked.root, order, 0, offset + limit + 1, seconds)
            rows = [*first, *(row for row in rows if row not in first)][offset:]
        else:
            rows, is_late = self._some(asked.root, order, offset, limit + 1, seconds)
        is_quick = seconds is not None and is_quickened(asked.root)
        return FirstRows(rows[:limit], is_late or len(rows) > limit, not (is_late or is_quick))

    def _some(
        self, root: Every, order: Order, offset: int, limit: int, seconds: float | None
    ) -> tuple[list[int], bool]:
        looker = Looker(self._connection, self._texts, self._known, seconds)
        last = offset + limit
        plan = plan_of(root)
        every = rows_in_order(
            *(self._connection, root, order, looker), most=last, is_quick=seconds is not None
        )
        with closing(every) as rows:
            found = list(islice(looked_at(rows, plan, looker), offset, last))
        return found, bool(plan.looked_at) and len(found) < limit and looker.is_late()

    def find(
        self, asked: Resolved, text: str, order: Order, give_way: Callable[[], None]
    ) -> Generator[Found]:
        """Yield what a query finds, each time more of it; see `find_all`."""
        looker = Looker(self._connection, self._texts, self._known)
        first = self._numbered(text, asked.root, order)
        with giving_way(self._connection, give_way):
            for found in find_all(
                self._connection, asked.root, order, looker, self._counts_of_all, give_way
            ):
                for row in first:
                    if row in found.rows:
                        found.rows.remove(row)
                        found.rows.insert(0, row)
                yield replace(found, oddities=asked.oddities)

    def count(self, asked: Resolved) -> int:
        """Return how many studies a query finds."""
        plan = plan_of(asked.root)
        if plan.looked_at or notes_match(asked.root):
            looker = Looker(self._connection, self._texts, self._known)
            every = rows_in_order(self._connection, asked.root, SearchOrder.NEWEST, looker)
            with closing(every) as rows:
                return sum(1 for _ in looked_at(rows, plan, looker))
        sql, parameters = plan.select("count(*)")
        return int(self._connection.execute(sql, parameters).get)

    def numbers(self, rows: Sequence[int]) -> list[int]:
        """Return the NCT numbers of some rows, in their order."""
        known = dict(
            self._connection.execute(
                f"SELECT row, nct_number FROM study WHERE row IN ({', '.join(map(str, rows))})"
            )
        )
        return [known[row] for row in rows if row in known]

    def _numbered(self, text: str, root: Every, order: Order) -> list[int]:
        """Return the row of the study of which the number is all that is asked for."""
        number = whole_number(self._forms.words(text)) if len(root.parts) == 1 else None
        if number is None or not isinstance(order, SearchOrder):
            return []
        row = self._connection.execute("SELECT row FROM study WHERE nct_number = ?", (number,)).get
        return [] if row is None else [row]
