"""In which order the rows of a table are read, and which of them: sorting and narrowing."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from desktop_app.analysis.folding import fold
from desktop_app.presentation.section import Table

_FEWEST_GROUPS, _MOST_GROUPS = 2, 60
_SAMPLE_ROWS = 200
_LOOKED_AT = 120
"""Characters of a cell by which it is sorted; a text of any length must not take long."""
_DIGITS = "\\d{1,3}(?:[,\u202f\u00a0]\\d{3})+|\\d+"
_NUMBER = f"[-+\u2212]?(?:(?:{_DIGITS})(?:\\.\\d+)?|\\.\\d+)"
_PERCENTAGE = re.compile(rf"({_NUMBER})\s*%")
_SHARE = re.compile(rf"\s*({_DIGITS})\s*/\s*({_DIGITS})(?!\d)")
_LEADING = re.compile(rf"[<>=~\u2264\u2265\s]*({_NUMBER})(?![\w])")
_GROUPING = str.maketrans({",": None, "\u202f": None, "\u00a0": None, "\u2212": "-"})
_DIGIT_RUN = re.compile(r"(\d+)")

NaturalKey = tuple[str | tuple[int, str], ...]


def number_in(cell: str) -> float | None:
    """Return the number that a cell is about: its percentage, or the number that it begins with.

    ``12/340 (3.5 %)`` is about 12 of 340, which is more exact than what is printed; ``< 0.001`` is
    about 0.001. None where there is no number.
    """
    begun = cell[:_LOOKED_AT]
    leading = _LEADING.match(begun)
    if leading is None:
        return None
    percentage = _PERCENTAGE.search(begun)
    if percentage is None:
        return _number(leading[1])
    share = _SHARE.match(begun)
    whole = _number(share[2]) if share is not None else 0.0
    return 100 * _number(share[1]) / whole if share and whole else _number(percentage[1])


def _number(digits: str) -> float:
    return float(digits.translate(_GROUPING))


def natural_key(text: str) -> NaturalKey:
    """Return what texts are sorted by: case and accents do not matter, 9 comes before 10."""
    parts = _DIGIT_RUN.split(fold(text.strip()[:_LOOKED_AT]))
    return tuple(
        (len(part.lstrip("0")), part.lstrip("0")) if place % 2 else part
        for place, part in enumerate(parts)
    )


def is_numeric(table: Table, column: int) -> bool:
    """Tell whether the cells of a column begin with a number, most of those that are not blank."""
    step = max(1, len(table.rows) // _SAMPLE_ROWS)
    cells = [row[column] for row in table.rows[::step] if row[column].strip()]
    return bool(cells) and sum(number_in(cell) is not None for cell in cells) * 2 > len(cells)


def sorted_rows(
    rows: Iterable[int], table: Table, column: int, *, is_descending: bool
) -> list[int]:
    """Return rows by a column; those that say nothing there come last either way.

    In a column of numbers, words come after them. What is equal keeps its order.
    """
    numbers: list[tuple[float, int]] = []
    texts: list[tuple[NaturalKey, int]] = []
    blanks: list[int] = []
    has_numbers = is_numeric(table, column)
    for row in rows:
        cell = table.rows[row][column]
        number = number_in(cell) if has_numbers else None
        if number is not None:
            numbers.append((number, row))
        elif cell.strip():
            texts.append((natural_key(cell), row))
        else:
            blanks.append(row)
    numbers.sort(key=lambda keyed: keyed[0], reverse=is_descending)
    texts.sort(key=lambda keyed: keyed[0], reverse=is_descending)
    return [*(row for _, row in numbers), *(row for _, row in texts), *blanks]


def groups_of(table: Table) -> tuple[tuple[str, int], ...]:
    """Return the values of the first column with their numbers of rows, in alphabetical order.

    None where they are no groups: too many, too few, or numbers.
    """
    if not table.columns or is_numeric(table, 0):
        return ()
    counts = Counter(row[0] for row in table.rows)
    is_grouped = _FEWEST_GROUPS <= len(counts) <= min(_MOST_GROUPS, len(table.rows) // 2)
    return (
        tuple(sorted(counts.items(), key=lambda item: natural_key(item[0]))) if is_grouped else ()
    )


class RowFilter:
    """Narrows a table; its rows are made comparable once, when somebody first types."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._folded: list[str] = []

    def rows(self, words: str, group: str | None) -> list[int]:
        """Return the rows that hold all the words, of one value of the first column or of all."""
        rows: Sequence[int] = range(len(self._table.rows))
        if group is not None:
            rows = [row for row in rows if self._table.rows[row][0] == group]
        wanted = fold(words).split()
        if wanted and not self._folded:
            self._folded = [_folded("\n".join(row)) for row in self._table.rows]
        return [row for row in rows if all(word in self._folded[row] for word in wanted)]


def _folded(text: str) -> str:
    return text.lower() if text.isascii() else fold(text)
