from datetime import date
from typing import Any

import pytest

from desktop_app.languages import speaking
from desktop_app.presentation.brief import brief_of
from desktop_app.presentation.brief.content import Brief, LineKind
from desktop_app.presentation.brief.cuts import cut
from desktop_app.presentation.brief.design_sentence import design_sentence
from desktop_app.presentation.brief.order import Cuts
from desktop_app.presentation.brief.shortenings import beyond_page, shortenings
from desktop_app.presentation.status import StatusRole
from tests.studies import study_with

TODAY = date(2026, 11, 22)


def brief_with(**modules: Any) -> Brief:
    return brief_of(study_with(**modules), TODAY)


def facts_of(brief: Brief) -> dict[str, tuple[str, str]]:
    return {fact.label: (fact.value, fact.note) for fact in brief.facts}


def test_an_empty_record_says_what_is_not_stated() -> None:
    brief = brief_with(identificationModule={})
    assert brief.identity.nct_id == "NCT number not stated"
    assert brief.identity.record_date == "Not stated"
    assert brief.identity.address == ""
    assert brief.identity.status.role is StatusRole.UNKNOWN
    assert brief.identity.status.word == "Status not stated"
    assert brief.titles.brief == "No title in this record"
    assert brief.sponsor == "Sponsor: not stated"
    assert {fact.value for fact in brief.facts} == {"Not stated"}
    assert len(brief.facts) == 12
    assert not brief.summary


def test_the_strip_identifies_the_record() -> None:
    brief = brief_with(
        identificationModule={"nctId": "NCT03816852", "orgStudyIdInfo": {"id": "HNRM-01"}},
        statusModule={
            "overallStatus": "SUSPENDED",
            "lastUpdatePostDateStruct": {"date": "2025-12-04"},
        },
        designModule={"studyType": "INTERVENTIONAL", "phases": ["PHASE1", "PHASE2"]},
    )
    identity = brief.identity
    assert (identity.nct_id, identity.org_study_id) == ("NCT03816852", "HNRM-01")
    assert str(identity.status) == "‖ Suspended"
    assert (identity.phase, identity.study_type) == ("Phase 1/Phase 2", "Interventional")
    assert identity.record_date == "2025-12-04"
    assert identity.address == "https://clinicaltrials.gov/study/NCT03816852"


@pytest.mark.parametrize("number", ["NCT", "NCT12x", "ISRCTN123", "NCT١٢٣", "../NCT1"])
def test_only_a_real_nct_number_gets_an_address(number: str) -> None:
    assert brief_with(identificationModule={"nctId": number}).identity.address == ""


def test_an_official_title_that_repeats_the_brief_one_is_said_once() -> None:
    brief = brief_with(identificationModule={"briefTitle": "A Study", "officialTitle": "A study."})
    assert (brief.titles.brief, brief.titles.official) == ("A Study", "")


def test_an_official_title_alone_is_the_title() -> None:
    brief = brief_with(identificationModule={"officialTitle": "Official"})
    assert (brief.titles.brief, brief.titles.official) == ("Official", "")


def test_planned_and_actual_are_labelled_or_said_to_be_missing() -> None:
    facts = facts_of(
        brief_with(
            statusModule={
                "startDateStruct": {"date": "2018-10-01"},
                "completionDateStruct": {"date": "2026-06", "type": "ESTIMATED"},
            },
            designModule={
                "studyType": "INTERVENTIONAL",
                "enrollmentInfo": {"count": 0, "type": "ACTUAL"},
            },
        )
    )
    assert facts["Start"] == ("2018-10-01", "type not stated")
    assert facts["Completion"] == ("2026-06", "estimated")
    assert facts["Participants"] == ("0", "actual")


def test_words_of_the_record_are_no_place_for_values() -> None:
    design = {"studyType": "{count} {phase} %s", "phases": ["{0.real}"]}
    assert brief_with(designModule=design).design == "{0.real} {count} {phase} %s."


def test_a_trial_has_its_design_in_cells_and_in_a_sentence() -> None:
    brief = brief_with(
        designModule={
            "studyType": "INTERVENTIONAL",
            "phases": ["PHASE3"],
            "designInfo": {
                "allocation": "RANDOMIZED",
                "interventionModel": "PARALLEL",
                "primaryPurpose": "TREATMENT",
                "maskingInfo": {"masking": "DOUBLE", "whoMasked": ["PARTICIPANT", "INVESTIGATOR"]},
            },
            "enrollmentInfo": {"count": 40, "type": "ESTIMATED"},
        },
        armsInterventionsModule={"armGroups": [{"label": "A"}, {"label": "B"}]},
    )
    assert brief.design == (
        "Phase 3 interventional study: randomized, parallel assignment, masking double,"
        " primary purpose treatment."
    )
    assert facts_of(brief)["Masking"] == ("Double: participant, investigator", "")
    assert facts_of(brief)["Arms"] == ("2", "")


