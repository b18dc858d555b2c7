"""The schematic as a picture: across where there is room, else down."""

from dataclasses import replace

from desktop_app.analysis.pictures.notes import bottom_of, note_shapes
from desktop_app.analysis.pictures.shapes import Picture, TextMeasure
from desktop_app.analysis.schematic.across import across
from desktop_app.analysis.schematic.block import moved
from desktop_app.analysis.schematic.down import down
from desktop_app.analysis.schematic.rows import Row, brief
from desktop_app.analysis.schematic.schematic import Schematic

_EDGE = 1.0
"""Room at the edges for half of the width of outlines."""


def draw_schematic(schematic: Schematic, width: float, measure: TextMeasure) -> Picture:
    """Return the picture for a width; it may be narrower."""
    room = width - 2 * _EDGE
    block = across(schematic, room, measure) or down(schematic, room, measure)
    sentences = tuple(brief(note, Row("", most_lines=4)) for note in schematic.notes)
    top = block.height + 1.4 * measure.em
    notes = tuple(note_shapes(sentences, top, block.width, measure))
    height = bottom_of(notes, block.height, measure)
    placed = moved(replace(block, shapes=(*block.shapes, *notes)), _EDGE, _EDGE)
    return Picture(block.width + 2 * _EDGE, height + 2 * _EDGE, placed.shapes, placed.spots)
