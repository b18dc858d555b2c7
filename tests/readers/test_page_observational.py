# ruff: noqa: E501 (the page has lines of its own length)
"""A page of another study: observational, with cohorts, sites, outcomes and references."""

import pytest

from desktop_app.readers.reading import Oddity
from desktop_app.readers.registry_page import read_registry_page
from desktop_app.study.dates import PartialDate
from desktop_app.study.enumerations import (
    AgencyClass,
    DateType,
    DesignTimePerspective,
    EnrollmentType,
    ObservationalModel,
    OfficialRole,
    Phase,
    RecruitmentStatus,
    ReferenceType,
    ResponsiblePartyType,
    SamplingMethod,
    SecondaryIdType,
    Sex,
    StudyType,
)
from desktop_app.study.study import ProtocolSection, Study
from tests.studies import page_extras

PAGE = """\
Sleep and Blood Pressure in Night Workers

NCT ID: NCT09990001

Last Updated: 2026-03-11

Study Results

Results posted 2026-02-01

Basic Information

Get a concise snapshot of the trial, including recruitment status, study phase, enrollment targets, and key timeline milestones.

Recruitment Status

ACTIVE_NOT_RECRUITING

Total Enrollment

1,250 participants (ESTIMATED)

Study Classification

OBSERVATIONAL

Study Start Date

2019-04 (ACTUAL)

Primary Completion Date

2024-12-31

ESTIMATED

Study Completion Date

December 31, 2025 (Anticipated)

Brief Summary

Review the sponsor-provided synopsis that highlights what the study is about and why it is being conducted.

Night work may raise blood pressure.

Study Design

This paragraph stands under a line that only looks like a heading.

Detailed Description

Dive into the extended narrative that explains the scientific background, objectives, and procedures in greater depth.

First paragraph of the
description.

References

1. A reference of the author's own.

Conditions

See the medical conditions and disease areas that this research is targeting or investigating.

Hypertension

Sleep Deprivation

Keywords

Explore important study keywords that can help with search, categorization, and topic discovery.

night shift

Study Design

Understand how the trial is structured, including allocation methods, masking strategies, primary purpose, and other design elements.

Observational Model

COHORT

Time Perspective

PROSPECTIVE

Study Groups

Review each arm or cohort in the study, along with the interventions and objectives associated with them.

Night workers

Nurses who work at night.

At least 80 nights a year.

Group Type -

24-hour measurement

Intervention Type DEVICE

A cuff is worn for 24 hours.

It is read by telephone.

Questionnaire

Intervention Type OTHER

Day workers

Nurses who work by day.

24-hour measurement

Intervention Type DEVICE

A cuff is worn for 24 hours.

It is read by telephone.

Office workers

Group Type

Interventions

Learn about the drugs, procedures, or behavioral strategies being tested and how they are applied within this trial.

24-hour measurement

A cuff is worn for 24 hours.

It is read by telephone.

Intervention Type DEVICE

Other Names: ABPM; ambulatory monitoring

Questionnaire

Intervention Type OTHER

Primary Outcomes

Mean systolic pressure

Mean over 24 hours.

Time Frame: 12 months

Secondary Outcomes

Hours of sleep

Time Frame

at 6 and 12 months

Pulse

Time Frame: 12 months

Counted at rest.

Eligibility Criteria

Check the participation requirements, including inclusion and exclusion rules, age limits, and whether healthy volunteers are accepted.

Inclusion Criteria:

* Works at night

  * at least 80 nights

Exclusion Criteria:

* Eligible Sex unclear
* Pregnancy
Minimum Eligible Age

18 Years

Maximum Eligible Age

N/A

Eligible Sex

ALL

Accepts Healthy Volunteers

Yes

Study Population

Nurses of two hospitals.

All wards.

Sampling Method

NON_PROBABILITY_SAMPLE

Sponsors

Meet the organizations funding or collaborating on the study and learn about their roles.

Institute of Sleep

OTHER

Sponsor Role lead

National Heart Fund

NETWORK

Sponsor Role collaborator

Town of Northport

Sponsor Role collaborator

Responsible Party

Identify the individual or organization who holds primary responsibility for the study information submitted to regulators.

A. Investigator

Responsibility Role PRINCIPAL_INVESTIGATOR

Professor

Institute of Sleep

Principal Investigators

Learn about the lead researchers overseeing the trial and their institutional affiliations.

A. Investigator

Role: PRINCIPAL_INVESTIGATOR

Institute of Sleep

B. Chair

Role: STUDY_CHAIR

C. Director

Role: STUDY_DIRECTOR

Second Hospital

Locations

Explore where the study is taking place and check the recruitment status at each participating site.

First Hospital

Northport, Maine, 04849, United States

Site Status RECRUITING

D. Nurse

Role: CONTACT

Phone: 555-0100

Email: d.nurse@hospital.example

Seoul, Korea, Republic of

Site Status

Second Hospital

Paris, France

Site Status

COMPLETED

Countries

Review the countries where the study has at least one active or historical site.

United States

Korea, Republic of

France

Iceland

Central Contacts

Reach out to these primary contacts for questions about participation or study logistics.

E. Office

Role: CONTACT

+1 555 0101

office@sleep.example

References

Explore related publications, articles, or registry entries linked to this study.

Author A. Nights and pressure. J Sleep. 2018;1(1):1-2.

Reference Type BACKGROUND

PMID: 30000001 (View on PubMed)

Author B. More nights. J Sleep. 2020;2(1):3-4.

Reference Type DERIVED

Laboratory Methods

See how the samples of this study are handled.

Frozen at -80.

Other Identifiers

Review additional registry numbers or institutional identifiers associated with this trial.

SLEEP-1

Identifier Type: -

Identifier Source: org_study_id

2018-001234-12

Identifier Type: EUDRACT_NUMBER

Identifier Source: secondary_id

View Link

R01-77

Identifier Type: NIH

Identifier Source: secondary_id

More Related Trials

Additional clinical trials that may be relevant based on similarity analysis.

Sleep in Pilots
NCT09990002 RECRUITING PHASE1/PHASE2
Naps
NCT09990003 UNKNOWN NA
A Registry of Nights
NCT09990004 ENROLLING_BY_INVITATION
"""