def test_a_phase_within_the_sentence_is_written_as_the_language_does() -> None:
    design = {"studyType": "INTERVENTIONAL", "phases": ["PHASE1", "PHASE2"]}
    protocol = study_with(designModule=design).protocol_section
    with speaking("es"):
        assert design_sentence(protocol).startswith("Estudio intervencionista de fase 1/fase 2")
    with speaking("de"):
        assert "Phase 1/Phase 2" in design_sentence(protocol)


def test_an_allocation_that_does_not_apply_is_not_one_that_is_not_stated() -> None:
    design = {"studyType": "INTERVENTIONAL", "designInfo": {"allocation": "NA"}}
    brief = brief_with(designModule=design)
    assert facts_of(brief)["Allocation"] == ("Not applicable", "")
    assert facts_of(brief)["Model"] == ("Not stated", "")
    assert "Allocation" not in brief.gaps
    assert "Intervention model" in brief.gaps


def test_an_observational_study_has_its_own_cells_and_words() -> None:
    brief = brief_with(
        designModule={
            "studyType": "OBSERVATIONAL",
            "patientRegistry": True,
            "targetDuration": "2 Years",
            "designInfo": {"observationalModel": "COHORT", "timePerspective": "PROSPECTIVE"},
        },
        eligibilityModule={
            "samplingMethod": "NON_PROBABILITY_SAMPLE",
            "studyPopulation": "All who come. And their kin.",
        },
        armsInterventionsModule={"armGroups": [{"label": "Exposed"}]},
    )
    facts = facts_of(brief)
    assert list(facts)[:5] == [
        "Observational model",
        "Time perspective",
        "Sampling method",
        "Patient registry",
        "Groups",
    ]
    assert facts["Patient registry"] == ("Yes", "target follow-up 2 Years")
    assert brief.design == "Observational study: cohort model, prospective."
    assert brief.treatments.noun == "group"
    assert brief.criteria.population.sentence_count == 2
    assert brief.identity.phase == "Phase not applicable"
    assert "Allocation" not in brief.gaps
    assert "Interventions" not in brief.gaps


def test_expanded_access_has_types_and_availability() -> None:
    brief = brief_with(
        statusModule={"overallStatus": "AVAILABLE"},
        designModule={
            "studyType": "EXPANDED_ACCESS",
            "expandedAccessTypes": {"individual": True, "treatment": True},
        },
    )
    facts = facts_of(brief)
    assert facts["Expanded access types"] == ("Individual Patients, Treatment IND/Protocol", "")
    assert facts["Availability"] == ("Available", "")
    assert facts["Start"] == ("Not applicable", "")
    assert "Allocation" not in facts
    assert not {"Primary outcomes", "Enrollment", "Start date", "Arms"} & set(brief.gaps)


def test_no_limit_is_not_the_same_as_not_stated() -> None:
    ages = {"minimumAge": "18 Years", "stdAges": ["ADULT", "OLDER_ADULT"], "sex": "ALL"}
    facts = facts_of(brief_with(eligibilityModule=ages))
    assert facts["Ages"] == ("18 years and over", "")
    assert facts["Sex"] == ("All sexes", "")
    assert facts["Healthy volunteers"] == ("Not stated", "")


def test_why_a_study_was_stopped_is_said_or_missed() -> None:
    stopped = {"overallStatus": "TERMINATED", "whyStopped": "Funding \\[lost\\]"}
    told = brief_with(statusModule=stopped)
    assert told.standing == "Why stopped: Funding [lost]"
    assert "Why stopped" not in told.gaps
    silent = brief_with(statusModule={"overallStatus": "WITHDRAWN"})
    assert (silent.standing, "Why stopped" in silent.gaps) == ("", True)
    assert "Why stopped" not in brief_with(statusModule={"overallStatus": "COMPLETED"}).gaps


def test_the_last_known_status_stands_beside_an_unknown_one() -> None:
    status = {"overallStatus": "UNKNOWN", "lastKnownStatus": "RECRUITING"}
    assert brief_with(statusModule=status).standing == "Last known status: Recruiting"


def test_a_part_of_a_record_is_called_one() -> None:
    brief = brief_with(statusModule={"overallStatus": "COMPLETED"})
    assert brief.gaps[0].startswith("This is a part of a record, which lacks its Sponsors")
    withheld = brief_with(statusModule={"overallStatus": "WITHHELD"})
    assert not any("part of a record" in gap for gap in withheld.gaps)


def test_gaps_count_what_only_some_items_lack() -> None:
    brief = brief_with(
        designModule={"studyType": "INTERVENTIONAL"},
        armsInterventionsModule={
            "armGroups": [
                {"label": "A", "type": "EXPERIMENTAL", "description": "x"},
                {"label": "B", "type": "EXPERIMENTAL"},
            ],
            "interventions": [{"name": "X"}],
        },
        outcomesModule={"primaryOutcomes": [{"measure": "M", "timeFrame": "1 day"}]},
    )
    assert "Arm description (1 of 2)" in brief.gaps
    assert "Intervention description" in brief.gaps
    assert not {"Arms", "Arm type", "Outcome time frame", "Primary outcomes"} & set(brief.gaps)


