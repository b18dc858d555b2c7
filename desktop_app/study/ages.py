"""Ages as records state them: a number with its unit, or an explicit "no limit"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import core_schema

_FORM = re.compile(r"(\d{1,6}) ?(year|month|week|day|hour|minute)s?\Z", re.IGNORECASE)
_NO_LIMIT = re.compile(r"(n/?a|none|no limit|n/a \(no limit\))\Z", re.IGNORECASE)


class AgeUnit(Enum):
    """A unit of age, valued in days."""

    YEAR = 365.25
    MONTH = 30.4375
    WEEK = 7.0
    DAY = 1.0
    HOUR = 1 / 24
    MINUTE = 1 / 1440


@dataclass(frozen=True, slots=True)
class Age:
    """An age limit; without ``unit`` the record states that there is no limit."""

    count: int = 0
    unit: AgeUnit | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``18 Years``, ``6 Months`` or ``N/A``; raises ValueError for anything else."""
        words = text.strip()
        if _NO_LIMIT.match(words):
            return cls()
        match = _FORM.match(words)
        if match is None:
            raise ValueError(f"not an age such as '18 Years' or 'N/A': {text[:40]!r}")
        return cls(int(match[1]), AgeUnit[match[2].upper()])

    @property
    def is_no_limit(self) -> bool:
        """Tell whether the record states that there is no limit."""
        return self.unit is None

    @property
    def in_days(self) -> float:
        """Return the age in days, for comparing only; infinite where there is no limit."""
        return self.count * self.unit.value if self.unit else float("inf")

    def __str__(self) -> str:
        if self.unit is None:
            return "No limit"
        word = self.unit.name.capitalize()
        return f"{self.count} {word}" if self.count == 1 else f"{self.count} {word}s"

    def to_source(self) -> str:
        """Return the registry's own form."""
        return "N/A" if self.unit is None else str(self)

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
            serialization=core_schema.plain_serializer_function_ser_schema(cls.to_source),
        )
