"""How wide the columns of a long table are, and how high its rows: by what they hold."""

from collections.abc import Sequence

from PySide6.QtGui import QFontMetricsF

from desktop_app.presentation.section import Table

_MEASURED = 3
"""The longest texts of a column that are measured; letters differ, but not that much."""
_LONGEST = 200
_WIDEST, _WIDEST_IN_SCROLLED, _NARROWEST = 30, 20, 6
"""Widths in letters: the most that a column gets unless there is room, and the least."""
_USUAL = 0.9
_SLACK = 2
_HEADER_LINES = 3
MOST_LINES = 3
"""Lines of a row; what does not fit is in the tool tip."""


def column_widths(
    table: Table, body: QFontMetricsF, small: QFontMetricsF, padding: int, room: int
) -> list[int]:
    """Return the widths in pixels, in a room that is shared out where there is more than needed.

    ``small`` is the type of the headers, ``padding`` the space beside the text of a cell.
    """
    wanted = wanted_widths(table, body)
    least = _least(table, wanted, body, small, _WIDEST)
    if sum(least) + padding * len(least) > room:
        least = _least(table, wanted, body, small, _WIDEST_IN_SCROLLED)
    missing = [max(0, round(want) - held) for want, held in zip(wanted, least, strict=True)]
    share = min(1.0, max(0, room - sum(least) - padding * len(least)) / max(1, sum(missing)))
    return [held + padding + int(part * share) for held, part in zip(least, missing, strict=True)]


def _least(
    table: Table, wanted: Sequence[float], body: QFontMetricsF, small: QFontMetricsF, most: int
) -> list[int]:
    letter = body.horizontalAdvance("x")
    least = []
    for title, width in zip(table.columns, wanted, strict=True):
        held = min(max(width, _header_width(title, small)), letter * most)
        least.append(round(max(held, letter * _NARROWEST)))
    return least


def wanted_widths(table: Table, body: QFontMetricsF) -> list[float]:
    """Return the widths that the longest lines of the columns take."""
    widths = []
    for column in range(len(table.columns)):
        lines = {line[:_LONGEST] for row in table.rows for line in row[column].split("\n")}
        longest = sorted(lines, key=len)[-_MEASURED:]
        widths.append(max((body.horizontalAdvance(line) for line in longest), default=0.0))
    return widths


def _header_width(title: str, small: QFontMetricsF) -> float:
    """Return what a header takes that is broken into a few lines between its words."""
    words = (word[:24] for word in title[:_LONGEST].split())
    longest = max((small.horizontalAdvance(word) for word in words), default=0.0) + _SLACK
    return max(longest, small.horizontalAdvance(title[:_LONGEST]) * 1.2 / _HEADER_LINES)


def row_lines(table: Table, body: QFontMetricsF, widths: Sequence[int], padding: int) -> int:
    """Return how many lines the rows have, all the same so that none need be measured.

    A few longer cells do not make all rows higher. Nor does the first column, whose values repeat.
    """
    lines = 1
    for column, width in enumerate(widths):
        cells = sorted((row[column][:_LONGEST] for row in table.rows), key=len)
        usual = cells[int(len(cells) * _USUAL)] if cells else ""
        is_broken = "\n" in usual
        wraps = column > 0 and body.horizontalAdvance(usual) > width - padding
        lines = max(lines, usual.count("\n") + 1 if is_broken else 2 if wraps else 1)
    return min(MOST_LINES, lines)
