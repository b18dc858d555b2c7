"""Cells as they go to the clipboard: tabs between them, as every spreadsheet takes them."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection

from desktop_app.ui.models.table_model import TableModel

_QUOTED = ("\t", "\n", "\r", '"')


def copied_cells(model: TableModel, selection: QItemSelection, *, has_headers: bool = False) -> str:
    """Return what is selected, row by row; cells between others that are not selected are empty."""
    chosen: dict[int, set[int]] = {}
    for number in range(selection.count()):
        area = selection.at(number)
        for row in range(area.top(), area.bottom() + 1):
            chosen.setdefault(row, set()).update(range(area.left(), area.right() + 1))
    columns = sorted(set().union(*chosen.values()))
    lines = [_line(model.table.columns[column] for column in columns)] if has_headers else []
    for row in sorted(chosen):
        cells = chosen[row]
        lines.append(_line(model.cell(row, c) if c in cells else "" for c in columns))
    return "\n".join(lines)


def _line(cells: Iterable[str]) -> str:
    return "\t".join(_quoted(cell) for cell in cells)


def _quoted(cell: str) -> str:
    if not any(mark in cell for mark in _QUOTED):
        return cell
    return '"' + cell.replace('"', '""') + '"'
