"""Quiet sentences below a picture: what is odd in the record about what it shows."""

from collections.abc import Iterator

from desktop_app.analysis.pictures.lettering import set_lines, wrapped
from desktop_app.analysis.pictures.shapes import Ink, Text, TextMeasure, Type


def note_shapes(
    notes: tuple[str, ...], top: float, width: float, measure: TextMeasure
) -> Iterator[Text]:
    """Yield the lines of sentences one below the other."""
    for note in notes:
        lines = wrapped(note, width, Type.SMALL, measure)
        yield from set_lines(lines, 0, top, Type.SMALL, measure, ink=Ink.QUIET)
        top += len(lines) * measure.line_height(Type.SMALL)


def bottom_of(notes: tuple[Text, ...], otherwise: float, measure: TextMeasure) -> float:
    """Return where the sentences end, or where the picture ends that has none."""
    return notes[-1].y + measure.em / 2 if notes else otherwise
