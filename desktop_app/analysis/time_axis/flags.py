"""Sets names on poles so that no name covers another, and few poles pass behind one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, product

_RIGHT, _LEFT = 0, 1
_SIDES = ((_RIGHT, _LEFT), (_LEFT, _RIGHT), (_RIGHT,), (_LEFT,))
"""On which sides of their poles names may stand, the better one first."""
_NOTHING = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Pole:
    """Where a name is to stand: ``x`` of its pole and how wide the name is."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Flag:
    """A name that has its place: its left edge and its level, counted from the axis."""

    pole: Pole
    left: float
    level: int

    @property
    def right(self) -> float:
        """Return the right edge of the name."""
        return self.left + self.pole.width


def set_flags(poles: Sequence[Pole], width: float, gap: float) -> tuple[Flag, ...]:
    """Return a flag for each pole, in the same order, all between 0 and a width.

    Poles set later give way to those before, so several orders are tried.
    """
    numbers = sorted(range(len(poles)), key=lambda number: poles[number].x)
    best: dict[int, Flag] = {}
    for order, sides in product((numbers[::-1], numbers), _SIDES):
        flags = _set_in_order(poles, order, width, gap, sides)
        if not best or _cost(flags.values()) < _cost(best.values()):
            best = flags
        if _cost(best.values()) == _NOTHING:
            break
    return tuple(best[number] for number in range(len(poles)))


def _set_in_order(
    poles: Sequence[Pole], order: Sequence[int], width: float, gap: float, sides: tuple[int, ...]
) -> dict[int, Flag]:
    flags: dict[int, Flag] = {}
    for number in order:
        lefts = _lefts(poles[number], width, gap, sides)
        flags[number] = _placed(poles[number], lefts, tuple(flags.values()), gap)
    return flags


def _lefts(pole: Pole, width: float, gap: float, sides: tuple[int, ...]) -> tuple[float, ...]:
    """Return where a name can begin: beside its pole, or else above it."""
    both = (pole.x + gap, pole.x - gap - pole.width)
    inside = [
        side for side in (_RIGHT, _LEFT) if both[side] >= 0 and both[side] + pole.width <= width
    ]
    if not inside:
        return (min(max(pole.x - pole.width / 2, 0), max(width - pole.width, 0)),)
    return tuple(both[side] for side in sides if side in inside) or (both[inside[0]],)


def _placed(pole: Pole, lefts: tuple[float, ...], others: tuple[Flag, ...], gap: float) -> Flag:
    """Return the lowest place that covers no name; rather one where no pole passes a name."""
    candidates = [
        Flag(pole, left, level)
        for level in range(len(others) + 1)
        for left in lefts
        if not any(_covers(Flag(pole, left, level), other, gap) for other in others)
    ]
    for candidate in candidates:
        if not any(_crosses(candidate, other) for other in others):
            return candidate
    return candidates[0]


def _covers(one: Flag, other: Flag, gap: float) -> bool:
    return one.level == other.level and (
        (one.left < other.right + gap and other.left < one.right + gap)
        or _stands_in(one.pole, other)
        or _stands_in(other.pole, one)
    )


def _stands_in(pole: Pole, flag: Flag) -> bool:
    return flag.left - 1 < pole.x < flag.right + 1


def _crosses(one: Flag, other: Flag) -> bool:
    low, high = sorted((one, other), key=lambda flag: flag.level)
    return low.level < high.level and _stands_in(high.pole, low)


def _cost(flags: Iterable[Flag]) -> tuple[int, int, int]:
    every = tuple(flags)
    return (
        sum(_crosses(one, two) for one, two in combinations(every, 2)),
        max(flag.level for flag in every),
        sum(flag.level for flag in every),
    )
