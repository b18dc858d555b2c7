import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import RecordFormatError
from desktop_app.readers.ctgov_json import read_ctgov_json
from desktop_app.readers.ctgov_xml import read_ctgov_xml
from desktop_app.readers.ctgov_xml.unread import SILENT, UNKNOWN, WITHOUT_PLACE
from desktop_app.readers.noted import noted
from desktop_app.readers.reading import Oddity
from desktop_app.study.ages import Age, AgeUnit
from desktop_app.study.annotation import UnpostedEvent
from desktop_app.study.arms_interventions import ArmGroup
from desktop_app.study.base import RecordModel
from desktop_app.study.contacts_locations import Contact
from desktop_app.study.dates import PartialDate
from desktop_app.study.documents import LargeDoc
from desktop_app.study.enumerations import ArmGroupType, ContactRole, ReferenceType, Sex
from desktop_app.study.result_enumerations import UnpostedEventType
from desktop_app.study.study import Study
from tests.real_records import RECORDS, SHARED, needs_records, record_files

PATHS = SHARED / "schema" / "xml_path_occurrence.tsv"
PLACES = tuple(
    f"/clinical_study/{path}"
    for path in (
        "overall_status",
        "start_date",
        "phase",
        "study_type",
        "study_design",
        "study_design_info/masking",
        "enrollment",
        "eligibility/minimum_age",
        "eligibility/criteria/textblock",
        "why_stopped",
        "required_header/download_date",
        "pending_results/submitted",
        "provided_document_section/provided_document/document_url",
        "clinical_results/point_of_contact/phone",
        "clinical_results/certain_agreements/restrictive_agreement",
    )
)
IN_BOTH = ("NCT01298141", "NCT02513394")


def _xml(*elements: str) -> bytes:
    ids = "<id_info><nct_id>NCT01234567</nct_id></id_info>"
    return f'<clinical_study rank="1">{ids}{"".join(elements)}</clinical_study>'.encode()


def _read(*elements: str) -> Study:
    study, oddities = read_ctgov_xml(_xml(*elements))
    assert oddities == ()
    return study


def _oddities(*elements: str) -> list[tuple[str, str]]:
    return [(oddity.path, oddity.note) for oddity in read_ctgov_xml(_xml(*elements))[1]]


def test_identifiers_titles_and_sponsors_are_read() -> None:
    study, oddities = read_ctgov_xml(
        b"<clinical_study><id_info><org_study_id>X-1</org_study_id><secondary_id>U01</secondary_id>"
        b"<nct_id>NCT01234567</nct_id><nct_alias>NCT00000001</nct_alias></id_info>"
        b"<brief_title>A  wrapped\n    title &lt; 5</brief_title><source>A University</source>"
        b"<sponsors><lead_sponsor><agency>A University</agency><agency_class>Other</agency_class>"
        b"</lead_sponsor><collaborator><agency>CDC</agency><agency_class>U.S. Fed</agency_class>"
        b"</collaborator></sponsors></clinical_study>"
    )
    assert oddities == ()
    assert study.protocol_section.model_dump(mode="json", by_alias=True, exclude_unset=True) == {
        "identificationModule": {
            "nctId": "NCT01234567",
            "nctIdAliases": ["NCT00000001"],
            "orgStudyIdInfo": {"id": "X-1"},
            "secondaryIdInfos": [{"id": "U01"}],
            "briefTitle": "A wrapped title < 5",
            "organization": {"fullName": "A University"},
        },
        "sponsorCollaboratorsModule": {
            "leadSponsor": {"name": "A University", "class": "OTHER"},
            "collaborators": [{"name": "CDC", "class": "FED"}],
        },
    }


