"""Names under their numbers, and rows as lists of numbers where there is no room for a grid."""

from dataclasses import dataclass

from desktop_app.analysis.arms_matrix.matrix import Matrix
from desktop_app.analysis.arms_matrix.plan import brief
from desktop_app.analysis.pictures.lettering import set_lines, wrapped
from desktop_app.analysis.pictures.shapes import Anchor, Ink, Shape, Spot, TextMeasure, Type

_COLUMN = 24.0
"""The least breadth of a column of the key, in sizes of running text."""
_MOST_COLUMNS = 3
_GAP = 1.0
_MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class Laid:
    """Shapes below each other, down to a distance from the top of the picture."""

    shapes: tuple[Shape, ...]
    spots: tuple[Spot, ...]
    bottom: float


def key(names: tuple[str, ...], noun: str, top: float, width: float, measure: TextMeasure) -> Laid:
    """Return numbered names, in up to three columns that are read downwards."""
    count = max(1, min(_MOST_COLUMNS, int(width / (_COLUMN * measure.em)), len(names)))
    gap = _GAP * measure.em
    breadth = (width - (count - 1) * gap) / count
    shapes: list[Shape] = []
    spots: list[Spot] = []
    per_column = -(-len(names) // count)
    bottom = top
    for first in range(0, len(names), per_column):
        x, y = first // per_column * (breadth + gap), top
        for number in range(first, min(first + per_column, len(names))):
            entry = _entry(names[number], number, x, y, breadth, noun, len(names), measure)
            shapes += entry.shapes
            spots += entry.spots
            y = entry.bottom
        bottom = max(bottom, y)
    return Laid(tuple(shapes), tuple(spots), bottom)


def _entry(
    name: str,
    number: int,
    x: float,
    y: float,
    breadth: float,
    noun: str,
    count: int,
    measure: TextMeasure,
) -> Laid:
    gutter = measure.width(str(count), Type.SMALL_STRONG) + measure.em * 0.5
    lines = brief(name, breadth - gutter, measure, _MOST_LINES)
    at = x + gutter - measure.em * 0.5
    mark = (str(number + 1),)
    height = max(len(lines), 1) * measure.line_height(Type.SMALL)
    shapes = (
        *set_lines(mark, at, y, Type.SMALL_STRONG, measure, anchor=Anchor.END),
        *set_lines(lines, x + gutter, y, Type.SMALL, measure),
    )
    spot = Spot(x, y, breadth, height, name, f"{noun} {number + 1}")
    return Laid(shapes, (spot,), y + height)


def lists(matrix: Matrix, width: float, measure: TextMeasure) -> Laid:
    """Return each row with the numbers of its columns."""
    shapes: list[Shape] = []
    spots: list[Spot] = []
    top, step = 0.0, measure.line_height(Type.SMALL)
    for row, (name, columns) in enumerate(zip(matrix.rows, matrix.by_row(), strict=True)):
        title = brief(name, width, measure, _MOST_LINES)
        lines = wrapped(
            _numbers(columns, matrix.column_noun), width - measure.em, Type.SMALL, measure
        )
        below = top + len(title) * step
        shapes += set_lines(title, 0, top, Type.SMALL, measure)
        shapes += set_lines(lines, measure.em, below, Type.SMALL, measure, ink=Ink.QUIET)
        bottom = below + len(lines) * step
        spots.append(Spot(0, top, width, bottom - top, name, f"{matrix.row_noun} {row + 1}"))
        top = bottom + measure.em * 0.3
    return Laid(tuple(shapes), tuple(spots), top)


def _numbers(columns: tuple[int, ...], noun: str) -> str:
    nouns = noun if len(columns) == 1 else f"{noun}s"
    if not columns:
        return f"no {nouns}"
    return f"{nouns} {', '.join(str(column + 1) for column in columns)}"
