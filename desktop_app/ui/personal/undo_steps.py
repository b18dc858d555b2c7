"""What was done and can be undone, and what was undone and can be done again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from desktop_app.ui.personal.kinds import Kind

_MOST = 1_000

Doing = Callable[[], "Doing | None"]
"""Does something, and returns what takes it back: None where there was nothing to do."""


@dataclass(eq=False, slots=True)
class Step:
    """One change, as the person thinks of it. ``doing`` is what is to be done next.

    ``label`` names it in the menu ("Star NCT03816852"), ``said`` tells that it is done.
    ``pending`` counts what is still to be written of it; ``is_kept`` tells that some of it is, and
    ``has_failed`` that the last of it is not.
    """

    kind: Kind
    numbers: frozenset[int]
    label: str
    said: str
    doing: Doing | None
    pending: int = field(default=0)
    is_kept: bool = field(default=False)
    has_failed: bool = field(default=False)


class UndoSteps:
    """The steps of one session, the newest last."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def undo_label(self) -> str:
        """Return what would be undone, empty for nothing."""
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        """Return what would be done again, empty for nothing."""
        return self._undone[-1].label if self._undone else ""

    @property
    def newest(self) -> Step | None:
        """Return what was done last."""
        return self._done[-1] if self._done else None

    def push(self, step: Step) -> None:
        """Take what is being done; what was undone before cannot be done again."""
        self._undone.clear()
        self._done.append(step)
        del self._done[:-_MOST]

    def take_back(self) -> Step | None:
        """Return what is to be undone now."""
        return _move(self._done, self._undone)

    def take_again(self) -> Step | None:
        """Return what is to be done again now."""
        return _move(self._undone, self._done)

    def turn(self, step: Step) -> None:
        """Let a step stand where it stood before it was taken: it could not be done."""
        for source, target in ((self._done, self._undone), (self._undone, self._done)):
            if step in source:
                source.remove(step)
                target.append(step)
                return

    def drop(self, step: Step) -> None:
        """Forget a step that came to nothing."""
        for steps in (self._done, self._undone):
            if step in steps:
                steps.remove(step)


def _move(source: list[Step], target: list[Step]) -> Step | None:
    if not source:
        return None
    target.append(source.pop())
    return target[-1]
