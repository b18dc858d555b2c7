"""Single sections in the forms that other pages may give them."""

from typing import Any

import pytest

from desktop_app.readers.reading import Oddity
from desktop_app.readers.registry_page import read_registry_page
from desktop_app.study.ages import Age
from desktop_app.study.enumerations import Phase
from desktop_app.study.study import ProtocolSection


def read(*lines: str) -> tuple[ProtocolSection, tuple[Oddity, ...]]:
    """Read a page of the given lines after its head."""
    page = "\n\n".join(("A title", "NCT ID: NCT01234567", *lines, ""))
    study, oddities = read_registry_page(page.encode())
    return study.protocol_section, oddities


def paths(oddities: tuple[Oddity, ...]) -> list[str]:
    return [oddity.path for oddity in oddities]


@pytest.mark.parametrize(
    ("words", "phases"),
    [
        ("PHASE1/PHASE2", (Phase.PHASE1, Phase.PHASE2)),
        ("PHASE1, PHASE2", (Phase.PHASE1, Phase.PHASE2)),
        ("PHASE2 PHASE3", (Phase.PHASE2, Phase.PHASE3)),
        ("Phase 1/Phase 2", (Phase.PHASE1, Phase.PHASE2)),
        ("EARLY_PHASE1", (Phase.EARLY_PHASE1,)),
        ("Early Phase 1", (Phase.EARLY_PHASE1,)),
        ("NA", (Phase.NA,)),
        ("N/A", (Phase.NA,)),
        ("Not Applicable", (Phase.NA,)),
        ("-", ()),
    ],
)
def test_phases_are_read_however_they_are_joined(words: str, phases: tuple[Phase, ...]) -> None:
    protocol, oddities = read("Basic Information", "Clinical Phase", words)
    assert (protocol.design_module.phases, oddities) == (phases, ())


def test_unknown_codes_are_kept_as_text_and_told() -> None:
    protocol, oddities = read(
        *("Basic Information", "Recruitment Status", "ON_HOLIDAY", "Clinical Phase"),
        *(
            "PHASE1/PHASE9",
            "Study Design",
            "Blinding Strategy",
            "DOUBLE",
            "Participants Pharmacists",
        ),
    )
    assert protocol.status_module.overall_status == "ON_HOLIDAY"
    assert protocol.design_module.phases == (Phase.PHASE1, "PHASE9")
    masking = protocol.design_module.design_info.masking_info
    assert [str(party) for party in masking.who_masked] == ["PARTICIPANT", "Pharmacists"]
    assert paths(oddities) == [
        "protocolSection.statusModule.overallStatus",
        "protocolSection.designModule.phases[1]",
        "protocolSection.designModule.designInfo.maskingInfo.whoMasked",
    ]


@pytest.mark.parametrize(
    ("words", "count", "type_"),
    [
        ("12 participants", 12, None),
        ("0 participants (ACTUAL)", 0, "ACTUAL"),
        ("1,234,567 participants (Estimated)", 1234567, "ESTIMATED"),
        ("40 ESTIMATED", 40, "ESTIMATED"),
        ("1 participant", 1, None),
        ("-", None, None),
    ],
)
def test_enrollment_has_its_kind_where_it_is_stated(
    words: str, count: int | None, type_: str | None
) -> None:
    protocol, oddities = read("Basic Information", "Total Enrollment", words)
    info = protocol.design_module.enrollment_info
    assert (info.count, info.type and str(info.type)) == (count, type_)
    assert oddities == ()


@pytest.mark.parametrize(
    ("label", "words", "path"),
    [
        ("Total Enrollment", "a dozen", "protocolSection.designModule.enrollmentInfo.count"),
        ("Study Start Date", "next spring", "protocolSection.statusModule.startDateStruct.date"),
        ("Study Start Date", "2019-02-30", "protocolSection.statusModule.startDateStruct.date"),
    ],
)
def test_what_is_no_number_and_no_date_is_told_with_its_words(
    label: str, words: str, path: str
) -> None:
    protocol, oddities = read("Basic Information", label, words)
    assert paths(oddities) == [path]
    assert f"“{words}”" in oddities[0].note
    assert protocol.design_module.enrollment_info.count is None
    assert protocol.status_module.start_date_struct.date is None


