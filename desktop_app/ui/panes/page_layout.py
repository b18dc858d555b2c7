"""How wide the columns of a pane are, in pixels, for a width of its view."""

from dataclasses import dataclass, replace

from desktop_app.ui.looks.typography import TypeScale

_STEP = 32
_ASIDE_SHARE = 0.3
_NARROWEST = 240
# Widths in reading widths, so that they follow the font and its size.
_WIDEST = 1.8
_WIDE = 1.25
_SIDE_BY_SIDE = 1.12


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch of a container (the page, a cell, a frame), in pixels from its left edge."""

    left: int
    width: int
    container: int

    @property
    def right(self) -> int:
        """The distance from the container's right edge."""
        return max(0, self.container - self.left - self.width)

    def indented(self, by: int) -> "Column":
        """Return the column without a strip at its left; never so narrow that nothing fits."""
        strip = max(0, min(by, self.width - 120))
        return replace(self, left=self.left + strip, width=self.width - strip)

    def at_most(self, width: int) -> "Column":
        """Return the column cut at its right to a width."""
        return replace(self, width=min(self.width, width))


def whole(width: int) -> Column:
    """Return the column that fills a container."""
    return Column(0, width, width)


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The page of a pane. It changes by steps with its view, so that not every pixel redraws it.

    ``margin`` is the space at the left and the right of the page.
    """

    width: int
    margin: int
    gap: int
    reading_width: int

    @property
    def is_wide(self) -> bool:
        """Whether there is room for a column beside the running text."""
        return self.width >= self.reading_width * _WIDE

    @property
    def aside(self) -> int:
        """The width of the column beside the running text, in a wide page."""
        return round(self.width * _ASIDE_SHARE)

    @property
    def running(self) -> Column:
        """The column of running text beside the aside, in a wide page."""
        return whole(self.width).at_most(self.width - self.aside - self.gap)

    def halves(self, column: Column) -> tuple[int, int] | None:
        """Return the widths of two columns beside each other, None where there is no room."""
        if column.width < self.reading_width * _SIDE_BY_SIDE:
            return None
        left = (column.width - self.gap) // 2
        return left, column.width - self.gap - left


def page_layout(view_width: int, scale: TypeScale) -> PageLayout:
    """Return the page for the width of a view, in pixels."""
    reading_width = scale.reading_width
    margin = min(scale.space(24), max(8, view_width // 24))
    room = max(_NARROWEST, view_width - 2 * margin)
    width = min(room // _STEP * _STEP, round(reading_width * _WIDEST))
    return PageLayout(width, margin, scale.space(32), reading_width)
