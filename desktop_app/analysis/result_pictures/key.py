"""The key of a plot: the symbol of each group with the group's title."""

from collections.abc import Iterator

from desktop_app.analysis.pictures.lettering import set_lines
from desktop_app.analysis.pictures.shapes import Shape, TextMeasure, Type
from desktop_app.analysis.result_pictures.labels import told_apart
from desktop_app.analysis.result_pictures.symbols import RADIUS, symbol

_SYMBOL = 1.0
"""What a symbol takes with the distance to its title, in sizes of running text."""
_GAP = 1.4
_MOST_LINES = 2


def key_shapes(
    titles: tuple[str, ...], width: float, measure: TextMeasure
) -> tuple[tuple[Shape, ...], float]:
    """Return the key and its height; titles stand side by side as long as they fit."""
    shapes: list[Shape] = []
    height = 0.0
    for number, x, top, lines in _entries(titles, width, measure):
        middle = top + measure.line_height(Type.SMALL) / 2
        shapes.append(symbol(number, x + RADIUS * measure.em + 1, middle, RADIUS * measure.em))
        shapes += set_lines(lines, x + _SYMBOL * measure.em, top, Type.SMALL, measure)
        height = max(height, top + len(lines) * measure.line_height(Type.SMALL))
    return tuple(shapes), height + 0.6 * measure.em


def _entries(
    titles: tuple[str, ...], width: float, measure: TextMeasure
) -> Iterator[tuple[int, float, float, tuple[str, ...]]]:
    x = top = row = 0.0
    room = width - _SYMBOL * measure.em
    for number, lines in enumerate(told_apart(titles, room, Type.SMALL, measure, _MOST_LINES)):
        taken = max((measure.width(line, Type.SMALL) for line in lines), default=0.0)
        taken += _SYMBOL * measure.em
        if x and x + taken > width:
            x, top, row = 0.0, top + row + 0.15 * measure.em, 0.0
        yield number, x, top, lines
        x += taken + _GAP * measure.em
        row = max(row, len(lines) * measure.line_height(Type.SMALL))