def test_a_sentence_that_begins_with_a_label_s_words_is_no_label() -> None:
    why = "Study Start Date was put off by the sponsor."
    protocol, _ = read("Basic Information", "Why Stopped", why, "Study Classification", "-")
    assert protocol.status_module.why_stopped is not None
    assert protocol.status_module.why_stopped.source == why
    assert protocol.status_module.start_date_struct.date is None


@pytest.mark.parametrize(
    ("words", "age"), [("6 Months", Age.parse("6 Months")), ("N/A", Age()), ("-", None)]
)
def test_no_limit_and_not_stated_are_two_things(words: str, age: Age | None) -> None:
    protocol, _ = read("Eligibility Criteria", "* Any", "Minimum Eligible Age", words)
    assert protocol.eligibility_module.minimum_age == age
    assert protocol.eligibility_module.maximum_age is None


def test_criteria_end_at_the_last_lines_on_age_and_sex() -> None:
    own = ("Inclusion", "Minimum Eligible Age", "18 Years", "Exclusion", "* None")
    protocol, _ = read("Eligibility Criteria", *own, "Minimum Eligible Age", "19 Years")
    criteria = protocol.eligibility_module.eligibility_criteria
    assert criteria is not None
    assert criteria.source == "\n\n".join(own)
    assert protocol.eligibility_module.minimum_age == Age.parse("19 Years")


def test_model_and_masking_may_have_descriptions() -> None:
    protocol, oddities = read(
        *("Study Design", "Intervention Model", "CROSSOVER", "Each takes both.", "With a pause."),
        *("Blinding Strategy", "SINGLE", "Outcome Assessors", "The films are numbered."),
    )
    info = protocol.design_module.design_info
    assert info.intervention_model_description is not None
    assert info.intervention_model_description.source == "Each takes both.\n\nWith a pause."
    assert [str(party) for party in info.masking_info.who_masked] == ["OUTCOMES_ASSESSOR"]
    assert info.masking_info.masking_description is not None
    assert info.masking_info.masking_description.source == "The films are numbered."
    assert oddities == ()


def arms(protocol: ProtocolSection) -> list[tuple[Any, ...]]:
    return [
        (
            arm.label,
            str(arm.type),
            arm.description and arm.description.source,
            arm.intervention_names,
        )
        for arm in protocol.arms_interventions_module.arm_groups
    ]


def test_an_arm_without_interventions_is_followed_by_the_next_arm() -> None:
    protocol, oddities = read(
        *("Study Groups", "Control", "Nothing is given.", "Group Type NO_INTERVENTION"),
        *("Drug", "A tablet.", "Group Type EXPERIMENTAL", "Pill", "Intervention Type DRUG"),
        *("Daily.", "Interventions", "Pill", "Daily.", "Intervention Type DRUG"),
    )
    assert arms(protocol) == [
        ("Control", "NO_INTERVENTION", "Nothing is given.", ()),
        ("Drug", "EXPERIMENTAL", "A tablet.", ("Drug: Pill",)),
    ]
    assert oddities == ()


def test_groups_alone_give_interventions_and_tell_what_is_uncertain() -> None:
    protocol, oddities = read(
        *("Study Groups", "Low", "Group Type EXPERIMENTAL", "Gel", "Intervention Type DEVICE"),
        *("A gel.", "Light", "Intervention Type DIETARY_SUPPLEMENT", "A diet.", "High"),
        *("Twice a day.", "Group Type EXPERIMENTAL", "Gel", "Intervention Type DEVICE", "A gel."),
    )
    assert arms(protocol) == [
        ("Low", "EXPERIMENTAL", None, ("Device: Gel", "Dietary Supplement: Light")),
        ("High", "EXPERIMENTAL", "Twice a day.", ("Device: Gel",)),
    ]
    gel, light = protocol.arms_interventions_module.interventions
    assert gel.arm_group_labels == ("Low", "High")
    assert gel.description is not None
    assert gel.description.source == "A gel."
    assert light.description is not None
    assert light.description.source == "A diet."
    assert paths(oddities) == ["protocolSection.armsInterventionsModule.armGroups"]


