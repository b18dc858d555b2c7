"""Which studies have a trait, and about how many, asked of the index of words."""

from dataclasses import dataclass

import apsw

from desktop_app.store.summaries import count_studies

_NEWEST_COUNTED = 6_000

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

    def extent(self) -> Extent:
        """Return how large the library is; counted again only after something was added."""
        version = int(self._connection.pragma("data_version"))
        if self._extent is None or self._extent[0] != version:
            self._extent = version, self._measure()
        return self._extent[1]

    def about(self, expression: str) -> int:
        """Return about how many studies fit, from how many of the newest do."""
        extent = self.extent()
        found = int(self._connection.execute(_COUNT, (expression, extent.first_counted)).get)
        return round(found * extent.studies / max(1, extent.counted))

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
