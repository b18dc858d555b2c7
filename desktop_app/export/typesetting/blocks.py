"""Rectangles of a page with what is drawn in them, in points, from their upper left corner down."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.analysis.pictures.shapes import Picture
from desktop_app.export.typesetting.tags import Tag


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of text; ``y`` is the first baseline, ``grey`` 0 for black.

    Where there is a ``room``, in points, lines end at its right: they run from right to left.
    """

    x: float
    y: float
    lines: tuple[str, ...]
    leading: float
    font: str
    size: float
    grey: float = 0.0
    room: float = 0.0

    @property
    def last_y(self) -> float:
        """Return the last baseline."""
        return self.y + self.leading * (len(self.lines) - 1)


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    thickness: float = 0.5
    grey: float = 0.45


@dataclass(frozen=True, slots=True)
class Pill:
    """An outline with round ends."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class StatusShape:
    """The shape that goes with a status, in a square of the given side."""

    shape: str
    x: float
    y: float
    side: float


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code of an address, in a square of the given side."""

    address: str
    x: float
    y: float
    side: float


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle: an outline where it has a thickness, filled where it has a ``fill`` grey."""

    x: float
    y: float
    width: float
    height: float
    thickness: float = 0.8
    grey: float = 0.0
    fill: float | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture that ``PaperMeasure(size)`` laid out; its block's tag tells what it shows."""

    picture: Picture
    size: float
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Jump:
    """An area that leads to a heading of the same file, by the ``target`` of its tag."""

    target: str
    words: str
    """Said by screen readers."""
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Web:
    """An area that leads to an address, which is also what it says."""

    address: str
    x: float
    y: float
    width: float
    height: float


Mark = Text | Line | Pill | StatusShape | Code | Frame | Drawing | Jump | Web


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle with marks and with other blocks, each with its place in it.

    ``tag`` is the element that the block is for who cannot see the page. Text without one is a
    paragraph; whatever else is drawn outside a figure is decoration.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    parts: tuple[tuple[float, float, "Block"], ...] = ()
    tag: Tag | None = None

    def tagged(self, tag: Tag) -> "Block":
        """Return the block as an element."""
        return Block(self.height, self.marks, self.parts, tag)


NOTHING = Block(0.0)


def stacked(blocks: Iterable[Block], gap: float = 0.0) -> Block:
    """Return blocks one below the other; blocks without height take no gap."""
    parts = []
    height = 0.0
    for block in blocks:
        if block.height:
            top = height + gap if height else 0.0
            parts.append((0.0, top, block))
            height = top + block.height
    return Block(height, (), tuple(parts))


def beside(*columns: tuple[float, Block]) -> Block:
    """Return blocks next to each other, each with its distance from the left."""
    height = max((block.height for _, block in columns), default=0.0)
    return Block(height, (), tuple((x, 0.0, block) for x, block in columns))


def indented(block: Block, x: float, above: float = 0.0, below: float = 0.0) -> Block:
    """Return a block with room at its left, above and below."""
    return Block(above + block.height + below, (), ((x, above, block),))
