"""Which studies have a trait, and about how many, asked of the index of words."""

from collections.abc import Iterable
from dataclasses import dataclass

import apsw

from desktop_app.store.summaries import count_studies

_NEWEST_COUNTED = 3_000
_MOST_KNOWN = 20_000

_COUNT = "SELECT count(*) FROM study_text WHERE study_text MATCH ? AND rowid >= ?"
_ROWS = "SELECT rowid FROM study_text WHERE study_text MATCH ? ORDER BY rowid DESC LIMIT ?"


@dataclass(frozen=True, slots=True)
class Extent:
    """How many studies there are, and from which row on the newest of them are counted."""

    studies: int
    first_counted: int
    counted: int


class Postings:
    """The studies of the index, by their traits."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._extent: tuple[int, Extent] | None = None
        self._about: dict[str, int] = {}

    def extent(self) -> Extent:
        """Return how large the library is; counted again only after something was added."""
        version = int(self._connection.pragma("data_version"))
        if self._extent is None or self._extent[0] != version:
            self._extent = version, self._measure()
            self._about.clear()
        return self._extent[1]

    def about(self, expressions: Iterable[str]) -> list[int]:
        """Return about how many studies fit each, from how many of the newest do.

        What was asked before is known: studies that are like one another have most in common.
        """
        extent = self.extent()
        if len(self._about) > _MOST_KNOWN:
            self._about.clear()
        return [self._about_one(expression, extent) for expression in expressions]

    def _about_one(self, expression: str, extent: Extent) -> int:
        known = self._about.get(expression)
        if known is None:
            found = int(self._connection.execute(_COUNT, (expression, extent.first_counted)).get)
            known = round(found * extent.studies / max(1, extent.counted))
            self._about[expression] = known
        return known

    def newest(self, expression: str, most: int) -> list[int]:
        """Return the rows of studies that fit, the newest first."""
        return [row for (row,) in self._connection.execute(_ROWS, (expression, most))]

    def _measure(self) -> Extent:
        studies = count_studies(self._connection)
        first = self._connection.execute(
            # The narrowest of the tables with these keys.
            "SELECT row FROM facet ORDER BY row DESC LIMIT 1 OFFSET ?",
            (_NEWEST_COUNTED - 1,),
        ).get
        if first is None:
            return Extent(studies, -(2**63), studies)
        return Extent(studies, int(first), _NEWEST_COUNTED)
