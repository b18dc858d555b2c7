"""Finds the studies of the library that are tied to one by what the records state."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import apsw

from desktop_app.readers.json_values import JsonObject
from desktop_app.store.similar.asked import Stems
from desktop_app.store.similar.links import identifiers, numbers_named, own_numbers
from desktop_app.store.similar.postings import Postings
from desktop_app.study.similar import Tie

ReadRow = Callable[[int], JsonObject | None]
"""Reads the record of a row as JSON; None where it cannot be read."""

_MOST_NAMED, _MOST_NAMING = 50, 50
_MOST_IDENTIFIERS = 12
_MOST_WITH_IDENTIFIER = 20
"""A grant that pays for more studies than these ties none of them together."""


@dataclass(frozen=True, slots=True)
class Tied:
    """How a study is tied to another; ``identifiers`` are those that both records state."""

    ties: tuple[Tie, ...]
    identifiers: tuple[str, ...]


class TieFinder:
    """Asks one connection, whose index takes the words of queries as they are."""

    def __init__(
        self, connection: apsw.Connection, postings: Postings, stems: Stems, read: ReadRow
    ) -> None:
        self._connection = connection
        self._postings = postings
        self._stems = stems
        self._read = read

    def find(self, raw: JsonObject) -> dict[int, Tied]:
        """Return the studies that are tied to a record, by their rows; not itself."""
        own = self.rows_of(own_numbers(raw))
        named = self.rows_of(sorted(numbers_named(raw))[:_MOST_NAMED])
        naming = self._naming(own_numbers(raw))
        shared = self._with_identifiers(raw, own)
        found = {}
        for row in dict.fromkeys((*named, *naming, *shared)):
            if row not in own:
                ties = ((Tie.NAMED, named), (Tie.NAMES, naming), (Tie.SAME_IDENTIFIER, shared))
                found[row] = Tied(
                    tuple(tie for tie, rows in ties if row in rows), tuple(shared.get(row, ()))
                )
        return found

    def rows_of(self, numbers: Iterable[int]) -> list[int]:
        """Return the rows of studies by their numbers, of those that are held."""
        sql = "SELECT row FROM study WHERE nct_number = ?"
        rows = (self._connection.execute(sql, (number,)).get for number in numbers)
        return [row for row in rows if row is not None]

    def _naming(self, own: Iterable[int]) -> list[int]:
        """Return studies of which the record names one."""
        return [
            row
            for number in own
            for row in self._postings.newest(f'"nct{number:08d}"', _MOST_NAMING)
        ]

    def _with_identifiers(self, raw: JsonObject, own: Iterable[int]) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for comparable, written in list(identifiers(raw).items())[:_MOST_IDENTIFIERS]:
            # The index knows no order of words, so the record has the last word.
            words = " AND ".join(f'"{self._stems(word)}"' for word in comparable.split())
            rows = self._postings.all_of_few(f"identifiers : ({words})", _MOST_WITH_IDENTIFIER)
            for row in rows:
                if row not in own and comparable in identifiers(self._read(row) or {}):
                    found.setdefault(row, []).append(written)
        return found
