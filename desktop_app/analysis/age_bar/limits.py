"""Who can take part by age, as the record states it."""

from dataclasses import dataclass
from enum import Enum

from desktop_app.analysis.age_bar.scale import AgeScale
from desktop_app.study.ages import AgeUnit

ADULT, OLDER = 18 * AgeUnit.YEAR.value, 65 * AgeUnit.YEAR.value
"""The days at which the registry's groups of adults and of older adults begin."""


class End(Enum):
    """What is known of one end of the ages."""

    STATED = "stated"
    NO_LIMIT = "no limit"
    UNSTATED = "not stated"


@dataclass(frozen=True, slots=True)
class AgeLimit:
    """A limit under its label; ``days`` is 0 or infinite where there is none."""

    name: str
    words: str
    days: float
    end: End


@dataclass(frozen=True, slots=True)
class AgeGroup:
    """One of the registry's age groups; the last day is infinite for the oldest."""

    name: str
    first: float
    last: float
    is_included: bool


@dataclass(frozen=True, slots=True)
class Ages:
    """The limits on their axis, and the age groups where the record states them.

    ``notes`` are sentences that stand below the picture.
    """

    lowest: AgeLimit
    highest: AgeLimit
    scale: AgeScale
    groups: tuple[AgeGroup, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_contradictory(self) -> bool:
        """Tell whether the lower limit is above the higher one."""
        return self.lowest.days > self.highest.days

    @property
    def is_known(self) -> bool:
        """Tell whether both ends are stated, or stated to be open."""
        return End.UNSTATED not in (self.lowest.end, self.highest.end)
