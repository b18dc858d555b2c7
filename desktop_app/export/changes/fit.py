"""Fits a comparison on its page in the largest type it can have, and shortens it where in none."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.export.brief.search import last_true
from desktop_app.export.changes.foot import foot
from desktop_app.export.changes.layout import head, parts
from desktop_app.export.one_page import Blocks, OnePage
from desktop_app.export.paper import BOX_HEIGHT
from desktop_app.export.typesetting.blocks import Block
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

_AIRS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.2)
_PAGE = 12_000
"""Characters that no page has room for."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A comparison as its page shows it: blocks with their distance from the top of the box."""

    shown: Shown
    blocks: Blocks
    type_size: float


def fitted(made: Comparison) -> Fitted:
    """Return the comparison on its page; it always fits."""
    page = OnePage(_placed, BOX_HEIGHT, _AIRS)
    shown, size = whole(made), FLOOR
    if _may_fit(shown) and page.fits(shown):
        size = page.largest(shown)
    else:
        shown = _shortened(made, page.fits)
    return Fitted(shown, page.spread(shown, size), size)


def _shortened(made: Comparison, fits: Callable[[Shown], bool]) -> Shown:
    last = whole(made)
    for last in shorter(made):
        if _may_fit(last) and fits(last):
            return last
    last = clipped(first_rows(last, MOST_ROWS), LENGTHS[-1])
    counts = range(len(last.rows) + 1)
    return first_rows(last, counts[last_true(counts, lambda count: fits(first_rows(last, count)))])


def _placed(setting: Setting, shown: Shown) -> tuple[Blocks, float]:
    """Return the page, and how high its blocks are together."""
    bottom = foot(setting, shown)
    blocks: list[tuple[float, Block]] = []
    height = 0.0
    for block in (head(setting, shown), *parts(setting, shown)):
        blocks.append((height, block))
        height += block.height + setting.gap
    blocks.append((BOX_HEIGHT - bottom.height, bottom))
    return tuple(blocks), height + bottom.height


def _may_fit(shown: Shown) -> bool:
    """Tell whether it is worth trying: to set a hundred pages of text takes long."""
    length = sum(row.length for row in shown.rows)
    return length <= _PAGE and len(shown.rows) <= MOST_ROWS
