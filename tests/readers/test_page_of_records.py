"""Real records, written out as the page lays them out, and read back."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.readers.registry_page import read_registry_page
from desktop_app.study.study import ProtocolSection, Study
from tests.real_records import needs_records, record_files

WHO = {
    "PARTICIPANT": "Participants",
    "CARE_PROVIDER": "Caregivers",
    "INVESTIGATOR": "Investigators",
    "OUTCOMES_ASSESSOR": "Outcome Assessors",
}


def page_of(study: Study) -> str:
    """Return the page of a study, in the layout of the page of NCT03816852."""
    protocol = study.protocol_section
    identification = protocol.identification_module
    updated = protocol.status_module.last_update_post_date_struct.date
    head = [identification.brief_title, f"NCT ID: {identification.nct_id}"]
    lines = [*head, f"Last Updated: {updated}", "Study Results", "Results pending"]
    for heading, content in sections_of(protocol):
        kept = [str(line) for line in content if line not in (None, "")]
        lines += [heading, *kept] if kept else []
    return "\n\n".join(str(line) for line in lines)


def sections_of(protocol: ProtocolSection) -> Iterator[tuple[str, list[Any]]]:
    description = protocol.description_module
    yield "Basic Information", basic_lines(protocol)
    yield "Brief Summary", [source(description.brief_summary)]
    yield "Detailed Description", [source(description.detailed_description)]
    yield "Conditions", list(protocol.conditions_module.conditions)
    yield "Keywords", list(protocol.conditions_module.keywords)
    yield "Study Design", design_lines(protocol)
    yield "Study Groups", group_lines(protocol)
    yield "Interventions", intervention_lines(protocol)
    yield "Eligibility Criteria", eligibility_lines(protocol)
    yield "Sponsors", sponsor_lines(protocol)
    yield "Principal Investigators", official_lines(protocol)
    outcomes = protocol.outcomes_module
    yield "Primary Outcomes", outcome_lines(outcomes.primary_outcomes)
    yield "Secondary Outcomes", outcome_lines(outcomes.secondary_outcomes)


def basic_lines(protocol: ProtocolSection) -> list[Any]:
    design, status = protocol.design_module, protocol.status_module
    lines = ["Recruitment Status", status.overall_status, "Study Classification", design.study_type]
    lines += ["Clinical Phase", "/".join(design.phases)] if design.phases else []
    if design.enrollment_info.count is not None:
        lines += ["Total Enrollment", f"{design.enrollment_info.count} participants"]
    if status.start_date_struct.date:
        lines += ["Study Start Date", str(status.start_date_struct.date)]
    return lines


def design_lines(protocol: ProtocolSection) -> list[Any]:
    info = protocol.design_module.design_info
    masking = info.masking_info
    pairs = {
        "Allocation Method": info.allocation,
        "Intervention Model": info.intervention_model,
        "Primary Study Purpose": info.primary_purpose,
        "Observational Model": info.observational_model,
        "Time Perspective": info.time_perspective,
        "Blinding Strategy": masking.masking,
    }
    lines = [line for pair in pairs.items() if pair[1] for line in pair]
    return [*lines, " ".join(WHO[party] for party in masking.who_masked)]


def group_lines(protocol: ProtocolSection) -> list[Any]:
    module = protocol.arms_interventions_module
    lines: list[Any] = []
    for group in module.arm_groups:
        lines += [group.label, source(group.description), f"Group Type {group.type or '-'}"]
        for one in module.interventions:
            if any(name.endswith(f": {one.name}") for name in group.intervention_names):
                lines += [one.name, f"Intervention Type {one.type}", source(one.description)]
    return lines


def intervention_lines(protocol: ProtocolSection) -> list[Any]:
    listed = protocol.arms_interventions_module.interventions
    rows = [[one.name, source(one.description), f"Intervention Type {one.type}"] for one in listed]
    return [line for row in rows for line in row]


def eligibility_lines(protocol: ProtocolSection) -> list[Any]:
    module = protocol.eligibility_module
    lines = [source(module.eligibility_criteria)]
    if module.minimum_age:
        lines += ["Minimum Eligible Age", module.minimum_age.to_source()]
    return [*lines, "Eligible Sex", module.sex]


def sponsor_lines(protocol: ProtocolSection) -> list[Any]:
    module = protocol.sponsor_collaborators_module
    lines = [module.lead_sponsor.name, module.lead_sponsor.class_, "Sponsor Role lead"]
    for one in module.collaborators:
        lines += [one.name, one.class_, "Sponsor Role collaborator"]
    return lines


def official_lines(protocol: ProtocolSection) -> list[Any]:
    officials = protocol.contacts_locations_module.overall_officials
    rows = [[one.name, f"Role: {one.role or '-'}", one.affiliation] for one in officials]
    return [line for row in rows for line in row]


def outcome_lines(outcomes: Any) -> list[Any]:
    rows = [
        [one.measure, source(one.description), f"Time Frame: {one.time_frame or '-'}"]
        for one in outcomes
    ]
    return [line for row in rows for line in row]


def source(text: Any) -> str:
    return text.source.strip() if text else ""


def said_by(protocol: ProtocolSection, lost: str) -> dict[str, list[str]]:
    """Return the words of each section, without the characters that a copy may lose."""
    sections = dict(sections_of(protocol))
    return {
        heading: [
            words
            for line in lines
            if (words := str(line or "").translate(str.maketrans("", "", lost)).strip())
        ]
        for heading, lines in sections.items()
    }


@needs_records
@pytest.mark.parametrize("file", record_files("ctgov_json", "NCT*.json", 10), ids=lambda f: f.stem)
def test_a_real_record_comes_back_from_its_page(file: Path) -> None:
    study = Study.model_validate(json.loads(file.read_bytes()))
    page = page_of(study)
    read, _ = read_registry_page(page.encode())
    assert said_by(read.protocol_section, " \n") == said_by(study.protocol_section, " \n")
    bare = "\n".join(line for line in page.split("\n") if line.strip())
    read, _ = read_registry_page(bare.encode())
    assert said_by(read.protocol_section, " \n") == said_by(study.protocol_section, " \n")
