"""The primary outcomes of the schematic."""

from desktop_app.analysis.schematic import Goal, Goals
from desktop_app.languages import _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.study.enumerations import StudyType
from desktop_app.study.outcomes import Outcome
from desktop_app.study.study import ProtocolSection


def goals_of(protocol: ProtocolSection) -> Goals | None:
    """Return the primary outcomes; None where the registry asks for none and there are none."""
    outcomes = protocol.outcomes_module.primary_outcomes
    if outcomes:
        return Goals(_name(len(outcomes)), tuple(_goal(outcome) for outcome in outcomes))
    if protocol.design_module.study_type == StudyType.EXPANDED_ACCESS:
        return None
    return Goals(_("Primary outcomes not stated"), ())


def _name(count: int) -> str:
    if count == 1:
        return _("Primary outcome")
    words = ngettext("{count} primary outcome", "{count} primary outcomes", count)
    return words.format(count=grouped(count))


def _goal(outcome: Outcome) -> Goal:
    return Goal(
        _words(outcome.measure) or _("Measure not stated"),
        _words(outcome.time_frame) or _("time frame not stated"),
    )


def _words(text: str | None) -> str:
    return text if text and text.strip() else ""
