"""Finds the largest type in which a comparison fits on its page, and shortens it where none is."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.export.brief.search import last_true
from desktop_app.export.changes.foot import foot
from desktop_app.export.changes.layout import head, parts
from desktop_app.export.paper import BOX_HEIGHT
from desktop_app.export.typesetting.blocks import Block
from desktop_app.export.typesetting.line_breaking import LineBreaker
from desktop_app.export.typesetting.setting import FLOOR, Setting
from desktop_app.presentation.changes.content import Comparison
from desktop_app.presentation.changes.cuts import (
    LENGTHS,
    MOST_ROWS,
    Shown,
    clipped,
    first_rows,
    shorter,
    whole,
)

_SIZES = tuple(FLOOR + 0.25 * step for step in range(11))
_AIRS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.2)
_PAGE = 12_000
"""Characters that no page has room for."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A comparison as its page shows it: blocks with their distance from the top of the box."""

    shown: Shown
    blocks: tuple[tuple[float, Block], ...]
    type_size: float


def fitted(made: Comparison) -> Fitted:
    """Return the comparison on its page; it always fits."""
    return _Fitting(made).result()


@dataclass(frozen=True, slots=True)
class _Fitting:
    made: Comparison
    breaker: LineBreaker = field(default_factory=LineBreaker)
    settings: dict[tuple[float, float], Setting] = field(default_factory=dict)

    def result(self) -> Fitted:
        shown = whole(self.made)
        if _may_fit(shown) and self._fits(shown, FLOOR):
            sizes = _SIZES
            size = sizes[last_true(sizes, lambda size: self._fits(shown, size))]
            return self._spread(shown, size)
        return self._spread(self._shortened(), FLOOR)

    def _shortened(self) -> Shown:
        last = whole(self.made)
        for last in shorter(self.made):
            if _may_fit(last) and self._fits(last, FLOOR):
                return last
        last = clipped(first_rows(last, MOST_ROWS), LENGTHS[-1])
        counts = range(len(last.rows) + 1)
        return first_rows(last, counts[last_true(counts, self._fits_with(last))])

    def _fits_with(self, shown: Shown) -> "_RowsFit":
        return _RowsFit(self, shown)

    def _setting(self, size: float, air: float) -> Setting:
        key = (size, air)
        if key not in self.settings:
            self.settings[key] = Setting(self.breaker, size, air)
        return self.settings[key]

    def fits(self, shown: Shown) -> bool:
        """Tell whether a comparison fits in the smallest type."""
        return self._fits(shown, FLOOR)

    def _fits(self, shown: Shown, size: float) -> bool:
        return self._set(shown, size, 0.0)[1] <= BOX_HEIGHT

    def _set(self, shown: Shown, size: float, air: float) -> tuple[Fitted, float]:
        """Return the page, and how high its blocks are together."""
        setting = self._setting(size, air)
        bottom = foot(setting, shown)
        blocks: list[tuple[float, Block]] = []
        height = 0.0
        for block in (head(setting, shown), *parts(setting, shown)):
            blocks.append((height, block))
            height += block.height + setting.gap
        blocks.append((BOX_HEIGHT - bottom.height, bottom))
        return Fitted(shown, tuple(blocks), size), height + bottom.height

    def _spread(self, shown: Shown, size: float) -> Fitted:
        """Give the room that is left to the spacing."""
        airs: Sequence[float] = _AIRS
        best = last_true(airs, lambda air: self._set(shown, size, air)[1] <= BOX_HEIGHT)
        return self._set(shown, size, airs[best])[0]


@dataclass(frozen=True, slots=True)
class _RowsFit:
    """Tells whether so many changes fit."""

    fitting: _Fitting
    shown: Shown

    def __call__(self, count: int) -> bool:
        return self.fitting.fits(first_rows(self.shown, count))


def _may_fit(shown: Shown) -> bool:
    """Tell whether it is worth trying: to set a hundred pages of text takes long."""
    length = sum(row.length for row in shown.rows)
    return length <= _PAGE and len(shown.rows) <= MOST_ROWS