def test_dates_are_read_under_their_names_of_all_years() -> None:
    now = _read(
        "<study_first_submitted>May 2, 2017</study_first_submitted>"
        "<last_update_submitted>May 3, 2017</last_update_submitted>"
        "<last_update_submitted_qc>May 3, 2017</last_update_submitted_qc>"
    )
    old = _read(
        "<lastchanged_date>May 3, 2017</lastchanged_date>"
        "<firstreceived_date>May 2, 2017</firstreceived_date>"
    )
    assert now.protocol_section == old.protocol_section
    status = old.protocol_section.status_module
    assert status.study_first_submit_date == PartialDate(2017, 5, 2)
    assert status.last_update_submit_date == PartialDate(2017, 5, 3)


def test_an_older_date_that_says_something_else_is_told() -> None:
    assert _oddities(
        "<study_first_submitted>May 2, 2017</study_first_submitted>"
        "<firstreceived_date>May 1, 2017</firstreceived_date>"
    ) == [("clinical_study/firstreceived_date", "2017-05-01 has no place beside 2017-05-02")]


def test_arms_and_interventions_name_each_other() -> None:
    module = _read(
        "<number_of_arms>2</number_of_arms>"
        "<arm_group><arm_group_label>A</arm_group_label>"
        "<arm_group_type>Experimental</arm_group_type></arm_group>"
        "<arm_group><arm_group_label>B</arm_group_label></arm_group>"
        "<intervention><intervention_type>Dietary Supplement</intervention_type>"
        "<intervention_name>Zinc</intervention_name><arm_group_label>A</arm_group_label>"
        "<arm_group_label>B</arm_group_label><other_name>Zn</other_name></intervention>"
        "<intervention><intervention_type>Drug</intervention_type>"
        "<intervention_name>Aspirin</intervention_name><arm_group_label>A</arm_group_label>"
        "</intervention>"
    ).protocol_section.arms_interventions_module
    assert module.arm_groups == (
        ArmGroup(
            label="A",
            type=ArmGroupType.EXPERIMENTAL,
            intervention_names=("Dietary Supplement: Zinc", "Drug: Aspirin"),
        ),
        ArmGroup(label="B", intervention_names=("Dietary Supplement: Zinc",)),
    )
    assert module.interventions[0].arm_group_labels == ("A", "B")
    assert module.interventions[0].other_names == ("Zn",)


def test_a_number_of_arms_that_are_not_described_is_told() -> None:
    assert _oddities("<number_of_arms>2</number_of_arms>") == [
        ("clinical_study/number_of_arms", "says 2; the record describes 0")
    ]


def test_eligibility_is_read() -> None:
    module = _read(
        "<eligibility><criteria><textblock>\n        Inclusion Criteria:\n\n"
        "          -  HbA1c &gt; 7\n      </textblock></criteria><gender>Both</gender>"
        "<minimum_age>6 Months</minimum_age><maximum_age>N/A</maximum_age>"
        "<healthy_volunteers>Accepts Healthy Volunteers</healthy_volunteers></eligibility>"
    ).protocol_section.eligibility_module
    assert module.eligibility_criteria is not None
    assert module.eligibility_criteria.source == "Inclusion Criteria:\n\n* HbA1c \\> 7"
    assert (module.sex, module.healthy_volunteers) == (Sex.ALL, True)
    assert (module.minimum_age, module.maximum_age) == (Age(6, AgeUnit.MONTH), Age())


def test_people_and_places_are_read() -> None:
    module = _read(
        "<overall_contact><first_name>Ada</first_name><last_name>Byron</last_name>"
        "<degrees>MD</degrees><phone>1</phone><phone_ext>2</phone_ext></overall_contact>"
        "<location><facility><name>Clinic</name><address><city>Bern</city>"
        "<country>Switzerland</country></address></facility><status>Recruiting</status>"
        "<contact><last_name>C</last_name><email>c@example.org</email></contact>"
        "<investigator><last_name>I</last_name><role>Sub-Investigator</role></investigator>"
        "</location>"
        "<location_countries><country>Switzerland</country></location_countries>"
    ).protocol_section.contacts_locations_module
    assert module.central_contacts == (
        Contact(name="Ada Byron, MD", role=ContactRole.CONTACT, phone="1", phone_ext="2"),
    )
    assert module.locations[0].contacts == (
        Contact(name="C", role=ContactRole.CONTACT, email="c@example.org"),
        Contact(name="I", role=ContactRole.SUB_INVESTIGATOR),
    )
    assert (module.locations[0].facility, module.locations[0].country) == ("Clinic", "Switzerland")


