"""Finds words in a long table, row by row, in the order in which its rows are shown."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from desktop_app.presentation.section import Table
from desktop_app.ui.panes.findable import number_beside
from desktop_app.ui.panes.hits import SearchableText, folded_text, wanted_text
from desktop_app.ui.panes.visible_text import visible_text

HEADER = -1
"""Stands for the headers where rows are numbered."""
_BETWEEN_ROWS = "\x1e"
"""A control character, which a text that is drawn never has."""


class TableText:
    """The text of a table made comparable once, headers first."""

    def __init__(self, table: Table) -> None:
        self._table = table
        rows = ("\t".join(map(_visible, row)) for row in (table.columns, *table.rows))
        # All at once, which takes much less time than row by row.
        whole = _BETWEEN_ROWS.join(rows)
        self._rows = folded_text(whole).split(_BETWEEN_ROWS)

    def counts(self, words: str) -> list[int]:
        """Return how often each row has the words, the headers first."""
        wanted = wanted_text(words)
        return [row.count(wanted) if wanted else 0 for row in self._rows]

    def column_of(self, row: int, number: int, words: str) -> int:
        """Return the column that holds a hit of a row, numbered from 0 in it."""
        cells = self._table.columns if row == HEADER else self._table.rows[row]
        counts = [SearchableText(_visible(cell)).count(words) for cell in cells]
        return bisect_right(list(accumulate(counts)), number)


class TableHits:
    """The hits in one table, those in rows that are not shown after the others."""

    def __init__(self, text: TableText) -> None:
        self._text = text
        self._words = ""
        self._counts: list[int] = []
        self._order: list[int] = []
        self._ends: list[int] = []
        self.current_hit = -1

    @property
    def hit_count(self) -> int:
        """How many hits there are."""
        return self._ends[-1] if self._ends else 0

    def look_for(self, words: str, shown: Sequence[int]) -> None:
        """Look for words in rows in this order."""
        self._words = words
        self._counts = self._text.counts(words) if words.strip() else []
        self.current_hit = -1
        self.put_in_order(shown)
        self.current_hit = 0 if self.hit_count else -1

    def put_in_order(self, shown: Sequence[int]) -> None:
        """Number the hits by rows in this order; the current one stays where it is."""
        place = self.place_of(self.current_hit) if 0 <= self.current_hit < self.hit_count else None
        are_shown = set(shown)
        hidden = (row for row in range(len(self._counts) - 1) if row not in are_shown)
        self._order = [HEADER, *shown, *hidden] if self._counts else []
        self._ends = list(accumulate(self._counts[row + 1] for row in self._order))
        if place is not None:
            self.current_hit = self._number_of(*place)

    def place_of(self, number: int) -> tuple[int, int]:
        """Return the row of the table, and the column, where a hit stands."""
        row, in_row = self._row_of(number)
        return row, self._text.column_of(row, in_row, self._words)

    def hit_beside(self, by: int) -> int | None:
        """Return the hit after (1) or before (-1) the current one."""
        return number_beside(self.current_hit, by, self.hit_count)

    def _row_of(self, number: int) -> tuple[int, int]:
        place = bisect_right(self._ends, number)
        return self._order[place], number - (self._ends[place - 1] if place else 0)

    def _number_of(self, row: int, column: int) -> int:
        """Return the first hit in a cell."""
        place = self._order.index(row)
        first = self._ends[place - 1] if place else 0
        numbers = range(first, self._ends[place])
        return next((n for n in numbers if self.place_of(n)[1] >= column), first)


def _visible(cell: str) -> str:
    return visible_text(cell).replace("\n", " ")
