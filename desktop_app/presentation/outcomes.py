"""The Outcomes tab: what the study set out to measure, and when."""

from desktop_app.languages import _
from desktop_app.presentation.context import NOTHING_KNOWN, Context
from desktop_app.presentation.fields import existing, prose, says
from desktop_app.presentation.section import Paragraph, Section
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import labelled
from desktop_app.study.base import label
from desktop_app.study.enumerations import StudyType
from desktop_app.study.outcomes import Outcome, OutcomesModule
from desktop_app.study.study import Study

_KINDS = (
    ("primary_outcomes", "P"),
    ("secondary_outcomes", "S"),
    ("other_outcomes", "O"),
)


def outcomes_sections(study: Study, context: Context = NOTHING_KNOWN) -> tuple[Section, ...]:
    """Return the Outcomes tab of a study."""
    module = study.protocol_section.outcomes_module
    if not _count(module):
        return (says(label(type(study.protocol_section), "outcomes_module"), _why_none(study)),)
    return existing(*(_kind_section(module, name, letter) for name, letter in _KINDS))


def _count(module: OutcomesModule) -> int:
    return sum(len(getattr(module, name)) for name, _letter in _KINDS)


def _why_none(study: Study) -> str:
    if study.protocol_section.design_module.study_type == StudyType.EXPANDED_ACCESS:
        return _("This is an expanded access record: it gives treatment and measures no outcomes.")
    return _("This record states no outcomes.")


def _kind_section(module: OutcomesModule, name: str, letter: str) -> Section | None:
    outcomes: tuple[Outcome, ...] = getattr(module, name)
    title = label(OutcomesModule, name)
    if not outcomes:
        is_expected = name == "primary_outcomes"
        return says(title, _("This record states no primary outcome.")) if is_expected else None
    parts = (_part(one, f"{letter}-{number}") for number, one in enumerate(outcomes, start=1))
    return Section(title, tuple(parts), note=grouped(len(outcomes)))


def _part(outcome: Outcome, number: str) -> Section:
    """Return an outcome: its measure as the title, then its time frame, then what it means."""
    measure = outcome.measure or labelled(label(Outcome, "measure"), _("not stated"))
    return Section(f"{number}  {measure}", (_time_frame(outcome), *prose(outcome.description)))


def _time_frame(outcome: Outcome) -> Paragraph:
    title = label(Outcome, "time_frame")
    if not outcome.time_frame:
        return Paragraph(_("Time frame not stated"), is_quiet=True)
    return Paragraph(labelled(title, outcome.time_frame), is_quiet=True)
