"""How wide the columns of a table are, and which of them stand in one band."""

from collections.abc import Iterator, Sequence

from desktop_app.export.typesetting.setting import Setting, Style
from desktop_app.presentation.section import Table

GUTTER = 0.9
"""Between columns, in type sizes."""

_LEAST = 3.2
_MOST_FOR_A_WORD = 9.0
"""The narrowest column, and what a single long word may ask for, in type sizes."""
_HEAD_LINES = 3
_FIRST_SHARE = 0.3
"""Of the width: what the first column of a table may take that goes on in further bands."""


def bands(setting: Setting, least: Sequence[float], width: float) -> Iterator[tuple[int, ...]]:
    """Yield the columns of each band; all of them in one where they have room.

    Each band begins with the first column, which says what a row is about. ``least`` are the least
    widths of the columns.
    """
    gutter = GUTTER * setting.size
    first = min(least[0], _FIRST_SHARE * width) if least else 0.0
    band, used = [0], first
    for column in range(1, len(least)):
        if band[1:] and used + gutter + least[column] > width:
            yield tuple(band)
            band, used = [0], first
        band.append(column)
        used += gutter + least[column]
    yield tuple(band)


def widths(
    setting: Setting,
    table: Table,
    least_of: Sequence[float],
    columns: Sequence[int],
    width: float,
) -> tuple[float, ...]:
    """Return the width of each column of a band, without the room between columns."""
    room = width - GUTTER * setting.size * (len(columns) - 1)
    heads = [setting.width(table.columns[column], head_style(setting)) for column in columns]
    cells = [_natural(setting, table, column) for column in columns]
    wide = list(map(max, cells, heads))
    if sum(wide) <= room:
        return tuple(wide)
    # Heads may have a few lines.
    natural = [max(cell, head / _HEAD_LINES) for cell, head in zip(cells, heads, strict=True)]
    if sum(natural) <= room:
        return _levelled(wide, natural, room)
    least = [min(least_of[column], natural[at]) for at, column in enumerate(columns)]
    if sum(least) >= room:
        return tuple(one * room / sum(least) for one in least)
    return _levelled(natural, least, room)


def _levelled(natural: Sequence[float], least: Sequence[float], room: float) -> tuple[float, ...]:
    """Return widths that fill the room: natural ones, except that those above a level share it."""
    low, high = 0.0, max(natural)
    for _ in range(24):
        level = (low + high) / 2
        used = sum(max(two, min(one, level)) for one, two in zip(natural, least, strict=True))
        low, high = (level, high) if used <= room else (low, level)
    return tuple(max(two, min(one, low)) for one, two in zip(natural, least, strict=True))


def _natural(setting: Setting, table: Table, column: int) -> float:
    """Return the width in which no cell of a column is broken."""
    longest = max((max(_lengths(row[column])) for row in table.rows), default=0)
    # Only what may be among the widest is measured.
    cells = {row[column] for row in table.rows if max(_lengths(row[column])) * 1.6 >= longest}
    lines = {line for cell in cells for line in cell.split("\n")}
    return max((setting.width(line, setting.body) for line in lines), default=0.0)


def _lengths(cell: str) -> list[int]:
    return [len(line) for line in cell.split("\n")]


def least_widths(setting: Setting, table: Table) -> tuple[float, ...]:
    """Return the width of the longest word of each column, within bounds."""
    return tuple(_least_of(setting, table, column) for column in range(len(table.columns)))


def _least_of(setting: Setting, table: Table, column: int) -> float:
    words = {word for row in table.rows for word in row[column].split()}
    longest = max(map(len, words), default=0)
    body = [setting.width(word, setting.body) for word in words if len(word) * 1.6 >= longest]
    head = [setting.width(word, head_style(setting)) for word in table.columns[column].split()]
    widest = max([*body, *head, 0.0])
    size = setting.size
    return max(_LEAST * size, min(widest, _MOST_FOR_A_WORD * size))


def head_style(setting: Setting) -> Style:
    """Return the style of the heads of columns."""
    return Style(setting.small.size, setting.strong.font, setting.small.grey)
