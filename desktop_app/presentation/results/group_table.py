"""Tables with a column for each group, or arranged otherwise where there are too many for that."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop_app.presentation.results.groups import GroupColumns
from desktop_app.presentation.section import Table

_MOST_COLUMNS = 9
"""As many stand legibly beside each other in a window of ordinary width."""
_FEW_GROUPS, _LONGEST_TITLES = 5, 160
"""More groups, of more characters in all, make headers that are higher than the rows below."""


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A row: what it is about, and a cell for each group."""

    labels: tuple[str, ...]
    cells: tuple[str, ...]


def group_tables(
    name: str, heads: tuple[str, ...], groups: GroupColumns, rows: Sequence[GroupRow]
) -> tuple[Table, ...]:
    """Return the rows as one table, or as several that repeat what the rows are about.

    Many groups with few rows change places with them. ``heads`` are the headers of the labels.
    """
    room = _MOST_COLUMNS - len(heads)
    if not rows:
        return ()
    if len(rows) <= _MOST_COLUMNS and _is_crowded(groups.titles, room):
        return (_turned(name, groups, rows),)
    if len(groups.titles) <= room:
        return (_table(name, heads, groups.titles, rows, slice(None)),)
    return tuple(
        _table(name, heads, groups.titles, rows, part) for part in _parts(len(groups.titles), room)
    )


def _is_crowded(titles: tuple[str, ...], room: int) -> bool:
    many = len(titles) > room
    return many or (len(titles) > _FEW_GROUPS and sum(map(len, titles)) > _LONGEST_TITLES)


def _table(
    name: str,
    heads: tuple[str, ...],
    titles: tuple[str, ...],
    rows: Iterable[GroupRow],
    part: slice,
) -> Table:
    return Table(heads + titles[part], tuple(row.labels + row.cells[part] for row in rows), name)


def _turned(name: str, groups: GroupColumns, rows: Sequence[GroupRow]) -> Table:
    columns = ("Group", *(": ".join(filter(None, row.labels)) for row in rows))
    cells = zip(groups.titles, *(row.cells for row in rows), strict=True)
    return Table(columns, tuple(cells), name)


def _parts(count: int, room: int) -> Iterator[slice]:
    """Yield parts of nearly the same size, of at most ``room``."""
    number = -(-count // room)
    for index in range(number):
        yield slice(index * count // number, (index + 1) * count // number)