def test_a_country_without_a_location_is_told() -> None:
    assert _oddities("<location_countries><country>Peru</country></location_countries>") == [
        ("clinical_study/location_countries/country", "no location of the record is in 'Peru'")
    ]


def test_references_tell_background_from_results() -> None:
    references = _read(
        "<results_reference><citation>B</citation><PMID>2</PMID></results_reference>"
        "<reference><citation>A</citation></reference>"
    ).protocol_section.references_module.references
    assert [(one.type, one.citation, one.pmid) for one in references] == [
        (ReferenceType.BACKGROUND, "A", None),
        (ReferenceType.RESULT, "B", "2"),
    ]


def test_pending_results_keep_their_order() -> None:
    study = _read(
        "<pending_results><submitted>May 1, 2018</submitted><returned>May 9, 2018</returned>"
        "<submitted>June 1, 2018</submitted>"
        "<submission_canceled>Unknown</submission_canceled></pending_results>"
    )
    assert study.annotation_section.annotation_module.unposted_annotation.unposted_events == (
        UnpostedEvent(type=UnpostedEventType.RELEASE, date=PartialDate(2018, 5, 1)),
        UnpostedEvent(type=UnpostedEventType.RESET, date=PartialDate(2018, 5, 9)),
        UnpostedEvent(type=UnpostedEventType.RELEASE, date=PartialDate(2018, 6, 1)),
        UnpostedEvent(type=UnpostedEventType.UNRELEASE, date_unknown=True),
    )
    assert study.has_results is False


def test_provided_documents_are_read() -> None:
    study = _read(
        "<provided_document_section><provided_document>"
        "<document_type>Study Protocol and Statistical Analysis Plan</document_type>"
        "<document_has_protocol>Yes</document_has_protocol>"
        "<document_has_icf>No</document_has_icf><document_has_sap>Yes</document_has_sap>"
        "<document_date>May 17, 2022</document_date>"
        "<document_url>https://ClinicalTrials.gov/ProvidedDocs/67/NCT01234567/Prot_SAP_000.pdf"
        "</document_url></provided_document></provided_document_section>"
    )
    assert study.document_section.large_document_module.large_docs == (
        LargeDoc(
            type_abbrev="Prot_SAP",
            has_protocol=True,
            has_sap=True,
            has_icf=False,
            label="Study Protocol and Statistical Analysis Plan",
            date=PartialDate(2022, 5, 17),
            filename="Prot_SAP_000.pdf",
        ),
    )


def test_what_the_registry_derived_is_read() -> None:
    derived = _read(
        "<required_header><download_date>ClinicalTrials.gov processed this data on "
        "February 03, 2023</download_date><link_text>L</link_text><url>U</url></required_header>"
        "<removed_countries><country>Peru</country></removed_countries>"
        "<condition_browse><mesh_term>Asthma</mesh_term></condition_browse>"
    ).derived_section
    assert derived.misc_info_module.version_holder == PartialDate(2023, 2, 3)
    assert derived.misc_info_module.removed_countries == ("Peru",)
    assert [mesh.term for mesh in derived.condition_browse_module.meshes] == ["Asthma"]


