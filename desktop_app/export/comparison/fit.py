"""Fits a comparison on its page in the largest type it can have, and shortens it where in none."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from desktop_app.export.comparison.layout import HEIGHT, table
from desktop_app.export.comparison.page import foot, head
from desktop_app.export.one_page import Blocks, OnePage
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

_AIRS = (0.0, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 1.0, 1.2)
_GAP = 8.0


@dataclass(frozen=True, slots=True)
class Fitted:
    """A comparison as its page shows it: blocks with their distance from the top of the box."""

    made: Comparison
    blocks: Blocks
    type_size: float
    shortened: tuple[str, ...]


def fitted(made: Comparison) -> Fitted:
    """Return the comparison on its page; it always fits."""
    page = OnePage(partial(_placed, made), HEIGHT, _AIRS, _least_air)
    shown, size = shortened(made, LISTS, MOST_ITEMS), FLOOR
    if page.fits(shown):
        size = page.largest(shown)
    else:
        shown = next(one for one in _shorter(shown) if page.fits(one))
    return Fitted(shown, page.spread(shown, size), size, shortenings(made, shown))


def _shorter(made: Comparison) -> Iterator[Comparison]:
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


def _placed(whole: Comparison, setting: Setting, made: Comparison) -> tuple[Blocks, float]:
    """Return the page, and how high its blocks are together."""
    top, rows = head(setting, made), table(setting, made)
    bottom = foot(setting, made.printed, shortenings(whole, made))
    blocks = (
        (0.0, top),
        (top.height + _GAP, rows),
        (HEIGHT - bottom.height, bottom),
    )
    return blocks, top.height + rows.height + bottom.height + 2 * _GAP


def _least_air(size: float) -> float:
    """Large type asks for room; small type stands close."""
    return max(0.0, min(0.4, (size - FLOOR) * 0.16))
