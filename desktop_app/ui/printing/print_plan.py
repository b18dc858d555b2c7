"""Which pages a print run draws, in which order and how large: decided before any is drawn."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

_MOST_DPI, _MOST_DPI_OF_LONG = 600, 300
"""Dots an inch: of more the eye sees nothing. At 600 a page takes a second and 2 MB on its way to
the printer, at 300 a quarter of the time and less than half of the bytes."""
_LONG = 30
"""Pages from which the time and the bytes count for more."""
_BAND_BYTES = 6_000_000
"""Small enough for the window to stay alive while one is handed to the printer."""
Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Run:
    """What was asked of a printer, so far as it leaves it to us.

    ``has_page`` tells whether a page, counted from 1, is wanted; ``copies`` is 1 where the printer
    copies by itself. ``is_last_first`` for a tray that takes pages face up.
    """

    has_page: Callable[[int], bool]
    copies: int = 1
    is_collated: bool = True
    is_last_first: bool = False


def pages_in_order(run: Run, page_count: int) -> tuple[int, ...]:
    """Return the numbers of the pages to draw, counted from 0, in their order."""
    wanted = [number for number in range(page_count) if run.has_page(number + 1)]
    if run.is_last_first:
        wanted.reverse()
    if run.is_collated:
        return tuple(wanted * run.copies)
    return tuple(number for number in wanted for _ in range(run.copies))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a page lies on paper, in dots of the printer."""

    x: float
    y: float
    width: float
    height: float


def spot_of(page: Size, paper: Size) -> Spot:
    """Return where a page lies: in the middle of paper, and smaller only where paper is.

    Both sizes are in the same unit.
    """
    share = min(1.0, paper[0] / page[0], paper[1] / page[1])
    width, height = page[0] * share, page[1] * share
    return Spot((paper[0] - width) / 2, (paper[1] - height) / 2, width, height)


def pixels_of(spot: Spot, dpi: float, page_count: int = 1) -> tuple[int, int]:
    """Return how many pixels wide and high a page is drawn: one for each dot, up to a limit.

    ``dpi`` are the dots an inch of the printer, ``page_count`` the pages of the whole run.
    """
    most = _MOST_DPI if page_count <= _LONG else _MOST_DPI_OF_LONG
    share = min(1.0, most / dpi)
    return max(1, round(spot.width * share)), max(1, round(spot.height * share))


def band_rows(width: int, height: int, pixel_bytes: int) -> Iterator[tuple[int, int]]:
    """Yield the top and the rows of bands that fill a page and are small enough to hold."""
    most = max(1, _BAND_BYTES // (width * pixel_bytes))
    for top in range(0, height, most):
        yield top, min(most, height - top)


def is_landscape(size: Size) -> bool:
    """Tell whether a page is wider than it is high."""
    return size[0] > size[1]
