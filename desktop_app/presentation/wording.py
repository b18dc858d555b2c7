"""How elements are put in words; one place, so that screen, paper and text say the same."""

from collections.abc import Iterable
from datetime import date

from desktop_app.study.ages import Age
from desktop_app.study.codes import code_label
from desktop_app.study.date_structs import DateStruct, PartialDateStruct
from desktop_app.study.design import DesignModule, EnrollmentInfo, MaskingBlock
from desktop_app.study.eligibility import EligibilityModule
from desktop_app.study.enumerations import (
    InterventionType,
    Phase,
    Sex,
    StandardAge,
    StudyType,
)

NOT_STATED = "Not stated"
NO_LIMIT = "No limit"
NOT_APPLICABLE = "Not applicable"
_UNKNOWN_ENROLLMENT = 99_999_999
"""The registry's old sentinel for an enrollment that nobody knew."""


def in_words(code: str | None) -> str:
    """Return a code in words, empty where there is none."""
    return code_label(code) if code else ""


def role_label(role: str | None, otherwise: str) -> str:
    """Return a role as a label, written as the registry writes its labels: ``Study Chair``."""
    words = in_words(role) or otherwise
    return " ".join(word[:1].upper() + word[1:] for word in words.split(" "))


def all_in_words(codes: Iterable[str]) -> str:
    """Return several codes in words, separated by commas."""
    return ", ".join(code_label(code) for code in codes)


def yes_no(value: bool | None) -> str:
    """Return Yes or No, empty where nothing is stated."""
    return "" if value is None else "Yes" if value else "No"


def count_of(number: int, singular: str, plural: str = "") -> str:
    """Return a number with its noun: ``1 site``, ``12 sites``."""
    return f"{grouped(number)} {singular if number == 1 else plural or singular + 's'}"


def grouped(number: int) -> str:
    """Return a number with a thin space at the thousands, from five digits on."""
    return f"{number:,}".replace(",", "\u202f") if abs(number) >= 10_000 else str(number)


def phase_words(phases: Iterable[str]) -> str:
    """Return the phases as the registry writes two of them: ``Phase 1/Phase 2``."""
    return "/".join(code_label(phase) for phase in phases)


def phase_of(design: DesignModule) -> str:
    """Return the phase, or why there is none."""
    if design.phases == (Phase.NA,):
        return NOT_APPLICABLE
    if design.phases:
        return phase_words(design.phases)
    return NOT_STATED if design.study_type in (None, StudyType.INTERVENTIONAL) else NOT_APPLICABLE


def enrollment_of(design: DesignModule) -> tuple[str, str]:
    """Return enrollment and kind; an expanded access record enrolls nobody into a study."""
    if design.enrollment_info.count is None and design.study_type == StudyType.EXPANDED_ACCESS:
        return NOT_APPLICABLE, ""
    return enrollment_words(design.enrollment_info)


def enrollment_words(enrollment: EnrollmentInfo) -> tuple[str, str]:
    """Return the number of participants and its kind: ``("12", "estimated")``."""
    if enrollment.count is None:
        return NOT_STATED, ""
    if enrollment.count == _UNKNOWN_ENROLLMENT:
        number = grouped(enrollment.count)
        return NOT_STATED, f"the record holds {number}, the registry's mark for an unknown number"
    kind = code_label(enrollment.type).lower() if enrollment.type else "type not stated"
    return grouped(enrollment.count), kind


def date_words(struct: PartialDateStruct | DateStruct) -> tuple[str, str]:
    """Return a date and its kind: ``("2026-06", "estimated")``."""
    if struct.date is None:
        return NOT_STATED, ""
    return str(struct.date), code_label(struct.type).lower() if struct.type else ""


def masking_words(masking: MaskingBlock) -> str:
    """Return the masking with who is masked: ``Double: participant, investigator``."""
    if not masking.masking:
        return NOT_STATED
    who = ", ".join(code_label(role).lower() for role in masking.who_masked)
    return f"{code_label(masking.masking)}: {who}" if who else code_label(masking.masking)


def sex_words(sex: str | None) -> str:
    """Return who can take part by sex."""
    if not sex:
        return NOT_STATED
    return "All sexes" if sex == Sex.ALL else code_label(sex)


def minimum_age_words(eligibility: EligibilityModule) -> str:
    """Return the lower age limit.

    The registry leaves out a limit that was registered as "N/A (No limit)". That there is none is
    said only where the age groups that the registry derives show it.
    """
    if eligibility.minimum_age:
        return _limit(eligibility.minimum_age)
    return NO_LIMIT if StandardAge.CHILD in eligibility.std_ages else NOT_STATED


def maximum_age_words(eligibility: EligibilityModule) -> str:
    """Return the upper age limit; see ``minimum_age_words``."""
    if eligibility.maximum_age:
        return _limit(eligibility.maximum_age)
    return NO_LIMIT if StandardAge.OLDER_ADULT in eligibility.std_ages else NOT_STATED


def _limit(age: Age) -> str:
    return NO_LIMIT if age.is_no_limit else str(age).lower()


def age_range_words(eligibility: EligibilityModule) -> str:
    """Return both limits in one phrase: ``19 to 40 years``, ``18 years and over``."""
    lowest, highest = minimum_age_words(eligibility), maximum_age_words(eligibility)
    if lowest == highest and lowest in (NO_LIMIT, NOT_STATED):
        return "No age limit" if lowest == NO_LIMIT else "Ages not stated"
    if highest == NO_LIMIT:
        return f"{lowest} and over" if lowest != NOT_STATED else "no upper limit, lower not stated"
    if highest == NOT_STATED:
        from_age = "no lower limit" if lowest == NO_LIMIT else f"from {lowest}"
        return f"{from_age}, upper limit not stated"
    if lowest in (NO_LIMIT, NOT_STATED):
        missing = "no lower limit" if lowest == NO_LIMIT else "lower limit not stated"
        return f"up to {highest} ({missing})"
    return _joined_range(lowest, highest)


def _joined_range(lowest: str, highest: str) -> str:
    low_number, low_unit = lowest.split(" ", 1)
    _, high_unit = highest.split(" ", 1)
    same = low_unit.rstrip("s") == high_unit.rstrip("s")
    return f"{low_number if same else lowest} to {highest}"


def intervention_title(kind: str | None, name: str | None) -> str:
    """Return an intervention as arms name it: ``Drug: Aspirin``."""
    title = name or NOT_STATED
    if not kind:
        return title
    known = InterventionType.__members__.get(kind)
    return f"{known.label if known else code_label(kind)}: {title}"


def age_of_record(record_date: date, today: date) -> str:
    """Return how long ago a version of a record was made: ``353 days ago``."""
    days = (today - record_date).days
    if days < 0:
        return "dated in the future"
    if days < 731:
        return "of today" if days == 0 else f"{count_of(days, 'day')} ago"
    return f"{days // 365} years ago"