def test_totals_of_adverse_events_belong_to_their_groups() -> None:
    module = _results(
        "<reported_events><group_list><group group_id='E1'><title>A</title></group></group_list>"
        "<serious_events><default_vocab>MedDRA</default_vocab>"
        "<default_assessment>Systematic Assessment</default_assessment><category_list>"
        "<category><title>Total</title><event_list><event>"
        "<sub_title>Total, all-cause mortality</sub_title>"
        "<counts group_id='E1' subjects_affected='0' subjects_at_risk='9'/></event>"
        "<event><sub_title>Total, serious adverse events</sub_title>"
        "<counts group_id='E1' subjects_affected='2' subjects_at_risk='9'/></event>"
        "</event_list></category><category><title>Eye disorders</title><event_list><event>"
        "<sub_title vocab='Own'>Itching</sub_title>"
        "<counts group_id='E1' events='3' subjects_affected='2' subjects_at_risk='9'/></event>"
        "</event_list></category></category_list></serious_events></reported_events>"
    )["adverseEventsModule"]
    assert module == {
        "eventGroups": [
            {
                "id": "EG000",
                "title": "A",
                "deathsNumAffected": 0,
                "deathsNumAtRisk": 9,
                "seriousNumAffected": 2,
                "seriousNumAtRisk": 9,
            }
        ],
        "seriousEvents": [
            {
                "term": "Itching",
                "organSystem": "Eye disorders",
                "sourceVocabulary": "Own",
                "assessmentType": "SYSTEMATIC_ASSESSMENT",
                "stats": [{"groupId": "EG000", "numEvents": 3, "numAffected": 2, "numAtRisk": 9}],
            }
        ],
    }


def test_measures_of_before_2017_become_denominators_and_classes() -> None:
    counted = (
        "<measurement_list><measurement group_id='O1' value='44'/></measurement_list></category>"
        "</category_list></measure>"
    )
    outcome = _results(
        "<outcome_list><outcome><type>Primary</type><title>Pain</title><measure_list>"
        "<measure><title>Number of Participants</title><units>participants</units>"
        f"<param>Number</param><category_list><category>{counted}"
        "<measure><title>Pain</title><units>points</units><param>Mean</param>"
        f"<category_list><category><sub_title>Day 1</sub_title>{counted}"
        "</measure_list></outcome></outcome_list>"
    )["outcomeMeasuresModule"]["outcomeMeasures"][0]
    value = {"groupId": "OG000", "value": "44"}
    assert outcome == {
        "type": "PRIMARY",
        "title": "Pain",
        "reportingStatus": "POSTED",
        "paramType": "MEAN",
        "unitOfMeasure": "points",
        "denoms": [{"units": "Participants", "counts": [value]}],
        "classes": [{"title": "Day 1", "categories": [{"measurements": [value]}]}],
    }


def test_an_announced_outcome_is_not_posted() -> None:
    outcome = _results(
        "<outcome_list><outcome><title>Pain</title><posting_date>05/2010</posting_date></outcome>"
        "</outcome_list>"
    )["outcomeMeasuresModule"]["outcomeMeasures"][0]
    assert outcome == {
        "title": "Pain",
        "reportingStatus": "NOT_POSTED",
        "anticipatedPostingDate": "2010-05",
    }


@pytest.mark.parametrize(
    ("sentence", "agreement"),
    [
        (
            "There is NOT an agreement between Principal Investigators and the Sponsor (or its "
            "agents) that restricts the PI's rights to discuss or publish trial results.",
            {"restrictiveAgreement": False},
        ),
        (
            "The only disclosure restriction on the PI is that the sponsor can review results "
            "communications for a period that is less than or equal to 60 days.",
            {"restrictiveAgreement": True, "restrictionType": "LTE60"},
        ),
        (
            "The only disclosure restriction on the PI is that the sponsor can review results for "
            "a period that is more than 60 days but less than or equal to 180 days.",
            {"restrictiveAgreement": True, "restrictionType": "GT60"},
        ),
        (
            "Ask us first.",
            {
                "restrictiveAgreement": True,
                "restrictionType": "OTHER",
                "otherDetails": "Ask us first.",
            },
        ),
    ],
)
def test_agreements_are_read_from_the_registrys_sentences(
    sentence: str, agreement: dict[str, object]
) -> None:
    results = _results(
        "<certain_agreements><pi_employee>Principal Investigators are NOT employed by the "
        "organization sponsoring the study.</pi_employee>"
        f"<restrictive_agreement>{sentence}</restrictive_agreement></certain_agreements>"
        "<point_of_contact><name_or_title>Desk</name_or_title><phone>12 34 ext 5</phone>"
        "</point_of_contact>"
    )
    assert results["moreInfoModule"] == {
        "certainAgreement": {"piSponsorEmployee": False} | agreement,
        "pointOfContact": {"title": "Desk", "phone": "12 34", "phoneExt": "5"},
    }


