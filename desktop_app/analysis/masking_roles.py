"""Lays out who does not know which arm a participant is in: an eye for each role."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from desktop_app.analysis.pictures.lettering import set_lines, shortened
from desktop_app.analysis.pictures.notes import bottom_of, note_shapes
from desktop_app.analysis.pictures.shapes import (
    Dot,
    Ink,
    Line,
    Path,
    Picture,
    Shape,
    Spot,
    TextMeasure,
    Type,
)
from desktop_app.languages import pgettext
from desktop_app.punctuation import labelled

_EYE = 2.2
"""The breadth of an eye, in sizes of running text."""
_GAP = 0.7
_BETWEEN = 1.4
_MOST_LINES = 2
_LONGEST = 200
"""Characters of a name that are looked at; the registry's own are short."""


class Sight(Enum):
    """Whether a role is masked."""

    MASKED = "masked"
    OPEN = "not masked"
    UNSTATED = "unstated"

    @property
    def words(self) -> str:
        """Return the words that stand below a role."""
        match self:
            case Sight.MASKED:
                return pgettext("a role in a study", "masked")
            case Sight.OPEN:
                return pgettext("a role in a study", "not masked")
            case Sight.UNSTATED:
                return pgettext("a role in a study", "not stated")


@dataclass(frozen=True, slots=True)
class Role:
    """A role with what the record states of it."""

    name: str
    sight: Sight


@dataclass(frozen=True, slots=True)
class MaskingRoles:
    """The roles of a study; ``notes`` are sentences that stand below the picture."""

    roles: tuple[Role, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Grid:
    """Rows of one height and columns as wide as what stands in them."""

    columns: tuple[float, ...]
    between: float
    row: float

    def place(self, number: int) -> tuple[float, float]:
        """Return the upper left corner of a cell."""
        row, column = divmod(number, len(self.columns))
        return sum(self.columns[:column]) + column * self.between, row * self.row

    def width(self, number: int) -> float:
        """Return the width of a cell."""
        return self.columns[number % len(self.columns)]


def draw_masking(masking: MaskingRoles, width: float, measure: TextMeasure) -> Picture:
    """Return the roles in one row, or in two or four where there is little room."""
    grid = _grid(masking.roles, width, measure)
    shapes: list[Shape] = []
    spots: list[Spot] = []
    for number, role in enumerate(masking.roles):
        x, top = grid.place(number)
        shapes += _role_shapes(role, x, top, grid.width(number), measure)
        words = labelled(role.name, role.sight.words)
        spots.append(Spot(x, top, grid.width(number), grid.row, words, role.name))
    bottom = -(-len(masking.roles) // len(grid.columns)) * grid.row
    notes = tuple(note_shapes(masking.notes, bottom, width, measure))
    height = bottom_of(notes, bottom, measure)
    return Picture(width, height, (*shapes, *notes), tuple(spots))


def _grid(roles: tuple[Role, ...], width: float, measure: TextMeasure) -> _Grid:
    between = _BETWEEN * measure.em
    wanted = [_beside(measure) + _text_width(role, measure) for role in roles]
    for count in (len(roles), 2, 1):
        columns = tuple(max(wanted[first::count]) for first in range(count))
        if sum(columns) + (count - 1) * between <= width:
            break
    columns = tuple(min(column, width) for column in columns)
    texts = [columns[number % len(columns)] - _beside(measure) for number in range(len(roles))]
    names = (_name(role, text, measure) for role, text in zip(roles, texts, strict=True))
    lines = max(len(name) for name in names)
    row = lines * measure.line_height(Type.BODY) + measure.line_height(Type.SMALL)
    return _Grid(columns, between, row + measure.em * 0.5)


def _beside(measure: TextMeasure) -> float:
    """Return the room that an eye takes from a text."""
    return (_EYE + _GAP) * measure.em


def _text_width(role: Role, measure: TextMeasure) -> float:
    sight = measure.width(role.sight.words, Type.SMALL_STRONG)
    return max(measure.width(role.name[:_LONGEST], Type.BODY), sight) + 1


def _name(role: Role, width: float, measure: TextMeasure) -> tuple[str, ...]:
    room = max(width, measure.em)
    return shortened(role.name[:_LONGEST], room, Type.BODY, measure, _MOST_LINES)


def _role_shapes(
    role: Role, x: float, top: float, width: float, measure: TextMeasure
) -> Iterator[Shape]:
    name = _name(role, width - _beside(measure), measure)
    step = measure.line_height(Type.BODY)
    middle = top + (len(name) * step + measure.line_height(Type.SMALL)) / 2
    yield from eye_shapes(role.sight, x + 1, middle, _EYE * measure.em)
    left = x + _beside(measure)
    yield from set_lines(name, left, top, Type.BODY, measure)
    is_masked = role.sight is Sight.MASKED
    type, ink = (Type.SMALL_STRONG, Ink.ACCENT) if is_masked else (Type.SMALL, Ink.QUIET)
    below = top + len(name) * step
    yield from set_lines((role.sight.words,), left, below, type, measure, ink=ink)


def eye_shapes(sight: Sight, x: float, middle: float, width: float) -> Iterator[Shape]:
    """Yield an open eye, one that is filled and struck through, or a dashed outline."""
    half = width * 0.3
    if sight is Sight.UNSTATED:
        yield _lids(x, middle, width, half, Ink.RULE, None, is_dashed=True)
    elif sight is Sight.OPEN:
        yield _lids(x, middle, width, half, Ink.RULE, None)
        yield Dot(x + width / 2, middle, half * 0.55, Ink.RULE, Ink.RULE)
    else:
        yield _lids(x, middle, width, half, Ink.ACCENT, Ink.ACCENT)
        ends = (x + width * 0.2, middle + half * 1.25, x + width * 0.8, middle - half * 1.25)
        yield Line(*ends, Ink.GROUND, width * 0.16)
        yield Line(*ends, Ink.ACCENT, width * 0.06)


def _lids(
    x: float,
    middle: float,
    width: float,
    half: float,
    ink: Ink,
    fill: Ink | None,
    *,
    is_dashed: bool = False,
) -> Path:
    bow = half * 4 / 3
    points = (
        (x, middle),
        (x + width * 0.25, middle - bow),
        (x + width * 0.75, middle - bow),
        (x + width, middle),
        (x + width * 0.75, middle + bow),
        (x + width * 0.25, middle + bow),
        (x, middle),
    )
    return Path(points, ink, fill, 1.5, is_closed=True, is_smooth=True, is_dashed=is_dashed)
