"""A linear axis with round numbers at its ticks."""

from dataclasses import dataclass
from math import ceil, floor, log10

from desktop_app.conventions import decimal_text, number_text

_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)
_WHOLE = (1.0, 2.0, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers from ``low`` to ``high``, of which some are at ticks."""

    low: float
    high: float
    step: float
    decimals: int

    @property
    def ticks(self) -> tuple[float, ...]:
        """The numbers at the ticks, the ends among them."""
        count = round((self.high - self.low) / self.step)
        return tuple(self.low + number * self.step for number in range(count + 1))

    def share(self, number: float) -> float:
        """Return where a number stands between the ends, from 0 to 1."""
        return min(max((number - self.low) / (self.high - self.low), 0.0), 1.0)

    def words(self, tick: float) -> str:
        """Return a tick as it is read, with a minus sign and a thin space at the thousands."""
        rounded = round(tick, self.decimals) + 0.0
        ones, point, decimals = f"{abs(rounded):.{self.decimals}f}".partition(".")
        text = number_text(int(ones)) + decimal_text(point) + decimals
        return f"\u2212{text}" if rounded < 0 else text


def scale_of(low: float, high: float, most_steps: int, are_whole: bool = False) -> Scale:
    """Return an axis around two numbers, with at most so many steps, or one or two more.

    With ``are_whole`` no fractions stand at the ticks.
    """
    if high - low <= max(abs(low), abs(high)) * 1e-9:
        low, high = _around(low)
    step = _step((high - low) / max(most_steps, 1), are_whole)
    # What is a rounding error away from a tick does not ask for one more step.
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return Scale(first * step, last * step, step, _decimals(step))


def _around(number: float) -> tuple[float, float]:
    if number == 0:
        return 0.0, 1.0
    return (0.0, 2 * number) if number > 0 else (2 * number, 0.0)


def _step(rough: float, are_whole: bool) -> float:
    rough = max(rough, 1.0) if are_whole else rough
    power: float = 10.0 ** floor(log10(rough))
    digits = _WHOLE if are_whole else _ROUND
    return next(digit * power for digit in digits if digit * power >= rough * (1 - 1e-9))


def _decimals(step: float) -> int:
    power = floor(log10(step) + 1e-9)
    is_between = abs(step / 10.0**power - 2.5) < 1e-6
    return max(-power + is_between, 0)
