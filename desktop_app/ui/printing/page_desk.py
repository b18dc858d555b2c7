"""How the pages of a sheet lie in a view of some size: numbers alone, without a window."""

from collections.abc import Iterator

from desktop_app.ui.printing.page_spread import Spread, spread_of, widest_row
from desktop_app.ui.printing.print_plan import Size
from desktop_app.ui.printing.zoom import Zoom, pixels_a_point

GAP = 16
"""Pixels between pages and around them."""
_ROWS_BESIDE = 1
"""Rows of pages below and above those in sight that are drawn as well."""


class PageDesk:
    """Pages at a zoom, so many in a row; ``spread`` holds what was laid out last."""

    def __init__(self) -> None:
        self.sizes: tuple[Size, ...] = ()
        self.zoom = Zoom()
        self.columns = 1
        self.spread = Spread()

    def lay_out(self, room: Size, dpi: float) -> None:
        """Lay the pages out for a view, in pixels, of a screen of so many dots an inch."""
        scale = self.scale(room, dpi)
        self.spread = spread_of(self.sizes, self.columns, scale, GAP, room[0])

    def scale(self, room: Size, dpi: float) -> float:
        """Return the pixels of a point."""
        width = max(1.0, room[0] - GAP * (self.columns + 1))
        height = max(1.0, room[1] - 2 * GAP)
        return pixels_a_point(self.zoom, widest_row(self.sizes, self.columns), (width, height), dpi)

    def has(self, page: int) -> bool:
        """Tell whether there is a page of a number counted from 0."""
        return 0 <= page < len(self.spread.boxes)

    def top_of(self, page: int) -> int:
        """Return how far to scroll to a page; 0 where there is none."""
        return round(self.spread.boxes[page].y) - GAP if self.has(page) else 0

    def drawn_for(self, top: float, bottom: float) -> Iterator[int]:
        """Yield the pages to draw for a view between two heights, those in sight first."""
        seen = self.spread.between(top, bottom)
        row = _ROWS_BESIDE * self.columns
        yield from seen
        yield from range(seen.stop, min(len(self.spread.boxes), seen.stop + row))
        yield from range(max(0, seen.start - row), seen.start)
