"""Lays out a matrix: a grid of dots, and what its numbers stand for."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.analysis.arms_matrix.key import key, lists
from desktop_app.analysis.arms_matrix.matrix import Matrix
from desktop_app.analysis.arms_matrix.plan import MANY_ROWS, PAD, Plan, plan_for
from desktop_app.analysis.named import numbered
from desktop_app.analysis.pictures.lettering import set_lines
from desktop_app.analysis.pictures.shapes import (
    Anchor,
    Box,
    Dot,
    Ink,
    Line,
    Picture,
    Shape,
    Spot,
    TextMeasure,
    Type,
)

_DOT = 0.36
_ROOM = 0.6
"""The room above and below the names together, in sizes of running text."""

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the rows and columns of a plan stand."""

    plan: Plan
    heads: tuple[Lines, ...]
    names: tuple[Lines, ...]
    tops: tuple[float, ...]
    """The upper edges of the rows, and the lower edge of the last one."""
    measure: TextMeasure

    @property
    def em(self) -> float:
        return self.measure.em

    @property
    def bottom(self) -> float:
        """Return the lower edge of the grid with the header that stands there again."""
        is_repeated = len(self.names) > MANY_ROWS
        return self.tops[-1] + (self.tops[0] if is_repeated else 0)

    def x(self, column: int) -> float:
        """Return the middle of a column."""
        return self.plan.row_head + (column + 0.5) * self.plan.column

    def y(self, row: int) -> float:
        """Return the middle of a row."""
        return (self.tops[row] + self.tops[row + 1]) / 2


def draw_matrix(matrix: Matrix, width: float, measure: TextMeasure) -> Picture:
    """Return dots on a grid; where a width has no room for that, lists of numbers."""
    plan = plan_for(matrix, width, measure)
    if plan is None:
        laid = lists(matrix, width, measure)
        return _with_key(matrix, laid.shapes, laid.spots, laid.bottom, width, measure)
    grid = _grid(plan, measure)
    shapes = (*_ground(grid), *_names(grid), *_heads(grid), *_dots(grid))
    spots = tuple(_spots(grid))
    if not plan.is_numbered:
        return Picture(plan.width, grid.bottom, shapes, spots)
    return _with_key(plan.matrix, shapes, spots, grid.bottom, width, measure)


def _with_key(
    matrix: Matrix,
    shapes: tuple[Shape, ...],
    spots: tuple[Spot, ...],
    bottom: float,
    width: float,
    measure: TextMeasure,
) -> Picture:
    top = bottom + 0.6 * measure.em
    below = key(matrix.columns, matrix.column_noun, top, width, measure)
    return Picture(width, below.bottom, (*shapes, *below.shapes), (*spots, *below.spots))


def _grid(plan: Plan, measure: TextMeasure) -> _Grid:
    heads = tuple(plan.column_lines(one, measure) for one in range(len(plan.matrix.columns)))
    names = tuple(plan.row_lines(one, measure) for one in range(len(plan.matrix.rows)))
    step, room = measure.line_height(Type.SMALL), _ROOM * measure.em
    tops = [max((len(lines) for lines in heads), default=1) * step + room]
    for lines in names:
        tops.append(tops[-1] + max(len(lines), 1) * step + room)
    return _Grid(plan, heads, names, tuple(tops), measure)


def _ground(grid: _Grid) -> Iterator[Shape]:
    """Yield bands behind every other row, and lines that lead the eye down the columns."""
    width, tops = grid.plan.width, grid.tops
    for row in range(0, len(grid.names), 2):
        yield Box(0, tops[row], width, tops[row + 1] - tops[row], ink=None, fill=Ink.PANEL)
    for column in range(len(grid.heads)):
        yield Line(grid.x(column), tops[0], grid.x(column), tops[-1], Ink.FAINT)
    yield Line(0, tops[0], width, tops[0], Ink.RULE)
    yield Line(0, tops[-1], width, tops[-1], Ink.RULE)


def _names(grid: _Grid) -> Iterator[Shape]:
    step = grid.measure.line_height(Type.SMALL)
    for row, lines in enumerate(grid.names):
        top = grid.y(row) - len(lines) * step / 2
        yield from set_lines(lines, PAD * grid.em / 2, top, Type.SMALL, grid.measure)


def _heads(grid: _Grid) -> Iterator[Shape]:
    step, room = grid.measure.line_height(Type.SMALL), _ROOM * grid.em / 2
    for column, lines in enumerate(grid.heads):
        # The last line stands at the grid, above it as below it.
        tops = [grid.tops[0] - room - len(lines) * step]
        if len(grid.names) > MANY_ROWS:
            tops.append(grid.tops[-1] + room)
        for top in tops:
            yield from set_lines(
                lines,
                grid.x(column),
                top,
                Type.SMALL,
                grid.measure,
                anchor=Anchor.MIDDLE,
            )


def _dots(grid: _Grid) -> Iterator[Dot]:
    for row, column in grid.plan.matrix.dots:
        yield Dot(grid.x(column), grid.y(row), _DOT * grid.em)


def _spots(grid: _Grid) -> Iterator[Spot]:
    matrix, tops = grid.plan.matrix, grid.tops
    for row, name in enumerate(matrix.rows):
        key = numbered(matrix.row_noun, row + 1)
        yield Spot(0, tops[row], grid.plan.row_head, tops[row + 1] - tops[row], name, key)
    for column, name in enumerate(matrix.columns):
        key = numbered(matrix.column_noun, column + 1)
        left = grid.x(column) - grid.plan.column / 2
        yield Spot(left, 0, grid.plan.column, tops[0], name, key)
    half = _DOT * grid.em * 1.5
    for row, column in matrix.dots:
        x, y = grid.x(column), grid.y(row)
        words = f"{matrix.rows[row]} – {matrix.columns[column]}"
        yield Spot(x - half, y - half, 2 * half, 2 * half, words)
