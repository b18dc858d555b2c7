"""The entries of a folded list of arms; those that get the same stand below one heading."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from desktop_app.analysis.pictures.shapes import Anchor, Ink, Spot, Text, TextMeasure, Type
from desktop_app.analysis.schematic.block import Block
from desktop_app.analysis.schematic.lanes import lane_spot
from desktop_app.analysis.schematic.rows import Row, set_rows
from desktop_app.analysis.schematic.schematic import Course, Lane, Schematic
from desktop_app.languages import _

_NUMBER_ROOM = 1.9
_GAP, _GAP_IN_GROUP = 0.6, 0.2


@dataclass(frozen=True, slots=True)
class Entry:
    """An arm with what its rows say; ``heading`` stands once above those that share it."""

    lane: Lane
    place: int
    number: str
    heading: str
    rows: tuple[Row, ...]
    height: float


def common_to(lanes: Sequence[Lane]) -> str:
    """Return what is the same in every lane, empty where something differs or nothing is said."""
    first = lanes[0]
    kind = first.kind if all(lane.kind == first.kind for lane in lanes) else ""
    given = first.given if all(lane.given == first.given for lane in lanes) else ()
    return _joined(kind, given)


def entries_of(
    schematic: Schematic, most: int, width: float, measure: TextMeasure
) -> tuple[Entry, ...]:
    """Return the entries of the first lanes, measured for a column."""
    lanes = schematic.lanes
    own = tuple(_own_words(lane, lanes) for lane in lanes[:most])
    runs = sum(1 for _ in groupby(own))
    has_headings = len(own) > 1 and 1 < runs <= len(own) * 0.6
    is_numbered = schematic.course is Course.STEPS
    entries = tuple(
        _entry(lane, place, words, has_headings, is_numbered, width, measure)
        for place, (lane, words) in enumerate(zip(lanes, own, strict=False))
    )
    return tuple(_with_headings(entries, width, measure)) if has_headings else entries


def _with_headings(entries: Sequence[Entry], width: float, measure: TextMeasure) -> Iterator[Entry]:
    """Yield the entries, the first below each heading with the room that the heading takes."""
    heading = ""
    for entry in entries:
        if entry.heading == heading:
            yield entry
            continue
        heading = entry.heading
        _, taken = set_rows((_heading_row(heading),), 0, 0, width, measure)
        yield replace(entry, height=entry.height + taken + _GAP * measure.em)


def column_block(column: Sequence[Entry], width: float, measure: TextMeasure) -> Block:
    """Return the entries of a column below each other, and below their headings."""
    shapes: list[Text] = []
    spots: list[Spot] = []
    heading, y = "", 0.0
    for entry in column:
        if entry.heading != heading:
            heading = entry.heading
            y += 0.5 * _GAP * measure.em if spots else 0.0
            texts, y = set_rows((_heading_row(heading),), 0, y, width, measure)
            shapes += texts
            y += _GAP_IN_GROUP * measure.em
        texts, end = _entry_texts(entry, y, width, measure)
        shapes += texts
        spots.append(replace(lane_spot(entry.lane, entry.place, width, end - y), y=y))
        y = end + _gap(entry) * measure.em
    return Block(width, y - _gap(column[-1]) * measure.em, tuple(shapes), tuple(spots))


def _own_words(lane: Lane, lanes: Sequence[Lane]) -> str:
    """Return what an entry says beyond what is said once of all."""
    first = lanes[0]
    kind = "" if all(other.kind == first.kind for other in lanes) else lane.kind
    given = () if all(other.given == first.given for other in lanes) else lane.given
    return _joined(kind, given)


def _joined(kind: str, given: tuple[str, ...]) -> str:
    return " · ".join(part for part in (kind, "; ".join(given)) if part)


def _entry(
    lane: Lane,
    place: int,
    words: str,
    has_heading: bool,
    is_numbered: bool,
    width: float,
    measure: TextMeasure,
) -> Entry:
    rows = (
        Row(lane.title, Type.SMALL_STRONG if lane.is_stated else Type.SMALL, most_lines=4),
        *((Row(words, Type.SMALL, Ink.TEXT, 3),) if words and not has_heading else ()),
        *((Row(lane.remark, Type.SMALL, Ink.QUIET, 1),) if lane.remark else ()),
    )
    heading = (words or _("nothing further named")) if has_heading else ""
    entry = Entry(lane, place, str(place + 1) if is_numbered else "", heading, rows, 0.0)
    _texts, height = _entry_texts(entry, 0, width, measure)
    gap = _gap(entry) * measure.em
    return replace(entry, height=height + gap)


def _entry_texts(
    entry: Entry, top: float, width: float, measure: TextMeasure
) -> tuple[tuple[Text, ...], float]:
    inset = _NUMBER_ROOM * measure.em if entry.number else 0.0
    texts, bottom = set_rows(entry.rows, inset, top, width - inset, measure)
    if not entry.number or not texts:
        return texts, bottom
    taken = measure.width(entry.number, Type.SMALL)
    place = inset - 0.6 * measure.em
    number = Text(place, texts[0].y, entry.number, Type.SMALL, Ink.QUIET, Anchor.END, taken)
    return (number, *texts), bottom


def _heading_row(heading: str) -> Row:
    return Row(heading, Type.SMALL, Ink.ACCENT, 3)


def _gap(entry: Entry) -> float:
    return _GAP_IN_GROUP if entry.heading or len(entry.rows) == 1 else _GAP
