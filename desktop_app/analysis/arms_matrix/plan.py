"""Decides how a matrix fits a width: columns with their names, with numbers, or as lists."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.analysis.arms_matrix.matrix import Matrix
from desktop_app.analysis.pictures.lettering import shortened
from desktop_app.analysis.pictures.shapes import TextMeasure, Type

LONGEST = 300
"""Characters of a name that are looked at; all of it is in the words beside the picture."""
MANY_ROWS = 12
"""From more rows on the header stands below them again."""
PAD = 0.5
"""The room at the sides of a cell, in sizes of running text."""
_LEAST_ROW_HEAD, _MOST_ROW_HEAD = 9.0, 40.0
_SHARE_OF_ROW_HEAD = 0.42
"""What the names of rows take at the most before columns have all the room that they need."""
_LEAST_NAMED, _MOST_NAMED = 6.0, 13.0
_BROAD = 9.0
"""A column of this width may break a long word of its name."""
_MOST_CELLS = 4_000
"""A grid of more is no longer a picture that anybody reads."""
_MOST_NAME_LINES = 4
_MOST_ROW_LINES = 2


@dataclass(frozen=True, slots=True)
class Plan:
    """The breadths of a grid; ``is_numbered`` columns have their names in a key."""

    matrix: Matrix
    row_head: float
    column: float
    is_numbered: bool

    @property
    def width(self) -> float:
        """Return the breadth of the grid."""
        return self.row_head + len(self.matrix.columns) * self.column

    def column_lines(self, number: int, measure: TextMeasure) -> tuple[str, ...]:
        """Return what stands above a column."""
        if self.is_numbered:
            return (str(number + 1),)
        room = self.column - PAD * measure.em
        return brief(self.matrix.columns[number], room, measure, _MOST_NAME_LINES)

    def row_lines(self, number: int, measure: TextMeasure) -> tuple[str, ...]:
        """Return what stands before a row."""
        room = self.row_head - PAD * measure.em
        return brief(self.matrix.rows[number], room, measure, _MOST_ROW_LINES)


def brief(text: str, room: float, measure: TextMeasure, most: int) -> tuple[str, ...]:
    """Return a name in a few small lines, cut where it is longer."""
    cut = text if len(text) <= LONGEST else text[:LONGEST] + "…"
    return shortened(cut, max(room, measure.em), Type.SMALL, measure, most)


def plan_for(matrix: Matrix, width: float, measure: TextMeasure) -> Plan | None:
    """Return the first plan that is legible, or None where no grid is."""
    if len(matrix.rows) * len(matrix.columns) > _MOST_CELLS:
        return None
    return next(_plans(matrix, width, measure), None)


def _plans(matrix: Matrix, width: float, measure: TextMeasure) -> Iterator[Plan]:
    ways = (matrix, matrix.transposed())
    for way in ways:
        plan = _named(way, width, measure)
        if _is_legible(plan, measure):
            yield plan
    for way in ways:
        column = _number_width(len(way.columns), measure)
        room = width - len(way.columns) * column
        if room >= _LEAST_ROW_HEAD * measure.em:
            yield Plan(way, min(_row_head(way, measure), room), column, is_numbered=True)


def _named(matrix: Matrix, width: float, measure: TextMeasure) -> Plan:
    em, count = measure.em, len(matrix.columns)
    room = max(width * _SHARE_OF_ROW_HEAD, width - count * _MOST_NAMED * em, _LEAST_ROW_HEAD * em)
    head = min(_row_head(matrix, measure), room)
    return Plan(matrix, head, min((width - head) / count, _MOST_NAMED * em), is_numbered=False)


def _row_head(matrix: Matrix, measure: TextMeasure) -> float:
    """Return the breadth that the names of rows would like to have."""
    longest = max(measure.width(name[:LONGEST], Type.SMALL) for name in matrix.rows)
    wanted = longest + 2 * PAD * measure.em
    return min(max(wanted, _LEAST_ROW_HEAD * measure.em), _MOST_ROW_HEAD * measure.em)


def _is_legible(plan: Plan, measure: TextMeasure) -> bool:
    if plan.column < _LEAST_NAMED * measure.em:
        return False
    if plan.column >= _BROAD * measure.em:
        return True
    words = (word for name in plan.matrix.columns for word in name[:LONGEST].split())
    longest = max((measure.width(word, Type.SMALL) for word in words), default=0)
    return longest <= plan.column - PAD * measure.em


def _number_width(columns: int, measure: TextMeasure) -> float:
    return max(measure.width(str(columns), Type.SMALL) + PAD * measure.em, 1.7 * measure.em)
