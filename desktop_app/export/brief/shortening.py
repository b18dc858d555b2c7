"""Shortens a brief by as little as its page asks for, in the stated order."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop_app.export.brief.search import last_with_room
from desktop_app.export.typesetting.setting import FLOOR
from desktop_app.presentation.brief.order import STEPS, Cuts, Step

A_LINE = FLOOR * 1.2
"""The height of a line in the smallest type, in points."""

Spare = Callable[[Cuts], float]
"""Returns the points that cuts leave on the page; negative where it does not fit with them."""


def shortened(held: Cuts, spare: Spare) -> Cuts:
    """Take the least of one element after the other until the page fits.

    ``held`` is how much the brief holds of each.
    """
    cuts = Cuts(**{step.element: step.most for step in reversed(STEPS)})
    taken: list[Step] = []
    for step in STEPS:
        if getattr(held, step.element) <= step.least:
            continue
        taken.append(step)
        cuts = replace(cuts, **{step.element: step.least})
        if spare(cuts) >= 0:
            break
    return _eased(cuts, taken, held, spare)


def _eased(cuts: Cuts, taken: Sequence[Step], held: Cuts, spare: Spare) -> Cuts:
    """Give back what was taken beyond the need, what was taken last first."""
    for step in reversed(taken):
        if getattr(cuts, step.element) == step.least:
            most = min(step.most, getattr(held, step.element))
            cuts = replace(cuts, **{step.element: _amount(cuts, step, most, spare)})
    return cuts


def _amount(cuts: Cuts, step: Step, most: int, spare: Spare) -> int:
    """Return how much of an element there is room for, at most so much."""

    def left(amount: int) -> float:
        return spare(replace(cuts, **{step.element: amount}))

    room = left(step.least)
    # One of the columns may have room where the page as a whole has none.
    if room <= A_LINE and left(step.least + 1) < 0:
        return step.least
    return last_with_room(step.least, most, room, left, A_LINE)
