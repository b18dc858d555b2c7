"""The names of dates on their poles, above or below the axis."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.analysis.pictures.lettering import set_lines, wrapped
from desktop_app.analysis.pictures.shapes import Box, Ink, Line, Shape, TextMeasure, Type
from desktop_app.analysis.time_axis.flags import Flag, Pole, set_flags
from desktop_app.analysis.time_axis.marks import Kind, Mark
from desktop_app.analysis.time_axis.scale import TimeScale

_GAP = 0.35


@dataclass(frozen=True, slots=True)
class Name:
    """The lines of a mark's name and of its date."""

    mark: Mark
    title: tuple[str, ...]
    date: tuple[str, ...]

    def width(self, measure: TextMeasure) -> float:
        """Return the width of the longest line."""
        return max(measure.width(line, Type.SMALL_STRONG) for line in (*self.title, *self.date))


@dataclass(frozen=True, slots=True)
class Names:
    """Names that have their places, in levels of one height."""

    names: tuple[Name, ...]
    flags: tuple[Flag, ...]
    step: float

    @property
    def height(self) -> float:
        """Return the height of all levels."""
        return (1 + max((flag.level for flag in self.flags), default=-1)) * self.step


def set_names(
    marks: tuple[Mark, ...], scale: TimeScale, width: float, measure: TextMeasure
) -> Names:
    """Return the names of marks with their places."""
    names = tuple(_name(mark, width, measure) for mark in marks)
    poles = [Pole(scale.x(name.mark.middle), name.width(measure)) for name in names]
    flags = set_flags(poles, width, _GAP * measure.em) if poles else ()
    most = max((len(name.title) + len(name.date) for name in names), default=0)
    step = most * measure.line_height(Type.SMALL) + _GAP * measure.em
    return Names(names, flags, step)


def _name(mark: Mark, width: float, measure: TextMeasure) -> Name:
    title = wrapped(mark.name, width, Type.SMALL_STRONG, measure)
    return Name(mark, title, wrapped(mark.words, width, Type.SMALL_STRONG, measure))


def name_shapes(
    names: Names, lane: float, edge: float, measure: TextMeasure, *, is_above: bool
) -> Iterator[Shape]:
    """Yield poles from a lane and names; ``edge`` is where the lowest level begins."""
    tops = [_top(flag, names, edge, is_above) for flag in names.flags]
    for name, flag, top in zip(names.names, names.flags, tops, strict=True):
        is_today = name.mark.kind is Kind.TODAY
        ink = Ink.ALERT if is_today else Ink.RULE
        end = top if is_above else top + names.step - _GAP * measure.em
        yield Line(flag.pole.x, lane, flag.pole.x, end, ink, is_dashed=is_today)
    for name, flag, top in zip(names.names, names.flags, tops, strict=True):
        yield from _lettering(name, flag, top, measure)


def _top(flag: Flag, names: Names, edge: float, is_above: bool) -> float:
    return edge - (flag.level + 1) * names.step if is_above else edge + flag.level * names.step


def _lettering(name: Name, flag: Flag, top: float, measure: TextMeasure) -> Iterator[Shape]:
    step = measure.line_height(Type.SMALL)
    lines = len(name.title) + len(name.date)
    # A pole that has to pass behind a name must not be seen through it.
    yield Box(flag.left, top, flag.pole.width, lines * step, ink=None, fill=Ink.GROUND)
    ink = Ink.ALERT if name.mark.kind is Kind.TODAY else Ink.TEXT
    yield from set_lines(name.title, flag.left, top, Type.SMALL_STRONG, measure, ink=ink)
    below = top + len(name.title) * step
    yield from set_lines(name.date, flag.left, below, Type.SMALL, measure, ink=Ink.QUIET)