@pytest.fixture(scope="module")
def reading() -> tuple[Study, tuple[Oddity, ...]]:
    return read_registry_page(PAGE.encode())


@pytest.fixture(scope="module")
def protocol(reading: tuple[Study, tuple[Oddity, ...]]) -> ProtocolSection:
    return reading[0].protocol_section


def test_results_are_posted_on_the_stated_day(reading: tuple[Study, tuple[Oddity, ...]]) -> None:
    study = reading[0]
    posted = study.protocol_section.status_module.results_first_post_date_struct
    assert (study.has_results, posted.date) == (True, PartialDate(2026, 2, 1))


def test_dates_have_their_kinds_where_they_are_stated(protocol: ProtocolSection) -> None:
    status = protocol.status_module
    assert status.start_date_struct.date == PartialDate(2019, 4)
    assert status.start_date_struct.type is DateType.ACTUAL
    assert status.primary_completion_date_struct.date == PartialDate(2024, 12, 31)
    assert status.primary_completion_date_struct.type is DateType.ESTIMATED
    assert status.completion_date_struct.date == PartialDate(2025, 12, 31)
    assert status.completion_date_struct.type is DateType.ESTIMATED


def test_the_observational_design_is_read(protocol: ProtocolSection) -> None:
    design = protocol.design_module
    assert design.study_type is StudyType.OBSERVATIONAL
    assert design.phases == ()
    assert design.enrollment_info.count == 1250
    assert design.enrollment_info.type is EnrollmentType.ESTIMATED
    assert design.design_info.observational_model is ObservationalModel.COHORT
    assert design.design_info.time_perspective is DesignTimePerspective.PROSPECTIVE
    assert design.design_info.masking_info.masking is None


