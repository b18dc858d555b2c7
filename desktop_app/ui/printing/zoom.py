"""How large pages are shown: as wide as the window, as a whole, or at a percentage of paper."""

from dataclasses import dataclass

from desktop_app.ui.printing.print_plan import Size

SMALLEST, LARGEST = 50, 400
STEPS = (50, 75, 100, 125, 150, 200, 300, 400)
FIT_WIDTH, FIT_PAGE = "width", "page"
_POINTS = 72.0


@dataclass(frozen=True, slots=True)
class Zoom:
    """``fit`` is how pages follow the window; where it is empty, ``percent`` of their size."""

    fit: str = FIT_PAGE
    percent: int = 100

    @property
    def key(self) -> str:
        """Return the word by which it is kept."""
        return self.fit or str(self.percent)


def zoom_of(key: str) -> Zoom:
    """Return the zoom of a word; whole pages for one that is none."""
    if key in (FIT_WIDTH, FIT_PAGE):
        return Zoom(key)
    if key.isascii() and key.isdigit():
        return Zoom("", min(LARGEST, max(SMALLEST, int(key))))
    return Zoom()


def pixels_a_point(zoom: Zoom, row: Size, room: Size, dpi: float) -> float:
    """Return the scale: ``row`` is the widest and highest row of pages, ``room`` what there is.

    Both fits stay within what can be told apart and drawn.
    """
    full = dpi / _POINTS
    if not zoom.fit:
        return full * zoom.percent / 100
    scale = room[0] / row[0]
    if zoom.fit == FIT_PAGE:
        scale = min(scale, room[1] / row[1])
    return max(full / 20, min(scale, full * LARGEST / 100))


def stepped(percent: float, by: int) -> int:
    """Return the next larger or smaller step from a percentage."""
    if by > 0:
        return next((step for step in STEPS if step > percent + 1), LARGEST)
    return next((step for step in reversed(STEPS) if step < percent - 1), SMALLEST)
