"""Fits something on one page: in the largest type in which it does, with all the room there is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from desktop_app.export.brief.search import last_true
from desktop_app.export.typesetting.blocks import Block
from desktop_app.export.typesetting.line_breaking import LineBreaker
from desktop_app.export.typesetting.setting import FLOOR, Setting

T = TypeVar("T")
Blocks = tuple[tuple[float, Block], ...]
"""Blocks with their distance from the top of the box, in points."""
_SIZES = tuple(FLOOR + 0.25 * step for step in range(11))


def _no_air(_size: float) -> float:
    return 0.0


@dataclass(frozen=True, slots=True)
class OnePage(Generic[T]):
    """Tries sizes of type and, with the best of them, room between lines.

    ``place`` returns the blocks of a page and the height that they need; the page has ``height``
    points. ``airs`` are the amounts of room that are tried, the least first; at a size of type
    there must be ``least_air``.
    """

    place: Callable[[Setting, T], tuple[Blocks, float]]
    height: float
    airs: Sequence[float]
    least_air: Callable[[float], float] = _no_air
    breaker: LineBreaker = field(default_factory=LineBreaker)
    settings: dict[tuple[float, float], Setting] = field(default_factory=dict)

    def fits(self, shown: T, size: float = FLOOR) -> bool:
        """Tell whether something fits in a size of type."""
        return self._height(shown, size, self.least_air(size)) <= self.height

    def largest(self, shown: T) -> float:
        """Return the largest type for something that fits in the smallest one."""
        return _SIZES[last_true(_SIZES, lambda size: self.fits(shown, size))]

    def spread(self, shown: T, size: float) -> Blocks:
        """Return the page, with the room that is left given to the spacing."""
        best = last_true(self.airs, lambda air: self._height(shown, size, air) <= self.height)
        return self.place(self._setting(size, self.airs[best]), shown)[0]

    def _height(self, shown: T, size: float, air: float) -> float:
        return self.place(self._setting(size, air), shown)[1]

    def _setting(self, size: float, air: float) -> Setting:
        key = (size, air)
        if key not in self.settings:
            self.settings[key] = Setting(self.breaker, size, air)
        return self.settings[key]