def test_heading_words_in_running_text_stay_there(protocol: ProtocolSection) -> None:
    description = protocol.description_module
    assert description.brief_summary is not None
    assert description.brief_summary.source.split("\n\n") == [
        "Night work may raise blood pressure.",
        "Study Design",
        "This paragraph stands under a line that only looks like a heading.",
    ]
    assert description.detailed_description is not None
    assert description.detailed_description.source == (
        "First paragraph of the\ndescription.\n\nReferences\n\n1. A reference of the author's own."
    )
    assert protocol.conditions_module.conditions == ("Hypertension", "Sleep Deprivation")
    assert protocol.conditions_module.keywords == ("night shift",)


def test_groups_are_told_from_the_descriptions_before_them(protocol: ProtocolSection) -> None:
    groups = protocol.arms_interventions_module.arm_groups
    assert [
        (group.label, group.description and group.description.source, group.intervention_names)
        for group in groups
    ] == [
        (
            "Night workers",
            "Nurses who work at night.\n\nAt least 80 nights a year.",
            ("Device: 24-hour measurement", "Other: Questionnaire"),
        ),
        ("Day workers", "Nurses who work by day.", ("Device: 24-hour measurement",)),
        ("Office workers", None, ()),
    ]
    assert [group.type for group in groups] == [None, None, None]


def test_interventions_have_other_names_and_groups(protocol: ProtocolSection) -> None:
    measurement, questionnaire = protocol.arms_interventions_module.interventions
    assert measurement.other_names == ("ABPM", "ambulatory monitoring")
    assert measurement.arm_group_labels == ("Night workers", "Day workers")
    assert measurement.description is not None
    assert measurement.description.source.endswith("\n\nIt is read by telephone.")
    assert (questionnaire.description, questionnaire.other_names) == (None, ())


def test_outcomes_have_their_time_frame_before_or_after_the_description(
    protocol: ProtocolSection,
) -> None:
    outcomes = protocol.outcomes_module
    rows = [
        (one.measure, one.description and one.description.source, one.time_frame)
        for one in (*outcomes.primary_outcomes, *outcomes.secondary_outcomes)
    ]
    assert rows == [
        ("Mean systolic pressure", "Mean over 24 hours.", "12 months"),
        ("Hours of sleep", None, "at 6 and 12 months"),
        ("Pulse", "Counted at rest.", "12 months"),
    ]


def test_eligibility_ends_with_the_page_s_own_lines(protocol: ProtocolSection) -> None:
    eligibility = protocol.eligibility_module
    assert eligibility.eligibility_criteria is not None
    assert eligibility.eligibility_criteria.source == (
        "Inclusion Criteria:\n\n* Works at night\n\n  * at least 80 nights\n\n"
        "Exclusion Criteria:\n\n* Eligible Sex unclear\n* Pregnancy"
    )
    assert (str(eligibility.minimum_age), str(eligibility.maximum_age)) == ("18 Years", "No limit")
    assert (eligibility.sex, eligibility.healthy_volunteers) == (Sex.ALL, True)
    assert eligibility.study_population is not None
    assert eligibility.study_population.source == "Nurses of two hospitals.\n\nAll wards."
    assert eligibility.sampling_method is SamplingMethod.NON_PROBABILITY_SAMPLE


def test_sponsors_and_the_responsible_party_are_read(protocol: ProtocolSection) -> None:
    module = protocol.sponsor_collaborators_module
    assert (module.lead_sponsor.name, module.lead_sponsor.class_) == (
        "Institute of Sleep",
        AgencyClass.OTHER,
    )
    assert [(one.name, one.class_) for one in module.collaborators] == [
        ("National Heart Fund", AgencyClass.NETWORK),
        ("Town of Northport", None),
    ]
    party = module.responsible_party
    assert party.type is ResponsiblePartyType.PRINCIPAL_INVESTIGATOR
    assert (party.investigator_full_name, party.investigator_title) == (
        "A. Investigator",
        "Professor",
    )
    assert party.investigator_affiliation == "Institute of Sleep"


