"""What a matrix of arm groups and interventions holds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Matrix:
    """Names of rows and of columns, and the places that have a dot: row and column.

    ``row_noun`` and ``column_noun`` say what they are: ``arm``, ``intervention``.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    dots: tuple[tuple[int, int], ...]
    row_noun: str
    column_noun: str

    def transposed(self) -> "Matrix":
        """Return the same with rows for columns."""
        dots = tuple(sorted((column, row) for row, column in self.dots))
        return Matrix(self.columns, self.rows, dots, self.column_noun, self.row_noun)

    def of_row(self, row: int) -> tuple[int, ...]:
        """Return the columns that have a dot in a row."""
        return tuple(column for place, column in self.dots if place == row)
