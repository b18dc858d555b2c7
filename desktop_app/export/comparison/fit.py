"""Finds the largest type in which a comparison fits on its page, and shortens it where none is."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop_app.export.comparison.layout import HEIGHT, table
from desktop_app.export.comparison.page import foot, head
from desktop_app.export.typesetting.blocks import Block
from desktop_app.export.typesetting.line_breaking import LineBreaker
from desktop_app.export.typesetting.setting import FLOOR, Setting
from desktop_app.presentation.comparison.content import Comparison
from desktop_app.presentation.comparison.cuts import (
    LENGTHS,
    LISTS,
    MOST_ITEMS,
    STEPS,
    clipped,
    shortened,
    shortenings,
    without_design,
)

_SIZES = tuple(FLOOR + 0.25 * step for step in range(11))
_AIRS = (1.2, 1.0, 0.8, 0.6, 0.45, 0.3, 0.2, 0.1, 0.0)
_GAP = 8.0


@dataclass(frozen=True, slots=True)
class Fitted:
    """A comparison as its page shows it: blocks with their distance from the top of the box."""

    made: Comparison
    blocks: tuple[tuple[float, Block], ...]
    type_size: float
    shortened: tuple[str, ...]


def fitted(made: Comparison) -> Fitted:
    """Return the comparison on its page; it always fits."""
    return _Fitting(made).result()


@dataclass(frozen=True, slots=True)
class _Fitting:
    made: Comparison
    breaker: LineBreaker = field(default_factory=LineBreaker)
    settings: dict[tuple[float, float], Setting] = field(default_factory=dict)

    def result(self) -> Fitted:
        bounded = shortened(self.made, LISTS, MOST_ITEMS)
        if self._fits(bounded, FLOOR):
            return self._spread(bounded, self._largest(bounded))
        shown = next(one for one in self._shorter(bounded) if self._fits(one, FLOOR))
        return self._spread(shown, FLOOR)

    def _largest(self, made: Comparison) -> float:
        """Return the largest type in which a comparison fits that fits in the smallest one."""
        low, high = 0, len(_SIZES) - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._fits(made, _SIZES[middle]) else (low, middle - 1)
        return _SIZES[low]

    def _shorter(self, made: Comparison) -> Iterator[Comparison]:
        """Yield a comparison with ever fewer items, then with ever shorter texts."""
        made = without_design(made)
        yield made
        for step in STEPS:
            for most in range(step.most, step.least - 1, -1):
                shorter = shortened(made, step.labels, most)
                yield shorter
            made = shorter
        for length in LENGTHS:
            yield clipped(made, length)
        made = clipped(made, LENGTHS[-1])
        for length in LENGTHS:
            yield clipped(made, length, all_rows=True)

    def _setting(self, size: float, air: float) -> Setting:
        key = (size, air)
        if key not in self.settings:
            self.settings[key] = Setting(self.breaker, size, air)
        return self.settings[key]

    def _fits(self, made: Comparison, size: float) -> bool:
        return self._set(made, size, _least_air(size))[1] <= HEIGHT

    def _set(self, made: Comparison, size: float, air: float) -> tuple[Fitted, float]:
        """Return the page, and how high its blocks are together."""
        setting = self._setting(size, air)
        top, rows, bottom = head(setting, made), table(setting, made), self._foot(setting, made)
        blocks = (
            (0.0, top),
            (top.height + _GAP, rows),
            (HEIGHT - bottom.height, bottom),
        )
        height = top.height + rows.height + bottom.height + 2 * _GAP
        return Fitted(made, blocks, size, shortenings(self.made, made)), height

    def _foot(self, setting: Setting, made: Comparison) -> Block:
        return foot(setting, made.printed, shortenings(self.made, made))

    def _spread(self, made: Comparison, size: float) -> Fitted:
        """Give the room that is left to the spacing."""
        pages = (self._set(made, size, air) for air in _AIRS)
        return next(page for page, height in pages if height <= HEIGHT)


def _least_air(size: float) -> float:
    """Large type asks for room; small type stands close."""
    return max(0.0, min(0.4, (size - FLOOR) * 0.16))
