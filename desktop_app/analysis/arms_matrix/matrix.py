"""What a matrix of arm groups and interventions holds."""

from dataclasses import dataclass

from desktop_app.analysis.named import Named


@dataclass(frozen=True, slots=True)
class Matrix:
    """Names of rows and of columns, and the places that have a dot: row and column.

    ``row_noun`` and ``column_noun`` say what they are.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    dots: tuple[tuple[int, int], ...]
    row_noun: Named
    column_noun: Named

    def transposed(self) -> "Matrix":
        """Return the same with rows for columns."""
        dots = tuple(sorted((column, row) for row, column in self.dots))
        return Matrix(self.columns, self.rows, dots, self.column_noun, self.row_noun)

    def by_row(self) -> tuple[tuple[int, ...], ...]:
        """Return for each row the columns that have a dot in it."""
        result: list[list[int]] = [[] for _ in self.rows]
        for row, column in self.dots:
            result[row].append(column)
        return tuple(tuple(columns) for columns in result)
