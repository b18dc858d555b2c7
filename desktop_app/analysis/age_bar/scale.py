"""The axis of ages for a study: years up to a hundred, or the small units of the newborn."""

from dataclasses import dataclass

from desktop_app.analysis.age_text import unit_text
from desktop_app.study.ages import Age, AgeUnit

_YOUNG = 3 * AgeUnit.YEAR.value
"""Days up to which a study is shown in smaller units than years."""
_FEW = 3
"""A limit of so few units is shown in the next smaller unit."""
_SMALLER = {
    AgeUnit.YEAR: AgeUnit.MONTH,
    AgeUnit.MONTH: AgeUnit.WEEK,
    AgeUnit.WEEK: AgeUnit.DAY,
    AgeUnit.DAY: AgeUnit.HOUR,
    AgeUnit.HOUR: AgeUnit.MINUTE,
}
_STEPS = {
    AgeUnit.MONTH: (1, 2, 3, 6, 12),
    AgeUnit.HOUR: (1, 2, 3, 6, 12, 24),
    AgeUnit.MINUTE: (1, 2, 5, 10, 15, 30, 60),
}
_ROUND_STEPS = tuple(digit * 10**power for power in range(7) for digit in (1, 2, 5))
_MOST_STEPS = 8
_YEARS = (0, 18, 40, 65, 80, 100)
"""The ages at which the registry's age groups begin, and some between."""
_LIFE = 100
_LONGEST_LIFE = 130


@dataclass(frozen=True, slots=True)
class AgeScale:
    """Ages from 0 to ``end``, in a unit; ``ticks`` are the numbers at the axis.

    ``is_open`` says that the end stands for all higher ages as well.
    """

    unit: AgeUnit
    end: float
    ticks: tuple[int, ...]
    is_open: bool = False

    def share(self, days: float) -> float:
        """Return where an age stands, between 0 and 1; what is older stands at the end."""
        return min(days / self.unit.value / self.end, 1.0)

    def words(self, tick: int) -> str:
        """Return what stands at a tick; the last one names the unit."""
        if tick != self.ticks[-1]:
            return str(tick)
        more = "+" if self.is_open else ""
        return unit_text(self.unit, tick).format(count=f"{tick}{more}")


def age_scale(lowest: Age | None, highest: Age | None) -> AgeScale:
    """Return the axis that suits two limits; an absent limit is one that is open or unknown."""
    stated = [age for age in (lowest, highest) if age is not None and not age.is_no_limit]
    oldest = max(stated, key=lambda age: age.in_days, default=None)
    if highest is None or highest.is_no_limit or oldest is None or oldest.in_days > _YOUNG:
        return _life_scale(oldest.in_days / AgeUnit.YEAR.value if oldest else 0)
    return _young_scale(oldest)


def _life_scale(oldest: float) -> AgeScale:
    """Return years to a hundred, or to a higher age that somebody may reach."""
    is_open = not _LIFE < oldest <= _LONGEST_LIFE
    return AgeScale(AgeUnit.YEAR, _LIFE if is_open else oldest, _YEARS, is_open)


def _young_scale(oldest: Age) -> AgeScale:
    unit = oldest.unit or AgeUnit.YEAR
    if 0 < oldest.count <= _FEW:
        unit = _SMALLER.get(unit, unit)
    reach = oldest.in_days / unit.value
    steps = (*_STEPS.get(unit, ()), *_ROUND_STEPS)
    step = next((step for step in steps if reach / step < _MOST_STEPS), steps[-1])
    # One step more, so that the limit does not stand at the end of the axis.
    end = (int(reach / step + 0.01) + 1) * step
    return AgeScale(unit, end, tuple(range(0, end + 1, step)))
