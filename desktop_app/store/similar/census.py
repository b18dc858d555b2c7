"""How large a library is, and how many of its newest studies have each trait.

That is worth knowing once: counting again takes longer than all the rest of an answer.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import apsw

from desktop_app.store.similar.trait_rows import newest_traits
from desktop_app.store.summaries import count_studies

_NEWEST_COUNTED = 3_000
_FEW = 500
"""Up to so many studies are told apart by their number, so that the only one is known as such."""

_Mark = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Census:
    """Studies, those of them that were counted, the newest, from a row on, and their traits.

    ``words`` are those that were asked for since, by their expressions: about how many studies of
    the library have them.
    """

    mark: _Mark
    studies: int
    first_counted: int
    counted: int
    traits: Mapping[int, int]
    words: dict[str, int] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Tell whether all studies were counted."""
        return self.counted == self.studies

    def about(self, found: int) -> int:
        """Return about how many studies have what so many of the counted ones have."""
        return round(found * self.studies / max(1, self.counted))


class Censuses:
    """The latest census of one library, for all connections to it, of whatever threads."""

    def __init__(self) -> None:
        self._latest: Census | None = None

    def of(self, connection: apsw.Connection) -> Census:
        """Return a census; it is taken again only after something was added.

        Of many studies a few may be gone since: it serves to estimate.
        """
        mark = _mark(connection)
        latest = self._latest
        if latest is None or latest.mark != mark:
            latest = self._latest = _taken(connection, mark)
        return latest


def _mark(connection: apsw.Connection) -> _Mark:
    # Keys ascend, so what is added moves the newest; counting all takes milliseconds.
    newest = connection.execute("SELECT max(row) FROM facet").get
    sql = "SELECT count(*) FROM (SELECT 1 FROM facet LIMIT ?)"
    return newest or 0, int(connection.execute(sql, (_FEW,)).get)


def _taken(connection: apsw.Connection, mark: _Mark) -> Census:
    studies = count_studies(connection)
    first = connection.execute(
        # The narrowest of the tables with these keys.
        "SELECT row FROM facet ORDER BY row DESC LIMIT 1 OFFSET ?",
        (_NEWEST_COUNTED - 1,),
    ).get
    counted = studies if first is None else _NEWEST_COUNTED
    first = -(2**63) if first is None else int(first)
    traits: array[int] = newest_traits(connection, first)
    return Census(mark, studies, first, counted, Counter(traits))
