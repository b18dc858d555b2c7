"""Who takes part, for the schematic."""

from collections.abc import Iterator

from desktop_app.analysis.schematic import Population
from desktop_app.languages import _
from desktop_app.presentation.age_words import age_range_within
from desktop_app.presentation.wording import (
    enrollment_words,
    is_enrollment_stated,
    participants_counted,
    sex_words,
    within,
)
from desktop_app.punctuation import listed, with_note
from desktop_app.study.design import DesignModule
from desktop_app.study.eligibility import EligibilityModule
from desktop_app.study.enumerations import StudyType
from desktop_app.study.study import ProtocolSection


def population_of(protocol: ProtocolSection) -> Population:
    """Return what is studied and in whom."""
    conditions = tuple(text for text in protocol.conditions_module.conditions if text.strip())
    eligibility, design = protocol.eligibility_module, protocol.design_module
    if not conditions and not _says_who(eligibility) and design.enrollment_info.count is None:
        return Population((), ())
    return Population(conditions, (*_people(eligibility), *_enrollment(design)))


def _says_who(eligibility: EligibilityModule) -> bool:
    limits = (eligibility.minimum_age, eligibility.maximum_age, *eligibility.std_ages)
    return bool(eligibility.sex or any(limits) or eligibility.healthy_volunteers is not None)


def _people(eligibility: EligibilityModule) -> Iterator[str]:
    sex = sex_words(eligibility.sex) if eligibility.sex else _("Sex not stated")
    yield listed((sex, age_range_within(eligibility)))
    accepted = eligibility.healthy_volunteers
    if accepted is not None:
        yield _("Healthy volunteers accepted") if accepted else _("No healthy volunteers")


def _enrollment(design: DesignModule) -> Iterator[str]:
    enrollment = design.enrollment_info
    if is_enrollment_stated(enrollment):
        kind = within(enrollment.type) or _("planned or actual not stated")
        yield with_note(participants_counted(enrollment.count or 0), kind)
    elif enrollment.count is not None:
        yield with_note(_("Enrollment not stated"), enrollment_words(enrollment)[1])
    elif design.study_type != StudyType.EXPANDED_ACCESS:
        yield _("Enrollment not stated")
