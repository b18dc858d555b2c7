"""The shapes that pictures consist of, and what measures their text.

Distances are in the unit of whoever draws: pixels on a screen, points on paper. ``y`` grows
downwards. Whoever draws decides what an ink looks like; a picture must be understood in black and
white, so no ink alone may carry a meaning.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class Ink(Enum):
    """What a line, a ground or a text is for; decides its colour."""

    TEXT = "text"
    QUIET = "quiet"
    ACCENT = "accent"
    ACCENT_TINT = "accent tint"
    """A pale ground in the accent; text on it keeps its own ink."""
    PANEL = "panel"
    """A pale ground that is neutral."""
    GROUND = "ground"
    """What the picture stands on."""
    RULE = "rule"
    """Outlines, connectors, axes."""
    FAINT = "faint"
    """Grid lines, outlines of countries."""
    LAND = "land"
    ALERT = "alert"
    """Today on a time axis, a limit that is exceeded: sparingly."""


class Type(Enum):
    """A size and weight of text, in relation to running text."""

    SMALL = "small"
    BODY = "body"
    STRONG = "strong"
    SMALL_STRONG = "small strong"


class Anchor(Enum):
    """Which part of a text stands at its ``x``."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class TextMeasure(Protocol):
    """Measures text as whoever draws will draw it."""

    def width(self, text: str, type: Type) -> float:
        """Return the width of one line of text."""

    def line_height(self, type: Type) -> float:
        """Return the distance from one line to the next."""

    def ascent(self, type: Type) -> float:
        """Return the distance from the top of a line to its baseline."""

    @property
    def em(self) -> float:
        """The size of running text; distances in a picture go with it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    ink: Ink = Ink.RULE
    width: float = 1.0
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class Path:
    """A line through points, as polygon if it is closed.

    With ``is_smooth`` the points after the first come in threes: cubic Bézier segments.
    """

    points: tuple[tuple[float, float], ...]
    ink: Ink | None = Ink.RULE
    fill: Ink | None = None
    width: float = 1.0
    is_closed: bool = False
    is_smooth: bool = False
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, its corners rounded by ``radius``."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink | None = Ink.RULE
    fill: Ink | None = None
    radius: float = 0.0
    line_width: float = 1.0
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle around its centre."""

    x: float
    y: float
    radius: float
    ink: Ink | None = Ink.ACCENT
    fill: Ink | None = Ink.ACCENT
    line_width: float = 1.0


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; ``y`` is its baseline. ``width`` is what it was measured to take."""

    x: float
    y: float
    text: str
    type: Type = Type.BODY
    ink: Ink = Ink.TEXT
    anchor: Anchor = Anchor.START
    width: float = 0.0


Shape = Line | Path | Box | Dot | Text


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a picture that can be pointed at: what it says, and the key of what it stands for.

    ``key`` is given by whoever lays the picture out, such as the number of a location.
    """

    x: float
    y: float
    width: float
    height: float
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes in the order in which they are drawn, within a width and a height from 0, 0."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    spots: tuple[Spot, ...] = ()
