"""How many of how many were affected."""

from desktop_app.languages import N_, _
from desktop_app.presentation.results.notes import TableNotes, no_value
from desktop_app.presentation.results.texts import ABSENT, percentage
from desktop_app.punctuation import with_note

NO_SHARE = N_(
    "No percentage is computed where nobody was at risk, or more are affected than were at risk."
)


def affected_words(affected: int | None, at_risk: int | None, notes: TableNotes) -> str:
    """Return participants affected and at risk with the percentage: ``12/340 (3.5 %)``."""
    if affected is None or at_risk is None:
        notes.remark(no_value())
        if affected is None and at_risk is None:
            return ABSENT
        return f"{_number(affected)}/{_number(at_risk)}"
    share = percentage(affected, at_risk)
    if not share:
        notes.remark(_(NO_SHARE))
        return f"{affected}/{at_risk}"
    return with_note(f"{affected}/{at_risk}", share)


def _number(number: int | None) -> str:
    return ABSENT if number is None else str(number)
