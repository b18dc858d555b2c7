"""Dates as records state them: a year, a month, a day, or a minute."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import core_schema

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)Z?)?)?)?\Z")


class Precision(IntEnum):
    """How much of a date is stated."""

    YEAR = 1
    MONTH = 2
    DAY = 3
    TIME = 4


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date that is as precise as the record states it; sorts before the days that it covers."""

    year: int
    month: int = 0
    day: int = 0
    time: str = ""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2015``, ``2015-03``, ``2015-03-01`` or ``2015-03-01T09:30``.

        Raises ValueError for any other form and for days that no calendar has.
        """
        match = _FORM.match(text.strip())
        if match is None:
            raise ValueError(f"not a date of the form yyyy, yyyy-mm or yyyy-mm-dd: {text[:40]!r}")
        year, month, day, time = match.groups()
        result = cls(int(year), int(month or 0), int(day or 0), time or "")
        date(result.year, result.month if month else 1, result.day if day else 1)
        return result

    @property
    def precision(self) -> Precision:
        """Tell the smallest part that is stated."""
        if self.time:
            return Precision.TIME
        return Precision.DAY if self.day else Precision.MONTH if self.month else Precision.YEAR

    @property
    def first_day(self) -> date:
        """Return the first day that the date may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """Return the last day that the date may mean."""
        import calendar

        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts) + (f"T{self.time}" if self.time else "")

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        # Loaded here, for to list and sort studies needs no models.
        from pydantic_core import core_schema

        return core_schema.union_schema(
            [
                core_schema.is_instance_schema(cls),
                core_schema.no_info_after_validator_function(cls.parse, core_schema.str_schema()),
            ],
            mode="left_to_right",
            serialization=core_schema.to_string_ser_schema(),
        )
