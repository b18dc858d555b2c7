"""How a recruitment status is told: by a word and a shape, and by a colour besides."""

from enum import Enum
from typing import NamedTuple

from desktop_app.languages import _
from desktop_app.presentation.wording import NOT_STATED
from desktop_app.study.codes import code_label
from desktop_app.study.listed_codes import Status


class StatusRole(Enum):
    """What a status means for somebody who looks for a study; decides its colour."""

    OPEN = "open"
    COMING = "coming"
    PAUSED = "paused"
    STOPPED = "stopped"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class StatusLook(NamedTuple):
    """The word, shape and role of a status; the same on screen and on paper."""

    word: str
    shape: str
    role: StatusRole

    def __str__(self) -> str:
        return f"{self.shape} {self.word}"


_ROLES = {
    Status.RECRUITING: ("●", StatusRole.OPEN),
    Status.ENROLLING_BY_INVITATION: ("◐", StatusRole.OPEN),
    Status.AVAILABLE: ("●", StatusRole.OPEN),
    Status.NOT_YET_RECRUITING: ("○", StatusRole.COMING),
    Status.ACTIVE_NOT_RECRUITING: ("◆", StatusRole.CLOSED),
    Status.COMPLETED: ("✓", StatusRole.CLOSED),
    Status.APPROVED_FOR_MARKETING: ("✓", StatusRole.CLOSED),
    Status.SUSPENDED: ("‖", StatusRole.PAUSED),
    Status.TEMPORARILY_NOT_AVAILABLE: ("‖", StatusRole.PAUSED),
    Status.TERMINATED: ("■", StatusRole.STOPPED),
    Status.WITHDRAWN: ("✕", StatusRole.STOPPED),
    Status.NO_LONGER_AVAILABLE: ("✕", StatusRole.STOPPED),
}
_UNCLEAR = ("?", StatusRole.UNKNOWN)


def status_role(status: str | None) -> StatusRole:
    """Return what a status means for somebody who looks for a study."""
    known = Status.__members__.get(status) if status else None
    return _ROLES.get(known, _UNCLEAR)[1] if known else StatusRole.UNKNOWN


def status_look(status: str | None) -> StatusLook:
    """Return how to tell a status, given as the registry's code; None where there is none."""
    if not status:
        return StatusLook(_(NOT_STATED), "?", StatusRole.UNKNOWN)
    known = Status.__members__.get(status)
    shape, role = _ROLES.get(known, _UNCLEAR) if known else _UNCLEAR
    return StatusLook(code_label(known or status), shape, role)
