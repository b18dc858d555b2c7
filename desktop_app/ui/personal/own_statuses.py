"""The statuses that a person gives to studies, in words."""

from collections.abc import Mapping

from desktop_app.languages import N_, _
from desktop_app.store.personal.names import plain_name
from desktop_app.store.personal.values import OwnStatus

_WORDS: Mapping[str, str] = {
    OwnStatus.TO_CHECK.value: N_("To check"),
    OwnStatus.SCREENING.value: N_("Screening"),
    OwnStatus.REFERRED.value: N_("Referred"),
    OwnStatus.ENROLLED.value: N_("Enrolled"),
    OwnStatus.FOLLOW_UP.value: N_("Follow-up"),
    OwnStatus.NOT_FOR_US.value: N_("Not for us"),
}


def own_status_words(status: str) -> str:
    """Return what is shown of a status: the person's own words, or those of one that is offered."""
    return _(_WORDS[status]) if status in _WORDS else status


def status_of_words(words: str) -> str:
    """Return the status that a person means: one that is offered, or their own words."""
    kept = plain_name(words)
    for status, offered in _WORDS.items():
        if kept.casefold() in (status, offered.casefold(), _(offered).casefold()):
            return status
    return kept


def offered_statuses() -> tuple[str, ...]:
    """Return the statuses that are offered."""
    return tuple(_WORDS)