def test_officials_have_the_affiliation_that_follows_their_role(protocol: ProtocolSection) -> None:
    officials = protocol.contacts_locations_module.overall_officials
    assert [(one.name, one.role, one.affiliation) for one in officials] == [
        ("A. Investigator", OfficialRole.PRINCIPAL_INVESTIGATOR, "Institute of Sleep"),
        ("B. Chair", OfficialRole.STUDY_CHAIR, None),
        ("C. Director", OfficialRole.STUDY_DIRECTOR, "Second Hospital"),
    ]


def test_locations_have_place_status_and_contacts(protocol: ProtocolSection) -> None:
    first, second, third = protocol.contacts_locations_module.locations
    assert (first.facility, first.city, first.state, first.zip, first.country) == (
        "First Hospital",
        "Northport",
        "Maine",
        "04849",
        "United States",
    )
    assert first.status is RecruitmentStatus.RECRUITING
    assert [(one.name, one.phone, one.email) for one in first.contacts] == [
        ("D. Nurse", "555-0100", "d.nurse@hospital.example")
    ]
    assert (second.facility, second.city, second.state, second.country, second.status) == (
        None,
        "Seoul",
        None,
        "Korea, Republic of",
        None,
    )
    assert (third.city, third.country, third.status) == (
        "Paris",
        "France",
        RecruitmentStatus.COMPLETED,
    )


def test_central_contacts_need_no_labels(protocol: ProtocolSection) -> None:
    (contact,) = protocol.contacts_locations_module.central_contacts
    assert (contact.name, contact.phone, contact.email) == (
        "E. Office",
        "+1 555 0101",
        "office@sleep.example",
    )


def test_references_have_kind_and_number(protocol: ProtocolSection) -> None:
    first, second = protocol.references_module.references
    assert (first.pmid, first.type) == ("30000001", ReferenceType.BACKGROUND)
    assert (second.pmid, second.type) == (None, ReferenceType.DERIVED)
    assert second.citation == "Author B. More nights. J Sleep. 2020;2(1):3-4."


def test_identifiers_go_where_their_source_says(protocol: ProtocolSection) -> None:
    module = protocol.identification_module
    assert (module.org_study_id_info.id, module.org_study_id_info.type) == ("SLEEP-1", None)
    assert [(one.id, one.type) for one in module.secondary_id_infos] == [
        ("2018-001234-12", SecondaryIdType.EUDRACT_NUMBER),
        ("R01-77", SecondaryIdType.NIH),
    ]


def test_related_studies_may_lack_status_or_phase(
    reading: tuple[Study, tuple[Oddity, ...]],
) -> None:
    related = reading[0].source_page_section.related_studies
    assert [(one.brief_title, str(one.overall_status), one.phases) for one in related] == [
        ("Sleep in Pilots", "RECRUITING", (Phase.PHASE1, Phase.PHASE2)),
        ("Naps", "UNKNOWN", (Phase.NA,)),
        ("A Registry of Nights", "ENROLLING_BY_INVITATION", ()),
    ]


def test_what_has_no_element_is_kept_apart_and_told(
    reading: tuple[Study, tuple[Oddity, ...]],
) -> None:
    study, oddities = reading
    assert page_extras(study) == {
        "countries": ["Iceland"],
        "otherSections": [{"heading": "Laboratory Methods", "text": "Frozen at -80."}],
    }
    assert [oddity.path for oddity in oddities] == [
        "",
        "sourcePageSection.countries",
        "sourcePageSection.otherSections[0]",
    ]
    assert "“Laboratory Methods”" in oddities[2].note


def test_without_empty_lines_all_but_the_paragraphs_is_the_same(protocol: ProtocolSection) -> None:
    copy = "\n".join(line for line in PAGE.split("\n") if line)
    read = read_registry_page(copy.encode())[0].protocol_section
    parted = ("description_module", "eligibility_module")
    for name in ProtocolSection.model_fields:
        if name not in parted:
            assert getattr(read, name) == getattr(protocol, name), name
    assert read.eligibility_module.study_population == protocol.eligibility_module.study_population
    criteria = (read.eligibility_module, protocol.eligibility_module)
    first, second = (
        one.eligibility_criteria.blocks for one in criteria if one.eligibility_criteria
    )
    assert first == second
