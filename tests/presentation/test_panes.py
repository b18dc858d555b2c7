"""What the five tabs say: of the sample in full, of other kinds of study in what differs."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from desktop_app.export.text import to_text
from desktop_app.presentation.pane import PANES, Pane
from desktop_app.presentation.section import Field, Section, SideBySide
from desktop_app.readers.ctgov_json import read_ctgov_json
from desktop_app.readers.detect import read_bytes
from desktop_app.readers.reading import ReadRecord
from desktop_app.study.study import Study
from tests.real_records import needs_records, record_files
from tests.studies import study_with

BY_ID = {pane.id: pane for pane in PANES}


def _text(pane_id: str, study: Study) -> str:
    return to_text(BY_ID[pane_id].sections(study))


def _values(thing: Any, kind: type) -> Iterator[Any]:
    if isinstance(thing, kind):
        yield thing
    if is_dataclass(thing) and not isinstance(thing, type):
        for part in fields(thing):
            yield from _values(getattr(thing, part.name), kind)
    elif isinstance(thing, tuple):
        for one in thing:
            yield from _values(one, kind)


def test_the_tabs_stand_in_their_order() -> None:
    titles = [pane.title for pane in PANES]
    assert titles[:5] == ["Summary", "Design", "Arms", "Eligibility", "Sites"]
    assert titles[5:] == ["Outcomes", "Results", "Related", "Record"]


@pytest.mark.parametrize("pane", PANES, ids=lambda pane: pane.id)
def test_an_empty_record_makes_no_empty_tab(pane: Pane) -> None:
    sections = pane.sections(study_with())
    assert sections
    assert all(section.blocks for section in _values(sections, Section))
    text = to_text(sections)
    assert any(words in text for words in ("Not stated", "states no", "states neither", "names no"))


def test_summary_tells_results_and_why_a_study_stopped() -> None:
    posted = study_with(
        statusModule={
            "overallStatus": "TERMINATED",
            "whyStopped": "Slow accrual \\<5",
            "resultsFirstPostDateStruct": {"date": "2024-05-02"},
        }
    ).model_copy(update={"has_results": True})
    text = _text("summary", posted)
    assert "Results posted (2024-05-02)" in text
    assert "Slow accrual <5" in text
    assert "Why Study Stopped\n=================\nNot stated" in _text(
        "summary", study_with(statusModule={"overallStatus": "SUSPENDED"})
    )


def test_summary_names_everybody_and_every_identifier() -> None:
    study = study_with(
        identificationModule={
            "nctId": "NCT01234567",
            "orgStudyIdInfo": {"id": "ORG-1", "type": "NIH", "link": "https://example.org"},
            "secondaryIdInfos": [{"id": "2010-1", "type": "EUDRACT_NUMBER", "domain": "EMA"}],
            "nctIdAliases": ["NCT07654321"],
        },
        sponsorCollaboratorsModule={
            "leadSponsor": {"name": "A & B <Ltd>", "class": "INDUSTRY"},
            "collaborators": [{"name": "One", "class": "NIH"}, {"name": "Two"}],
            "responsibleParty": {
                "type": "PRINCIPAL_INVESTIGATOR",
                "investigatorFullName": "I. Nvestigator",
                "investigatorTitle": "Professor",
                "investigatorAffiliation": "Somewhere",
            },
        },
        contactsLocationsModule={
            "overallOfficials": [{"name": "O. Fficial", "role": "STUDY_CHAIR", "affiliation": "U"}]
        },
    )
    text = _text("summary", study)
    for words in (
        "ORG-1 (NIH, https://example.org)",
        "2010-1 (EudraCT number, EMA)",
        "NCT07654321",
        "A & B <Ltd> (Industry)",
        "One (NIH)",
        "Principal investigator",
        "I. Nvestigator",
        "Study Chair:",
    ):
        assert words in text, words


def test_design_of_a_trial_tells_who_is_masked() -> None:
    study = study_with(
        designModule={
            "studyType": "INTERVENTIONAL",
            "phases": ["PHASE2"],
            "designInfo": {
                "allocation": "RANDOMIZED",
                "interventionModel": "CROSSOVER",
                "maskingInfo": {"masking": "SINGLE", "whoMasked": ["OUTCOMES_ASSESSOR"]},
            },
            "enrollmentInfo": {"count": 40, "type": "ACTUAL"},
        }
    )
    text = _text("design", study)
    for words in ("Randomized", "Crossover assignment", "Outcomes assessor", "40 (actual)"):
        assert words in text
    assert "Time Perspective" not in text


def test_design_of_an_observational_study_has_its_own_elements_and_loses_none() -> None:
    study = study_with(
        designModule={
            "studyType": "OBSERVATIONAL",
            "patientRegistry": True,
            "targetDuration": "2 Years",
            "designInfo": {
                "observationalModel": "CASE_CONTROL",
                "timePerspective": "RETROSPECTIVE",
                "primaryPurpose": "OTHER",
            },
            "bioSpec": {"retention": "SAMPLES_WITH_DNA", "description": "whole blood"},
        }
    )
    text = _text("design", study)
    for words in ("Case-control", "Retrospective", "2 Years", "Samples with DNA", "whole blood"):
        assert words in text
    assert "Primary Purpose:" in text, "an element that the type does not ask for is shown too"
    assert "Allocation" not in text


def test_arms_and_interventions_are_joined_by_either_list() -> None:
    study = study_with(
        designModule={"studyType": "INTERVENTIONAL"},
        armsInterventionsModule={
            "armGroups": [
                {"label": "A", "type": "EXPERIMENTAL", "interventionNames": ["Drug: Aspirin"]},
                {"label": "B", "type": "NO_INTERVENTION"},
                {"label": "C", "type": "OTHER"},
            ],
            "interventions": [
                {"type": "DRUG", "name": "Aspirin"},
                {"type": "DEVICE", "name": "Clock"},
            ],
        },
    )
    text = _text("arms", study)
    assert BY_ID["arms"].badge(study) == "3"
    assert "Interventions: Drug: Aspirin" in text
    assert "Given in Arms: A" in text
    assert "Device: Clock is not assigned to any arm." in text
    assert "No intervention is named for the arm C" in text
    assert "the arm B" not in text


def test_groups_without_any_intervention_are_told_in_one_sentence() -> None:
    groups = [{"label": "A", "type": "OTHER"}, {"label": "B", "type": "OTHER"}]
    text = _text("arms", study_with(armsInterventionsModule={"armGroups": groups}))
    assert text.count("No intervention is named for any arm.") == 1
    assert "named for the arm" not in text


@pytest.mark.parametrize(
    ("study_type", "words"),
    [
        ("OBSERVATIONAL", "an observational study; it has no arms"),
        ("EXPANDED_ACCESS", "an expanded access record"),
        ("INTERVENTIONAL", "neither arms nor interventions"),
    ],
)
def test_a_study_without_arms_says_why(study_type: str, words: str) -> None:
    assert words in " ".join(
        _text("arms", study_with(designModule={"studyType": study_type})).split()
    )


def test_eligibility_sets_inclusion_beside_exclusion_with_numbers() -> None:
    study = study_with(
        eligibilityModule={
            "eligibilityCriteria": "Inclusion Criteria:\n\n* Age \\>= 18\n* Consent\n\n"
            "Exclusion Criteria:\n\n* Pregnant",
            "sex": "FEMALE",
        }
    )
    sections = BY_ID["eligibility"].sections(study)
    (both,) = _values(sections, SideBySide)
    assert (both.left.title, both.right.title) == ("Inclusion Criteria", "Exclusion Criteria")
    assert BY_ID["eligibility"].badge(study) == "2 + 1"
    text = to_text(sections)
    for words in ("I-1  Age >= 18", "I-2  Consent", "E-1  Pregnant", "Female"):
        assert words in text


def test_criteria_that_cannot_be_sorted_are_shown_as_written() -> None:
    study = study_with(eligibilityModule={"eligibilityCriteria": "Adults with asthma."})
    text = _text("eligibility", study)
    assert "Criteria as Written" in text
    assert "Adults with asthma." in text


LOCATIONS = [
    {"facility": "Closed Clinic", "city": "Bern", "country": "Switzerland", "status": "COMPLETED"},
    {
        "facility": "Open Hospital",
        "city": "Zürich",
        "country": "Switzerland",
        "status": "RECRUITING",
        "contacts": [
            {"name": "C. Ontact", "role": "CONTACT", "phone": "1", "phoneExt": "2", "email": "c@x"}
        ],
    },
    {"facility": "Other", "city": "Paris", "country": "France"},
]


def test_sites_show_open_ones_first_with_their_people() -> None:
    study = study_with(contactsLocationsModule={"locations": LOCATIONS})
    text = _text("sites", study)
    assert text.index("Open Hospital") < text.index("Other Sites") < text.index("Closed Clinic")
    assert "C. Ontact, Contact · 1 ext. 2 · c@x" in text
    assert "Switzerland\u00a02 (1\u00a0open)\u00a0· France\u00a01" in text


@pytest.mark.parametrize(
    ("words", "shown"),
    [("zurich", "1 of 3 sites shown"), ("switz comp", "1 of 3 sites shown"), ("mars", "None of")],
)
def test_sites_are_filtered_without_regard_to_accents(words: str, shown: str) -> None:
    from desktop_app.presentation.sites import filtered_sites_sections

    study = study_with(contactsLocationsModule={"locations": LOCATIONS})
    assert shown in to_text(filtered_sites_sections(study, words))


def _record_texts(study: Study) -> Iterator[str]:
    protocol = study.protocol_section
    for location in protocol.contacts_locations_module.locations:
        yield from (location.facility or "", location.city or "")
        yield from (contact.name or "" for contact in location.contacts)
    for arm in protocol.arms_interventions_module.arm_groups:
        yield arm.label or ""
        yield arm.description.plain if arm.description else ""
    for intervention in protocol.arms_interventions_module.interventions:
        yield intervention.name or ""
        yield intervention.description.plain if intervention.description else ""
    yield from protocol.conditions_module.conditions
    yield from protocol.conditions_module.keywords
    yield protocol.identification_module.official_title or ""


@needs_records
def test_the_tabs_of_real_records_show_every_word_of_their_elements() -> None:
    files = record_files("ctgov_json", "*.json", step=11)
    assert files
    for file in files:
        study, _ = read_ctgov_json(file.read_bytes())
        shown = "".join(
            "".join(to_text(pane.sections(study), width=10_000).split()) for pane in PANES
        )
        for text in _record_texts(study):
            for word in text.split():
                assert word in shown, f"{file.name}: {word}"


@needs_records
def test_every_label_is_said_and_no_value_is_empty_in_real_records() -> None:
    for folder in ("ctgov_json", "ctgov_json_partial"):
        for file in record_files(folder, "*.json", step=13):
            for reading in read_bytes(file.read_bytes(), file.name):
                assert isinstance(reading, ReadRecord), reading
                for pane in PANES:
                    for field in _values(pane.sections(reading.study), Field):
                        assert field.value.strip(), f"{file.name}: {field.label}"


def test_a_city_is_named_once_however_many_postcodes_its_sites_have() -> None:
    sites = [
        {"facility": "North Clinic", "city": "Lyon", "country": "France", "zip": "69004"},
        {"facility": "South Clinic", "city": "Lyon", "country": "France", "zip": "69007"},
    ]
    sections = BY_ID["sites"].sections(study_with(contactsLocationsModule={"locations": sites}))
    fields = [field for field in _values(sections[-1], Field) if field.note]
    assert [(field.label, field.value, field.note) for field in fields] == [
        ("Lyon", "North Clinic", "69004"),
        ("", "South Clinic", "69007"),
    ]


def test_a_role_is_labelled_like_an_element_and_a_value_is_left_as_it_is() -> None:
    official = {"name": "C. Hair", "role": "STUDY_CHAIR"}
    text = _text("summary", study_with(contactsLocationsModule={"overallOfficials": [official]}))
    assert "Study Chair:" in text