def _results(xml: str) -> dict[str, dict[str, list[dict[str, object]]]]:
    study = _read(f"<clinical_results>{xml}</clinical_results>")
    assert study.has_results is True
    held: dict[str, dict[str, list[dict[str, object]]]] = study.results_section.model_dump(
        mode="json", by_alias=True, exclude_unset=True
    )
    return held


def test_elements_without_a_place_and_unknown_ones_are_told_with_their_words() -> None:
    assert _oddities(
        "<primary_outcome><measure>M</measure><safety_issue>No</safety_issue></primary_outcome>"
        "<primary_outcome><measure>N</measure><safety_issue>No</safety_issue></primary_outcome>"
        "<shoe_size unit='EU'><left>43</left></shoe_size><brief_title lang='en'>T</brief_title>"
        "<brief_title>Second</brief_title>lost words"
    ) == [
        (
            "clinical_study/primary_outcome/safety_issue",
            "the registry's present records have no such element: 'No' (×2)",
        ),
        ("clinical_study/shoe_size", "it is not known how to read this: '43'"),
        ("clinical_study/brief_title/@lang", "it is not known how to read this: 'en'"),
        ("clinical_study/brief_title", "it is not known how to read this: 'Second'"),
        ("clinical_study/text()", "it is not known how to read this: 'lost words'"),
    ]


def test_a_flood_of_unknown_elements_is_summed_up() -> None:
    oddities = _oddities("".join(f"<x{number}/>" for number in range(1000)))
    assert len(oddities) == 201
    assert oddities[-1] == (
        "clinical_study",
        "800 more kinds of elements: it is not known how to read this",
    )


def test_an_unknown_wording_is_kept_and_told() -> None:
    study, oddities = read_ctgov_xml(_xml("<overall_status>On holiday</overall_status>"))
    assert study.protocol_section.status_module.overall_status == "On holiday"
    assert oddities == (
        Oddity(
            "clinical_study/overall_status",
            noted("the registry's schema does not know the term {term}", term="'On holiday'"),
        ),
    )


def test_a_record_in_a_wrapper_is_read() -> None:
    content = b"<?xml version='1.0'?><results>" + _xml("<acronym>A</acronym>") + b"</results>"
    study, oddities = read_ctgov_xml(content)
    assert study.protocol_section.identification_module.acronym == "A"
    assert oddities == ()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<records>" + _xml() * 3 + b"</records>", "It holds 3 study records in one file."),
        (
            b"<search_results><study><nct_id>NCT01234567</nct_id></study></search_results>",
            "It is a list of search results: it names 1 study, but does not hold",
        ),
        (b"<html><body/></html>", "its outermost element is html"),
        (b"<clinical_study/>", "It is a study record without an NCT number"),
        (b"<clinical_study>", "It is not complete XML"),
    ],
)
def test_what_is_not_one_record_is_refused_with_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(RecordFormatError, match=re.escape(sentence)):
        read_ctgov_xml(content)


def _with_path(path: str, text: str = "text") -> bytes:
    """Return a record that holds one element more, at a path of the table."""
    steps = path.split("/")[2:]
    opening = "".join(f"<{step}>" for step in steps)
    closing = "".join(f"</{step}>" for step in reversed(steps))
    return _xml(f"{opening}{text}{closing}")


