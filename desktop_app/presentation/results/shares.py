"""How many of how many were affected."""

from desktop_app.presentation.results.notes import NO_VALUE, TableNotes
from desktop_app.presentation.results.texts import ABSENT, percentage

NO_SHARE = (
    "No percentage is computed where nobody was at risk, or more are affected than were at risk."
)


def affected_words(affected: int | None, at_risk: int | None, notes: TableNotes) -> str:
    """Return participants affected and at risk with the percentage: ``12/340 (3.5 %)``."""
    if affected is None or at_risk is None:
        notes.remark(NO_VALUE)
        if affected is None and at_risk is None:
            return ABSENT
        return f"{_number(affected)}/{_number(at_risk)}"
    share = percentage(affected, at_risk)
    if not share:
        notes.remark(NO_SHARE)
        return f"{affected}/{at_risk}"
    return f"{affected}/{at_risk} ({share})"


def _number(number: int | None) -> str:
    return ABSENT if number is None else str(number)
