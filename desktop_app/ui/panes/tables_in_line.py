"""Which tables of a section share their columns, so that those of all of them stand in line."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from desktop_app.presentation.section import Section, Table

_SAMPLE_ROWS = 60
"""Rows that are measured, of all tables with the same columns together."""


def sampled_tables(section: Section) -> Mapping[tuple[str, ...], Table]:
    """Return a table with rows of all that have the same columns, by the titles of the columns.

    The title of the first may differ: what the rows are about.
    """
    groups: dict[tuple[str, ...], list[Table]] = {}
    for table in _tables_in(section):
        groups.setdefault(table.columns[1:], []).append(table)
    return {columns: _sampled(tables) for columns, tables in groups.items()}


def _sampled(tables: list[Table]) -> Table:
    each = max(1, _SAMPLE_ROWS // len(tables))
    rows = [row for table in tables for row in table.rows[:each]]
    first = max((table.columns[:1] for table in tables), key=lambda title: len("".join(title)))
    columns = (*first, *tables[0].columns[1:])
    return replace(tables[0], columns=columns, rows=tuple(rows[:_SAMPLE_ROWS]))


def _tables_in(section: Section) -> Iterator[Table]:
    for block in section.blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Section):
            yield from _tables_in(block)
