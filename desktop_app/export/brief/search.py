"""Finds the last of several values for which something holds, in few trials, as each is dear."""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def last_true(values: Sequence[T], holds: Callable[[T], bool]) -> int:
    """Return the index of the last value that holds, the first one being known to hold."""
    low, high = 0, len(values) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if holds(values[middle]):
            low = middle
        else:
            high = middle - 1
    return low


def last_true_near(values: Sequence[T], holds: Callable[[T], bool], guess: int) -> int:
    """Do the same where it is guessed which one that is."""
    at = min(max(guess, 0), len(values) - 1)
    if at and not holds(values[at]):
        while at > 1 and not holds(values[at - 1]):
            at -= 1
        return at - 1
    while at + 1 < len(values) and holds(values[at + 1]):
        at += 1
    return at


def last_with_room(
    least: int, most: int, room: float, spare: Callable[[int], float], unit: float
) -> int:
    """Return the largest amount that leaves room, where the least leaves so much.

    ``unit`` is about what one more takes, to begin with. Tried is what leaves next to nothing as
    far as one can tell, but no more than the middle.
    """
    low, high, each = least, most + 1, unit
    while high - low > 1:
        amount = min(low + max(1, round(room / each)), (low + high) // 2)
        left = spare(amount)
        each = max(1.0, (room - left) / (amount - low))
        if left >= 0:
            low, room = amount, left
        else:
            high = amount
    return low
