"""Names under their numbers, and rows as lists of numbers where there is no room for a grid."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.analysis.arms_matrix.matrix import Matrix
from desktop_app.analysis.arms_matrix.plan import brief
from desktop_app.analysis.named import Named, all_numbered, numbered
from desktop_app.analysis.pictures.lettering import set_lines, wrapped
from desktop_app.analysis.pictures.shapes import Anchor, Ink, Shape, Spot, TextMeasure, Type

_COLUMN = 24.0
"""The least breadth of a column of the key, in sizes of running text."""
_MOST_COLUMNS = 3
_GAP = 1.0
_GUTTER = 0.5
_ROW_GAP = 0.3
_MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class Laid:
    """Shapes below each other, down to a distance from the top of the picture."""

    shapes: tuple[Shape, ...]
    spots: tuple[Spot, ...]
    bottom: float


def key(
    names: tuple[str, ...], noun: Named, top: float, width: float, measure: TextMeasure
) -> Laid:
    """Return numbered names, in up to three columns that are read downwards."""
    count = max(1, min(_MOST_COLUMNS, int(width / (_COLUMN * measure.em)), len(names)))
    gap = _GAP * measure.em
    entries = _Entries(names, noun, (width - (count - 1) * gap) / count, measure)
    per_column = max(1, -(-len(names) // count))
    columns = [
        entries.column(range(first, min(first + per_column, len(names))), place, gap, top)
        for place, first in enumerate(range(0, len(names), per_column))
    ]
    return _joined(columns, top)


def _joined(parts: Iterable[Laid], top: float) -> Laid:
    shapes: list[Shape] = []
    spots: list[Spot] = []
    bottom = top
    for part in parts:
        shapes += part.shapes
        spots += part.spots
        bottom = max(bottom, part.bottom)
    return Laid(tuple(shapes), tuple(spots), bottom)


@dataclass(frozen=True, slots=True)
class _Entries:
    """Names that are set with their numbers, in columns of one breadth."""

    names: tuple[str, ...]
    noun: Named
    breadth: float
    measure: TextMeasure

    def column(self, numbers: range, place: int, gap: float, top: float) -> Laid:
        """Return some entries below each other, in a column counted from 0."""
        entries: list[Laid] = []
        for number in numbers:
            entries.append(self._entry(number, place * (self.breadth + gap), top))
            top = entries[-1].bottom
        return _joined(entries, top)

    def _entry(self, number: int, x: float, top: float) -> Laid:
        measure, name = self.measure, self.names[number]
        end = x + measure.width(str(len(self.names)), Type.SMALL_STRONG)
        left = end + _GUTTER * measure.em
        lines = brief(name, x + self.breadth - left, measure, _MOST_LINES)
        mark = (str(number + 1),)
        height = max(len(lines), 1) * measure.line_height(Type.SMALL)
        shapes = (
            *set_lines(mark, end, top, Type.SMALL_STRONG, measure, anchor=Anchor.END),
            *set_lines(lines, left, top, Type.SMALL, measure),
        )
        spot = Spot(x, top, self.breadth, height, name, numbered(self.noun, number + 1))
        return Laid(shapes, (spot,), top + height)


def lists(matrix: Matrix, width: float, measure: TextMeasure) -> Laid:
    """Return each row with the numbers of its columns."""
    rows: list[Laid] = []
    top = 0.0
    for number, columns in enumerate(matrix.by_row()):
        rows.append(_row(matrix, number, columns, top, width, measure))
        top = rows[-1].bottom
    return _joined(rows, top)


def _row(
    matrix: Matrix,
    number: int,
    columns: tuple[int, ...],
    top: float,
    width: float,
    measure: TextMeasure,
) -> Laid:
    step, name = measure.line_height(Type.SMALL), matrix.rows[number]
    title = brief(name, width, measure, _MOST_LINES)
    words = all_numbered(matrix.column_noun, (column + 1 for column in columns))
    lines = wrapped(words, width - measure.em, Type.SMALL, measure)
    below = top + len(title) * step
    bottom = below + len(lines) * step
    shapes = (
        *set_lines(title, 0, top, Type.SMALL, measure),
        *set_lines(lines, measure.em, below, Type.SMALL, measure, ink=Ink.QUIET),
    )
    spot = Spot(0, top, width, bottom - top, name, numbered(matrix.row_noun, number + 1))
    return Laid(shapes, (spot,), bottom + _ROW_GAP * measure.em)
