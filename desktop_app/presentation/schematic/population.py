"""Who takes part, for the schematic."""

from collections.abc import Iterator

from desktop_app.analysis.schematic import Population
from desktop_app.presentation.wording import (
    NOT_STATED,
    age_range_words,
    count_of,
    enrollment_words,
    sex_words,
)
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
    sex = sex_words(eligibility.sex)
    ages = age_range_words(eligibility)
    first = "Sex not stated" if sex == NOT_STATED else sex
    yield f"{first}, {ages[:1].lower()}{ages[1:]}"
    accepted = eligibility.healthy_volunteers
    if accepted is not None:
        yield "Healthy volunteers accepted" if accepted else "No healthy volunteers"


def _enrollment(design: DesignModule) -> Iterator[str]:
    count, kind = enrollment_words(design.enrollment_info)
    if count != NOT_STATED and design.enrollment_info.count is not None:
        participants = count_of(design.enrollment_info.count, "participant")
        yield f"{participants} ({_kind(kind)})"
    elif kind:
        yield f"Enrollment not stated ({kind})"
    elif design.study_type != StudyType.EXPANDED_ACCESS:
        yield "Enrollment not stated"


def _kind(kind: str) -> str:
    return "planned or actual not stated" if kind == "type not stated" else kind