def test_interventions_of_one_name_are_told_apart_by_their_descriptions() -> None:
    protocol, _ = read(
        *("Study Groups", "1", "Group Type EXPERIMENTAL", "Drops", "Intervention Type DRUG"),
        *("Forty.", "2", "Group Type EXPERIMENTAL", "Drops", "Intervention Type DRUG", "Eighty."),
        *("Interventions", "Drops", "Forty.", "Intervention Type DRUG", "Drops", "Eighty."),
        "Intervention Type DRUG",
    )
    listed = protocol.arms_interventions_module.interventions
    assert [one.arm_group_labels for one in listed] == [("1",), ("2",)]


def test_interventions_may_have_their_type_first() -> None:
    protocol, oddities = read(
        *("Interventions", "Pill", "Intervention Type DRUG", "Daily.", "With water.", "Talk"),
        *("Intervention Type BEHAVIORAL", "Weekly."),
    )
    pill, talk = protocol.arms_interventions_module.interventions
    assert (pill.name, talk.name, oddities) == ("Pill", "Talk", ())
    assert pill.description is not None
    assert pill.description.source == "Daily.\n\nWith water."
    assert talk.description is not None
    assert talk.description.source == "Weekly."


def test_other_names_of_a_lone_intervention_are_its_own() -> None:
    pill = ("Interventions", "Pill", "Intervention Type DRUG")
    protocol, oddities = read(*pill, "Other Intervention Names", "Tablet", "Dragee")
    assert protocol.arms_interventions_module.interventions[0].other_names == ("Tablet", "Dragee")
    assert oddities == ()
    two = (*pill, "Talk", "Intervention Type OTHER", "Other Intervention Names", "Tablet")
    assert paths(read(*two)[1]) == ["sourcePageSection.otherSections[0]"]


@pytest.mark.parametrize(
    ("line", "city", "state", "zip_", "country"),
    [
        ("Zhengzhou, Henan, China", "Zhengzhou", "Henan", None, "China"),
        ("Paris, France", "Paris", None, None, "France"),
        ("Boston, Maine, 02114, United States", "Boston", "Maine", "02114", "United States"),
        ("Singapore, Singapore", "Singapore", None, None, "Singapore"),
        ("Seoul, , South Korea", "Seoul", None, None, "South Korea"),
        ("Oslo", "Oslo", None, None, None),
    ],
)
def test_a_place_is_city_state_and_country(
    line: str, city: str, state: str | None, zip_: str | None, country: str | None
) -> None:
    protocol, _ = read("Locations", "A Hospital", line, "Site Status")
    (location,) = protocol.contacts_locations_module.locations
    assert location.facility == "A Hospital"
    assert (location.city, location.state, location.zip, location.country) == (
        *(city, state, zip_, country),
    )


def test_contacts_of_sites_need_a_lone_site() -> None:
    site = ("Locations", "A Hospital", "Paris, France", "Site Status")
    contact = ("Facility Contacts", "A. Nurse", "Role: CONTACT", "Phone: 555-0100")
    protocol, _ = read(*site, *contact)
    (location,) = protocol.contacts_locations_module.locations
    assert [(one.name, one.phone) for one in location.contacts] == [("A. Nurse", "555-0100")]
    protocol, oddities = read(*site, "B Hospital", "Rome, Italy", "Site Status", *contact)
    assert [one.contacts for one in protocol.contacts_locations_module.locations] == [(), ()]
    assert paths(oddities) == ["sourcePageSection.otherSections[0]"]


def test_a_second_lead_sponsor_and_an_unknown_role_are_told() -> None:
    protocol, oddities = read(
        *("Sponsors", "A Firm", "INDUSTRY", "Sponsor Role lead", "B Firm", "Sponsor Role lead"),
        *("C Fund", "CHARITY", "Sponsor Role FUNDER"),
    )
    module = protocol.sponsor_collaborators_module
    assert module.lead_sponsor.name == "A Firm"
    assert [(one.name, one.class_) for one in module.collaborators] == [("C Fund", "CHARITY")]
    assert paths(oddities) == [
        "protocolSection.sponsorCollaboratorsModule.collaborators[0]",
        "protocolSection.sponsorCollaboratorsModule.collaborators[0].class",
        "sourcePageSection.otherSections[0]",
    ]


