"""Tables with a column for each group, or arranged otherwise where that would be illegible."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop_app.languages import _
from desktop_app.presentation.results.groups import GroupColumns
from desktop_app.presentation.section import Table
from desktop_app.punctuation import labelled

_MOST_COLUMNS = 9
_MOST_CHARACTERS = 108
"""What stands legibly on a line beside the list of parts in a window of ordinary width."""
_LONGEST_WORD, _GAP = 20, 2
_SAMPLE_ROWS = 20
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
    if not rows:
        return ()
    whole = _table(name, heads, groups.titles, rows, slice(None))
    is_wide = _is_wide(whole)
    if (is_wide or _is_crowded(groups.titles)) and len(rows) <= _MOST_COLUMNS:
        turned = _turned(name, groups, rows)
        if sum(_widths(turned)) <= _MOST_CHARACTERS:
            return (turned,)
    if not is_wide:
        return (whole,)
    parts = _parts(_widths(whole), len(heads))
    return tuple(_table(name, heads, groups.titles, rows, part) for part in parts)


def _is_crowded(titles: tuple[str, ...]) -> bool:
    return len(titles) > _FEW_GROUPS and sum(map(len, titles)) > _LONGEST_TITLES


def _is_wide(table: Table) -> bool:
    return len(table.columns) > _MOST_COLUMNS or sum(_widths(table)) > _MOST_CHARACTERS


def _widths(table: Table) -> list[int]:
    """Return how many characters each column needs at least: its longest word."""
    return [
        min(max(len(word) for cell in cells for word in cell[:200].split() or [""]), _LONGEST_WORD)
        + _GAP
        for cells in zip(table.columns, *table.rows[:_SAMPLE_ROWS], strict=True)
    ]


def _table(
    name: str,
    heads: tuple[str, ...],
    titles: tuple[str, ...],
    rows: Iterable[GroupRow],
    part: slice,
) -> Table:
    return Table(heads + titles[part], tuple(row.labels + row.cells[part] for row in rows), name)


def _turned(name: str, groups: GroupColumns, rows: Sequence[GroupRow]) -> Table:
    columns = (_("Group"), *(_one_label(row.labels) for row in rows))
    cells = zip(groups.titles, *(row.cells for row in rows), strict=True)
    return Table(columns, tuple(cells), name)


def _one_label(labels: tuple[str, ...]) -> str:
    first, *others = filter(None, labels) if any(labels) else ("",)
    for other in others:
        first = labelled(first, other)
    return first


def _parts(widths: Sequence[int], labels: int) -> Iterator[slice]:
    """Yield parts of the groups, of nearly the same number, that are narrow enough."""
    count = len(widths) - labels
    room = max(1, _MOST_CHARACTERS - sum(widths[:labels]))
    number = max(-(-sum(widths[labels:]) // room), -(-count // (_MOST_COLUMNS - labels)))
    number = min(number, count)
    for index in range(number):
        yield slice(index * count // number, (index + 1) * count // number)
