"""What a plot of a measure shows: values with their spread, by row and group."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a group; ``words`` are the record's.

    ``number`` is None where no number can be read, ``low`` and ``high`` where there is no limit to
    draw. A count is one of ``whole``, if that is stated.
    """

    group: int
    words: str
    number: float | None
    low: float | None = None
    high: float | None = None
    whole: float | None = None

    @property
    def numbers(self) -> tuple[float, ...]:
        """All numbers that are drawn."""
        found = (self.number, self.low, self.high)
        return tuple(number for number in found if number is not None)


@dataclass(frozen=True, slots=True)
class ValueRow:
    """The values of one class or category; without a label if there is only this one."""

    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class ValuePlot:
    """Values on one axis: as bars from 0, or as points with their intervals."""

    groups: tuple[str, ...]
    rows: tuple[ValueRow, ...]
    axis_title: str
    are_bars: bool
    notes: tuple[str, ...] = ()

    def values(self) -> Iterator[Value]:
        """Yield all values in their order."""
        for row in self.rows:
            yield from row.values

    @property
    def are_whole(self) -> bool:
        """Tell whether all numbers are whole ones, so that only such belong at the ticks."""
        return all(number.is_integer() for value in self.values() for number in value.numbers)

    @property
    def largest_whole(self) -> float:
        """The largest number that a count is one of; 0 where counts do not show beside it."""
        largest = max((value.whole or 0.0 for value in self.values()), default=0.0)
        counted = max((value.number or 0.0 for value in self.values()), default=0.0)
        return largest if counted > largest / 20 or not counted else 0.0
