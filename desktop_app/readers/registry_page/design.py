"""Study design and eligibility on a registry page."""

import re
from collections.abc import Sequence
from typing import Any

from desktop_app.readers.registry_page.labels import (
    Element,
    coded,
    read_entries,
    read_labelled,
    split_label,
    words,
)
from desktop_app.readers.registry_page.notes import PageNotes
from desktop_app.readers.registry_page.outline import PageSection
from desktop_app.readers.registry_page.text import line_key, prose
from desktop_app.readers.registry_page.values import put, read_age, read_code, read_yes_no
from desktop_app.study.codes import Code
from desktop_app.study.enumerations import (
    BioSpecRetention,
    DesignAllocation,
    DesignMasking,
    DesignTimePerspective,
    InterventionalAssignment,
    ObservationalModel,
    PrimaryPurpose,
    SamplingMethod,
    Sex,
    WhoMasked,
)

_INFO = "protocolSection.designModule.designInfo"
_MASKING = f"{_INFO}.maskingInfo"
_BIO_SPEC = "protocolSection.designModule.bioSpec"
_ELIGIBILITY = "protocolSection.eligibilityModule"

_MODEL_LABEL = "Intervention Model"
_MASKING_LABELS = ("Blinding Strategy", "Masking")
_DESIGN_LABELS = {
    "Allocation Method": Element(f"{_INFO}.allocation", coded(DesignAllocation)),
    "Intervention Model Description": Element(f"{_INFO}.interventionModelDescription"),
    "Primary Study Purpose": Element(f"{_INFO}.primaryPurpose", coded(PrimaryPurpose)),
    "Observational Model": Element(f"{_INFO}.observationalModel", coded(ObservationalModel)),
    "Observation Model": Element(f"{_INFO}.observationalModel", coded(ObservationalModel)),
    "Time Perspective": Element(f"{_INFO}.timePerspective", coded(DesignTimePerspective)),
    "Masking Description": Element(f"{_MASKING}.maskingDescription"),
    "Target Duration": Element("protocolSection.designModule.targetDuration", words),
    "Biospecimen Retention": Element(f"{_BIO_SPEC}.retention", coded(BioSpecRetention)),
    "Biospecimen Description": Element(f"{_BIO_SPEC}.description"),
}
# What ends the criteria; an author's line that says the same stands before the page's own.
_LIMITS = {
    "Minimum Eligible Age": Element(f"{_ELIGIBILITY}.minimumAge", read_age),
    "Maximum Eligible Age": Element(f"{_ELIGIBILITY}.maximumAge", read_age),
    "Eligible Sex": Element(f"{_ELIGIBILITY}.sex", coded(Sex)),
    "Accepts Healthy Volunteers": Element(f"{_ELIGIBILITY}.healthyVolunteers", read_yes_no),
}
_AFTER_CRITERIA = _LIMITS | {
    "Gender Based": Element(f"{_ELIGIBILITY}.genderBased", read_yes_no),
    "Gender Description": Element(f"{_ELIGIBILITY}.genderDescription"),
    "Sampling Method": Element(f"{_ELIGIBILITY}.samplingMethod", coded(SamplingMethod)),
    "Study Population": Element(f"{_ELIGIBILITY}.studyPopulation"),
}
_PARTIES = {
    "participant": WhoMasked.PARTICIPANT,
    "subject": WhoMasked.PARTICIPANT,
    "caregiver": WhoMasked.CARE_PROVIDER,
    "care provider": WhoMasked.CARE_PROVIDER,
    "investigator": WhoMasked.INVESTIGATOR,
    "outcome assessor": WhoMasked.OUTCOMES_ASSESSOR,
    "outcomes assessor": WhoMasked.OUTCOMES_ASSESSOR,
}
_LONGEST_PARTY = 30
_PARTY = re.compile(f"({'|'.join(_PARTIES)})s?(?:[ ,;/&+]+|\\Z)(?:and )?", re.IGNORECASE)


def read_design(section: PageSection, record: dict[str, Any], notes: PageNotes) -> None:
    """Read the study design.

    The model and the masking may be followed by their descriptions, without a label.
    """
    labels = (*_DESIGN_LABELS, _MODEL_LABEL, *_MASKING_LABELS)
    for entry in read_entries(section.lines, labels):
        if entry.label == _MODEL_LABEL:
            rest = _read_first(
                entry.lines, InterventionalAssignment, f"{_INFO}.interventionModel", record, notes
            )
            put(record, f"{_INFO}.interventionModelDescription", prose(rest, section.spaced))
        elif entry.label in _MASKING_LABELS:
            _read_masking(entry.lines, section.spaced, record, notes)
        else:
            lines = (entry.label, *entry.lines)
            read_labelled(lines, _DESIGN_LABELS, section.heading, section.spaced, record, notes)


def read_eligibility(section: PageSection, record: dict[str, Any], notes: PageNotes) -> None:
    """Read the criteria and the limits that follow them."""
    end = _end_of_criteria(section.lines)
    criteria = prose(section.lines[:end], section.spaced)
    put(record, f"{_ELIGIBILITY}.eligibilityCriteria", criteria)
    rest = section.lines[end:]
    read_labelled(rest, _AFTER_CRITERIA, section.heading, section.spaced, record, notes)


def who_is_masked(line: str) -> tuple[list[str], str]:
    """Return the parties that ``Participants Investigators`` names, and the words after them."""
    key = line_key(line)
    parties, place = list[str](), 0
    while match := _PARTY.match(key, place):
        parties.append(str(_PARTIES[match[1].casefold()].value))
        place = match.end()
    return parties, key[place:]


def _read_masking(
    lines: Sequence[str], spaced: bool, record: dict[str, Any], notes: PageNotes
) -> None:
    path = f"{_MASKING}.whoMasked"
    parties: list[str] = []
    description: list[str] = []
    for line in _read_first(lines, DesignMasking, f"{_MASKING}.masking", record, notes):
        named, other = who_is_masked(line)
        if not named or len(other) > _LONGEST_PARTY:
            description.append(line)
        else:
            unknown = read_code(WhoMasked, other, path, notes)
            parties += [*named, unknown] if unknown else named
    put(record, path, list(dict.fromkeys(parties)))
    put(record, f"{_MASKING}.maskingDescription", prose(description, spaced))


def _read_first(
    lines: Sequence[str],
    enumeration: type[Code],
    path: str,
    record: dict[str, Any],
    notes: PageNotes,
) -> tuple[str, ...]:
    """Read the code on the first filled line and return the lines after it."""
    place = next((place for place, line in enumerate(lines) if line), None)
    if place is None:
        return ()
    put(record, path, read_code(enumeration, lines[place], path, notes))
    return tuple(lines[place + 1 :])


def _end_of_criteria(lines: Sequence[str]) -> int:
    last: dict[str, int] = {}
    for place, line in enumerate(lines):
        label, _ = split_label(line, tuple(_LIMITS))
        if label:
            last[label] = place
    return min(last.values(), default=len(lines))
