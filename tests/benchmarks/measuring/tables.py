"""Tables of figures, each beside its limit or beside what it is to be compared with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """Something measured; ``limit`` is what was promised, as a number of the same unit.

    ``is_least`` tells that the limit is to be reached, not to be kept below.
    """

    name: str
    value: float
    unit: str
    limit: float | None = None
    is_least: bool = False
    note: str = ""

    def row(self) -> tuple[str, ...]:
        """Return the cells of the figure."""
        if self.limit is None:
            return self.name, _number(self.value), self.unit, "", "", self.note
        kept = self.value >= self.limit if self.is_least else self.value <= self.limit
        sign = "≥" if self.is_least else "≤"
        told = "kept" if kept else f"missed by {abs(self.value / self.limit - 1):.0%}"
        return (
            self.name,
            _number(self.value),
            self.unit,
            f"{sign} {_number(self.limit)}",
            told,
            self.note,
        )


def print_figures(title: str, figures: Iterable[Figure]) -> None:
    """Print figures with their limits."""
    header = ("what", "measured", "unit", "limit", "", "")
    print_table(title, header, [figure.row() for figure in figures])


def print_table(title: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table, numbers to the right."""
    lines = [list(header), *map(list, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    print(f"\n{title}\n")
    for line in lines:
        cells = [
            cell.rjust(width) if cell[:1].isdigit() and place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        print("  ".join(cells).rstrip())
    print(flush=True)


def percentile(values: Iterable[float], part: float) -> float:
    """Return the value that a part of all values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def _number(value: float) -> str:
    if value >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