def test_what_the_page_has_no_place_for_is_named() -> None:
    brief = brief_with(
        descriptionModule={"detailedDescription": "Long."},
        outcomesModule={"secondaryOutcomes": [{"measure": "a"}, {"measure": "b"}]},
    )
    assert brief.beyond == ("detailed description", "2 secondary outcomes")


def test_a_primary_completion_date_is_told_by_the_axis_or_beyond_the_cells() -> None:
    date_struct = {"date": "2025-03", "type": "ESTIMATED"}
    brief = brief_with(statusModule={"primaryCompletionDateStruct": date_struct})
    assert brief.figures.axis is not None
    assert "Primary Completion Date: 2025-03 (estimated)" in brief.figures.axis.words
    assert beyond_page(brief) == ()
    shortened = cut(brief, Cuts(axis=0))
    assert beyond_page(shortened) == ("primary completion date 2025-03 (estimated)",)
    assert shortenings(shortened) == ("time axis",)


def test_arms_get_their_interventions_and_a_repeated_description_is_said_once() -> None:
    brief = brief_with(
        armsInterventionsModule={
            "armGroups": [{"label": "A", "description": "Ten mg."}, {"label": "B"}],
            "interventions": [
                {
                    "type": "DRUG",
                    "name": "X",
                    "description": "Ten mg.",
                    "armGroupLabels": ["A"],
                },
                {"type": "OTHER", "name": "Y"},
            ],
        }
    )
    arms = brief.treatments.arms.items
    assert [arm.interventions.items for arm in arms] == [("Drug: X",), ()]
    first, second = brief.treatments.interventions.items
    assert (first.is_named, first.description.sentence_count) == (True, 0)
    assert (second.title, second.is_named) == ("Other: Y", False)


def test_criteria_keep_numbers_parts_and_what_is_unsorted() -> None:
    text = "Inclusion Criteria:\n\n* adults\n\n  * able\n\nExclusion Criteria:\n\n* pregnant"
    criteria = brief_with(eligibilityModule={"eligibilityCriteria": text}).criteria
    lines = [(line.number, line.depth, line.text) for line in criteria.inclusion.lines]
    assert lines == [("I-1", 0, "adults"), ("I-1.1", 1, "able")]
    assert criteria.exclusion.lines[0].kind is LineKind.CRITERION
    assert not criteria.unsorted
    plain = brief_with(eligibilityModule={"eligibilityCriteria": "Healthy adults."}).criteria
    assert plain.unsorted.title == "Criteria as written"
    assert [line.text for line in plain.unsorted.lines] == ["Healthy adults."]


def test_open_sites_come_first_with_whom_to_ask() -> None:
    places = brief_with(
        contactsLocationsModule={
            "centralContacts": [{"name": "Ann", "phone": "123", "phoneExt": "4", "email": "a@b"}],
            "locations": [
                {"facility": "Closed", "status": "COMPLETED", "country": "France"},
                {
                    "facility": "Open",
                    "city": "Singapore",
                    "country": "Singapore",
                    "status": "RECRUITING",
                    "contacts": [{"name": "Bea", "role": "CONTACT", "phone": "5"}],
                },
            ],
        }
    ).places
    assert places.contacts.items == ("Ann · 123 ext. 4 · a@b",)
    assert [site.place for site in places.sites.items] == ["Open, Singapore", "Closed, France"]
    assert places.sites.items[0].contact == "Bea · 5"
    assert places.open_count == 1
    assert places.countries.items == ("France 1", "Singapore 1")


def test_a_description_that_only_repeats_the_name_is_not_said_again() -> None:
    interventions = [
        {"type": "DRUG", "name": "Insulin  glargine", "description": "insulin glargine."},
        {"type": "DRUG", "name": "Placebo", "description": "Drug: Placebo"},
        {"type": "DRUG", "name": "Aspirin", "description": "Aspirin 100 mg"},
    ]
    brief = brief_with(armsInterventionsModule={"interventions": interventions})
    said = [one.description.paragraphs for one in brief.treatments.interventions.items]
    assert said == [(), (), (("Aspirin 100 mg",),)]


def test_a_title_of_which_nothing_can_be_seen_is_none() -> None:
    hidden = {
        "nctId": "NCT01234567",
        "briefTitle": "\u200b \u2060\ufeff",
        "officialTitle": "\u200e",
    }
    assert brief_with(identificationModule=hidden).titles.brief == "No title in this record"
    seen = {**hidden, "officialTitle": "\uf0d2"}
    assert brief_with(identificationModule=seen).titles.brief == "\uf0d2"
