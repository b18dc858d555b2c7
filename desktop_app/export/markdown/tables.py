"""Writes tables in Markdown; the lines of a cell are parted by ``<br>``, as is the custom there."""

from collections.abc import Iterable

from desktop_app.export.markdown.escaping import inline, lines_of, strong
from desktop_app.presentation.section import Table


def written_table(table: Table, title: str) -> str:
    """Return a table below its name, where that is not ``title``, the one of its section."""
    name = strong(table.name) if table.name != title else ""
    if not table.columns:
        return name
    rule = "| " + " | ".join("---" for _ in table.columns) + " |"
    rows = [_row(table.columns), rule, *map(_row, table.rows)]
    return "\n\n".join(part for part in (name, "\n".join(rows)) if part)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join("<br>".join(map(inline, lines_of(cell))) for cell in cells) + " |"
