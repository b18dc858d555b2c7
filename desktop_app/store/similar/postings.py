"""Which studies have a trait, and about how many, asked of the index of words."""

from collections.abc import Iterable

import apsw

from desktop_app.store.similar.asked import Trait
from desktop_app.store.similar.census import Census, Censuses

MOST_POSTINGS = 3_000
"""Studies that are looked up by their traits, the rarest first, to find those that are like one."""
_MOST_KNOWN = 20_000

_COUNT = "SELECT count(*) FROM study_text WHERE study_text MATCH ?"
# From the end, where the newest are: what comes before them would have to be gone through.
_COUNT_NEWEST = """
    SELECT count(*) FROM (
        SELECT 1 FROM study_text WHERE study_text MATCH ? AND rowid >= ?
        ORDER BY rowid DESC LIMIT ?
    )
    """
_ROWS = "SELECT rowid FROM study_text WHERE study_text MATCH ? ORDER BY rowid LIMIT ?"
_NEWEST = "SELECT rowid FROM study_text WHERE study_text MATCH ? ORDER BY rowid DESC LIMIT ?"


class Postings:
    """The studies of the index, by their traits."""

    def __init__(self, connection: apsw.Connection, censuses: Censuses) -> None:
        self._connection = connection
        self._censuses = censuses
        self._known: tuple[int, Census] | None = None

    def census(self) -> Census:
        """Return how large the library is; looked at again only after something was written."""
        version = int(self._connection.pragma("data_version"))
        if self._known is None or self._known[0] != version:
            self._known = version, self._censuses.of(self._connection)
        return self._known[1]

    def about(self, traits: Iterable[Trait]) -> list[int]:
        """Return about how many studies have each, from how many of the newest do.

        Of a word that more have than are ever looked up it is told that they are more. What was
        asked before is known: studies that are like one another have most in common.
        """
        census = self.census()
        if len(census.words) > _MOST_KNOWN:
            census.words.clear()
        return [
            census.about(census.traits.get(trait.number, 0))
            if trait.number
            else self._about_word(trait.expression, census)
            for trait in traits
        ]

    def _about_word(self, expression: str, census: Census) -> int:
        known = census.words.get(expression)
        if known is None:
            known = census.about(self._count(expression, census))
            census.words[expression] = known
        return known

    def _count(self, expression: str, census: Census) -> int:
        if census.is_whole:
            return int(self._connection.execute(_COUNT, (expression,)).get)
        # One more than is enough: what it stands for is rounded.
        most = MOST_POSTINGS * census.counted // census.studies + 2
        asked = (expression, census.first_counted, most)
        return int(self._connection.execute(_COUNT_NEWEST, asked).get)

    def newest(self, expression: str, most: int) -> list[int]:
        """Return the rows of studies that fit, the newest first."""
        return [row for (row,) in self._connection.execute(_NEWEST, (expression, most))]

    def newest_of_few(self, expression: str, most: int) -> list[int]:
        """Return the same, sooner where fewer fit than are wanted, and later where more do."""
        rows = self._any(expression, most)
        if len(rows) >= most:
            return self.newest(expression, most)
        rows.reverse()
        return rows

    def all_of_few(self, expression: str, most: int) -> list[int]:
        """Return the rows of all studies that fit, the newest first; none where they are more."""
        rows = self._any(expression, most + 1)
        rows.reverse()
        return rows if len(rows) <= most else []

    def _any(self, expression: str, most: int) -> list[int]:
        """Return rows of studies that fit, the oldest first."""
        return [row for (row,) in self._connection.execute(_ROWS, (expression, most))]