@pytest.mark.skipif(not PATHS.is_file(), reason="the table of paths is not beside the project")
def test_every_element_of_real_records_is_read_or_deliberately_without_a_place() -> None:
    paths = [line.split("\t")[0] for line in PATHS.read_text("utf-8").splitlines()]
    assert len(paths) > 300
    for path in paths:
        study_path = path.removeprefix("/clinical_study").lstrip("/")
        if study_path in ("", "id_info", "id_info/nct_id"):
            continue
        oddities = read_ctgov_xml(_with_path(path))[1]
        told = [oddity.note for oddity in oddities if oddity.path == path.lstrip("/")]
        reason = WITHOUT_PLACE.get(study_path)
        if reason:
            assert told == [f"{reason}: 'text'"], path
        elif study_path not in SILENT:
            assert not any(note.startswith(UNKNOWN) for note in told), path


@given(st.sampled_from(PLACES), st.text(st.characters(codec="utf-8", exclude_categories=["C"])))
def test_no_words_in_an_element_make_a_record_unreadable(path: str, words: str) -> None:
    study, oddities = read_ctgov_xml(_with_path(path, escape(words)))
    assert oddities or study != _read() or not words.strip()


@needs_records
def test_every_real_record_is_read_whole() -> None:
    files = record_files("ctgov_xml")
    assert len(files) > 300
    for file in files:
        study, oddities = read_ctgov_xml(file.read_bytes())
        identification = study.protocol_section.identification_module
        assert identification.nct_id == file.stem
        assert identification.brief_title, file
        assert list(_unknown_elements(study)) == [], file
        # The one record whose sponsor may withhold it has no study type that the API knows.
        expected = {"clinical_study/study_type"} if file.stem == "NCT03182660" else set()
        assert {one.path for one in oddities if not _is_expected(one)} == expected, file


def _is_expected(oddity: Oddity) -> bool:
    return "registry's present records" in oddity.note


def _unknown_elements(value: object, path: str = "") -> Iterator[str]:
    """Yield what a reader called by a name that the model does not have."""
    if isinstance(value, tuple):
        for one in value:
            yield from _unknown_elements(one, path)
    elif isinstance(value, RecordModel):
        yield from (f"{path}.{name}" for name in value.model_extra or {})
        for name in type(value).model_fields:
            yield from _unknown_elements(getattr(value, name), f"{path}.{name}")


@needs_records
def test_a_study_of_both_forms_has_the_same_values_where_both_hold_them() -> None:
    for nct_id in IN_BOTH:
        new = read_ctgov_json((RECORDS / "ctgov_json" / f"{nct_id}.json").read_bytes())[0]
        old = read_ctgov_xml((RECORDS / "ctgov_xml" / f"{nct_id}.xml").read_bytes())[0]
        of_new, of_old = new.protocol_section, old.protocol_section
        assert of_old.description_module == of_new.description_module
        assert of_old.conditions_module == of_new.conditions_module
        assert of_old.arms_interventions_module == of_new.arms_interventions_module
        criteria = of_new.eligibility_module.eligibility_criteria
        assert of_old.eligibility_module.eligibility_criteria == criteria
        assert of_old.oversight_module == of_new.oversight_module


@needs_records
def test_posted_results_of_both_forms_are_the_same() -> None:
    new = read_ctgov_json((RECORDS / "ctgov_json" / "NCT01298141.json").read_bytes())[0]
    old = read_ctgov_xml((RECORDS / "ctgov_xml" / "NCT01298141.xml").read_bytes())[0]
    of_new, of_old = new.results_section, old.results_section
    assert of_old.participant_flow_module == of_new.participant_flow_module
    assert of_old.outcome_measures_module == of_new.outcome_measures_module
    assert of_old.more_info_module == of_new.more_info_module
    baseline, was = of_new.baseline_characteristics_module, of_old.baseline_characteristics_module
    # The registry has given this measure another title since.
    assert (was.measures[0].title, baseline.measures[0].title) == ("Age", "Age, Continuous")
    assert was.measures[1:] == baseline.measures[1:]
    assert (was.groups, was.denoms) == (baseline.groups, baseline.denoms)
    events, were = of_new.adverse_events_module, of_old.adverse_events_module
    assert were.event_groups == events.event_groups
    assert set(map(repr, were.serious_events)) == set(map(repr, events.serious_events))
    assert set(map(repr, were.other_events)) == set(map(repr, events.other_events))