def test_an_investigator_s_lone_line_is_the_affiliation_if_it_is_the_sponsor() -> None:
    sponsor = ("Sponsors", "A University", "OTHER", "Sponsor Role lead", "Responsible Party")
    role = "Responsibility Role SPONSOR_INVESTIGATOR"
    party = read(*sponsor, role, "A. Person", "A University")[0]
    module = party.sponsor_collaborators_module.responsible_party
    assert (module.investigator_title, module.investigator_affiliation) == (None, "A University")
    party = read(*sponsor, role, "A. Person", "Professor")[0]
    module = party.sponsor_collaborators_module.responsible_party
    assert (module.investigator_title, module.investigator_affiliation) == ("Professor", None)


def test_identifiers_of_other_sources_are_kept() -> None:
    protocol, oddities = read(
        *("Other Identifiers", "NCT00000001", "Identifier Type: -", "Identifier Source: nct_alias"),
        *("X-1", "Identifier Type: REGISTRY", "Identifier Source: secondary_id"),
        *("https://example.org/x-1", "Y-2", "Identifier Type: ODD", "Identifier Source: town_hall"),
    )
    module = protocol.identification_module
    assert module.nct_id_aliases == ("NCT00000001",)
    first, second = module.secondary_id_infos
    assert (first.id, str(first.type), first.link) == ("X-1", "REGISTRY", "https://example.org/x-1")
    assert (second.id, second.type, second.domain) == ("Y-2", "ODD", "town_hall")
    assert [path.rpartition("[")[2] for path in paths(oddities)] == ["1]", "1].type"]


def test_links_documents_and_data_sharing_are_read() -> None:
    protocol, oddities = read(
        *("Links", "The study's page", "https://example.org/study", "https://example.org/other"),
        *("IPD Sharing", "NO", "The consent does not cover it.", "Time Frame", "-"),
    )
    first, second = protocol.references_module.see_also_links
    assert (first.label and first.label.source, first.url) == (
        "The study's page",
        "https://example.org/study",
    )
    assert (second.label, second.url) == (None, "https://example.org/other")
    sharing = protocol.ipd_sharing_statement_module
    assert str(sharing.ipd_sharing) == "NO"
    assert sharing.description is not None
    assert sharing.description.source == "The consent does not cover it."
    assert sharing.time_frame is None
    assert oddities == ()


@pytest.mark.parametrize(
    ("words", "has_results", "count"),
    [
        ("Results pending", False, 0),
        ("No results posted", False, 0),
        ("Results available", True, 0),
        ("Ask the sponsor", None, 2),
    ],
)
def test_results_are_posted_pending_or_not_told(
    words: str, has_results: bool | None, count: int
) -> None:
    page = f"A title\n\nNCT ID: NCT01234567\n\nStudy Results\n\n{words}\n\nConditions\n\nAsthma\n"
    study, oddities = read_registry_page(page.encode())
    assert (study.has_results, len(oddities)) == (has_results, count)


def test_documents_are_labelled_by_what_they_hold() -> None:
    page = (
        "A title\n\nNCT ID: NCT01234567\n\nProvided Documents\n\n"
        "Document Type: Study Protocol and Statistical Analysis Plan\n\nView Document\n"
    )
    study, oddities = read_registry_page(page.encode())
    (document,) = study.document_section.large_document_module.large_docs
    assert document.label == "Study Protocol and Statistical Analysis Plan"
    assert (document.has_protocol, document.has_sap, document.has_icf) == (True, True, None)
    assert oddities == ()


def test_of_a_label_that_comes_again_the_first_counts_and_the_other_is_told() -> None:
    status = "Recruitment Status"
    protocol, oddities = read("Basic Information", status, "COMPLETED", status, "RECRUITING")
    assert str(protocol.status_module.overall_status) == "COMPLETED"
    assert paths(oddities) == ["sourcePageSection.otherSections[0]"]
    assert oddities[0].note.endswith(": “Recruitment Status RECRUITING”")
