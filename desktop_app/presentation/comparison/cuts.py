"""Shortening a comparison by whole items, in a stated order; the last resort is within items."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop_app.presentation.comparison.answers import (
    ARMS,
    CONDITIONS,
    OUTCOMES,
    TESTED,
)
from desktop_app.presentation.comparison.content import Cell, Comparison, ComparisonRow


@dataclass(frozen=True, slots=True)
class Step:
    """The rows that are shortened together, to how many items of a cell, one after the other."""

    labels: tuple[str, ...]
    most: int
    least: int


STEPS = (
    Step((OUTCOMES,), 12, 4),
    Step((ARMS, TESTED, CONDITIONS), 12, 4),
    Step((OUTCOMES,), 3, 2),
    Step((ARMS, TESTED, CONDITIONS), 3, 2),
    Step((OUTCOMES,), 1, 1),
    Step((ARMS, TESTED, CONDITIONS), 1, 1),
)
"""Primary outcomes go first, then arms, interventions and conditions; one of each always stays."""
LENGTHS = (400, 300, 200, 150, 100, 70, 50, 35)
"""Characters of an item at most, where whole items are too long for the page."""


def shortened(made: Comparison, labels: Iterable[str], most: int) -> Comparison:
    """Return the comparison with no more than so many items in the cells of some rows."""
    named = frozenset(labels)
    rows = tuple(_first(row, most) if row.label in named else row for row in made.rows)
    return replace(made, rows=rows)


def clipped(made: Comparison, length: int) -> Comparison:
    """Return the comparison with texts of no more than so many characters; ``…`` marks the cut."""
    rows = tuple(
        replace(row, cells=tuple(_clipped(cell, length) for cell in row.cells)) for row in made.rows
    )
    studies = tuple(replace(one, title=_short(one.title, 2 * length)) for one in made.studies)
    return replace(made, rows=rows, studies=studies)


def left_out(made: Comparison) -> tuple[str, ...]:
    """Return the labels of the rows that show less than the records hold."""
    return tuple(row.label for row in made.rows if any(cell.items.left_out for cell in row.cells))


def clipped_rows(made: Comparison) -> tuple[str, ...]:
    """Return the labels of the rows with texts that are shortened within."""
    return tuple(row.label for row in made.rows if any(cell.is_clipped for cell in row.cells))


def _first(row: ComparisonRow, most: int) -> ComparisonRow:
    return replace(
        row, cells=tuple(replace(cell, items=cell.items.first(most)) for cell in row.cells)
    )


def _clipped(cell: Cell, length: int) -> Cell:
    if all(len(item) <= length for item in cell.items.items):
        return cell
    return replace(cell, items=cell.items.map(lambda item: _short(item, length)), is_clipped=True)


def _short(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    return f"{text[:length].rsplit(' ', 1)[0]} …"
