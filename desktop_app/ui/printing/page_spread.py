"""Where pages lie below each other, one or two in a row: numbers alone, without a window."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.ui.printing.print_plan import Size


@dataclass(frozen=True, slots=True)
class PageBox:
    """A page's place in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Return where it ends."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Spread:
    """All pages; ``tops`` are those of the rows, for looking up what is in sight."""

    boxes: tuple[PageBox, ...] = ()
    tops: tuple[float, ...] = ()
    columns: int = 1
    width: float = 0.0
    height: float = 0.0

    def between(self, top: float, bottom: float) -> range:
        """Return the pages of which a part lies between two heights."""
        first = max(0, bisect_right(self.tops, top) - 1)
        last = max(0, bisect_right(self.tops, bottom) - 1)
        return range(first * self.columns, min((last + 1) * self.columns, len(self.boxes)))

    def page_at(self, height: float) -> int:
        """Return the page that lies at a height: of a row the first one, -1 where there is none."""
        if not self.boxes:
            return -1
        return max(0, bisect_right(self.tops, height) - 1) * self.columns


@dataclass(frozen=True, slots=True)
class Place:
    """A place on a page, in parts of its height; beyond 1 it lies in the gap below."""

    page: int
    share: float


def place_at(spread: Spread, height: float) -> Place | None:
    """Return the place at a height; None where there is no page."""
    page = spread.page_at(height)
    if page < 0:
        return None
    box = spread.boxes[page]
    return Place(page, (height - box.y) / max(1.0, box.height))


def height_of(spread: Spread, place: Place) -> float:
    """Return where a place lies, now that pages lie in another way."""
    page = min(place.page, len(spread.boxes) - 1)
    return spread.boxes[page].y + place.share * spread.boxes[page].height


def rows_of(sizes: Sequence[Size], columns: int) -> list[Sequence[Size]]:
    """Return the pages row by row."""
    return [sizes[start : start + columns] for start in range(0, len(sizes), columns)]


def widest_row(sizes: Sequence[Size], columns: int) -> Size:
    """Return the width of the widest row without gaps, and the height of the highest page."""
    widths = (sum(width for width, _ in row) for row in rows_of(sizes, columns))
    return max(widths, default=1.0), max((height for _, height in sizes), default=1.0)


def spread_of(sizes: Sequence[Size], columns: int, scale: float, gap: float, room: float) -> Spread:
    """Lay pages out at a scale in pixels a point, in the middle of a width of ``room`` pixels."""
    boxes: list[PageBox] = []
    tops: list[float] = []
    rows = rows_of(sizes, columns)
    needed = max((_row_width(row, scale, gap) for row in rows), default=0.0) + 2 * gap
    y, middle = gap, max(room, needed) / 2
    for row in rows:
        tops.append(y)
        x = middle - _row_width(row, scale, gap) / 2
        for width, height in row:
            boxes.append(PageBox(round(x), round(y), round(width * scale), round(height * scale)))
            x += width * scale + gap
        y += max(height for _, height in row) * scale + gap
    return Spread(tuple(boxes), tuple(tops), columns, needed, y)


def _row_width(row: Sequence[Size], scale: float, gap: float) -> float:
    return sum(width for width, _ in row) * scale + gap * (len(row) - 1)
