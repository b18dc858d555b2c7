"""The page of NCT03816852, which the application brings along, and copies of it."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pydantic_core
import pytest

from desktop_app.errors import RecordFormatError
from desktop_app.readers.registry_page import looks_like_registry_page, read_registry_page
from desktop_app.resource_files import resource_path
from desktop_app.study.ages import Age
from desktop_app.study.dates import PartialDate
from desktop_app.study.enumerations import Phase, Status, WhoMasked
from desktop_app.study.study import Study
from tests.studies import page_extras

PAGE = resource_path("samples", "NCT03816852.txt").read_bytes()
TEXT = PAGE.decode()
JSON = resource_path("samples", "NCT03816852.json").read_bytes()

HEADINGS = """
Study Results, Basic Information, Brief Summary, Detailed Description, Conditions, Study Design,
Study Groups, Interventions, Eligibility Criteria, Sponsors, Responsible Party,
Principal Investigators, Locations, Countries, Other Identifiers, More Related Trials
"""
LABELS = """
Recruitment Status, Clinical Phase, Total Enrollment, Study Classification, Study Start Date,
Study Completion Date, Allocation Method, Intervention Model, Primary Study Purpose,
Blinding Strategy, Minimum Eligible Age, Maximum Eligible Age, Eligible Sex,
Accepts Healthy Volunteers, Site Status
"""
# Under these the page says something that the record holds in other words.
SAID_OTHERWISE = {
    "Results pending": "False",
    "No": "False",
    "12 participants": "12",
    "Participants Investigators": "PARTICIPANT INVESTIGATOR",
    "Identifier Type: -": "",
    "Identifier Source: org_study_id": "SCLnow-HNRM-01",
    "Sponsor Role lead": "Sclnow Biotechnology Co., Ltd.",
}
LABELLED = re.compile(
    r"(?:NCT ID:|Last Updated:|Group Type|Intervention Type|Responsibility Role|Role:) (\S+)\Z"
)
OWN_SENTENCES = (
    *("Get a concise", "Review the sponsor-provided", "Dive into", "See the medical", "Understand"),
    *("Review each arm", "Learn about the", "Check the", "Meet the", "Identify the"),
    *("Explore where", "Review the countries", "Review additional", "Additional clinical"),
    "The study team has not published",
)


def study_of(text: str | bytes) -> Study:
    return read_registry_page(text.encode() if isinstance(text, str) else text)[0]


def dump(study: Study) -> dict[str, Any]:
    return study.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def filled_lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]


def own_sentences(text: str) -> list[str]:
    return [
        line for line in text.split("\n") if line.startswith(OWN_SENTENCES) and line.endswith(".")
    ]


def test_the_page_and_the_record_in_json_are_the_same_study() -> None:
    from_page = study_of(PAGE)
    from_json = Study.model_validate(pydantic_core.from_json(JSON))
    assert dump(from_page) == dump(from_json)
    assert from_page == from_json


def test_the_page_has_nothing_odd() -> None:
    assert read_registry_page(PAGE)[1] == ()


def test_what_the_page_does_not_state_is_not_stated() -> None:
    protocol = study_of(PAGE).protocol_section
    assert protocol.design_module.enrollment_info.count == 12
    assert protocol.design_module.enrollment_info.type is None
    assert protocol.eligibility_module.std_ages == ()
    assert protocol.identification_module.organization.full_name is None
    assert protocol.identification_module.org_study_id_info.type is None
    assert protocol.identification_module.official_title is None
    assert protocol.status_module.primary_completion_date_struct.date is None
    assert protocol.status_module.start_date_struct.type is None
    assert protocol.contacts_locations_module.locations[0].status is None


def test_values_are_of_the_model_s_kinds() -> None:
    study = study_of(PAGE)
    protocol = study.protocol_section
    assert protocol.status_module.overall_status is Status.SUSPENDED
    assert protocol.status_module.last_update_post_date_struct.date == PartialDate(2025, 12, 4)
    assert protocol.design_module.phases == (Phase.PHASE2,)
    masking = protocol.design_module.design_info.masking_info
    assert masking.who_masked == (WhoMasked.PARTICIPANT, WhoMasked.INVESTIGATOR)
    assert protocol.eligibility_module.minimum_age == Age.parse("19 Years")
    assert protocol.eligibility_module.healthy_volunteers is False
    assert study.has_results is False
    related = study.source_page_section.related_studies
    assert [one.nct_id for one in related] == ["NCT05138367", "NCT06132542", "NCT06578039"]
    assert related[1].overall_status is Status.NOT_YET_RECRUITING


def test_arms_and_interventions_name_each_other() -> None:
    module = study_of(PAGE).protocol_section.arms_interventions_module
    labels = ("High dose group", "Medium dose group", "Low dose group")
    assert tuple(arm.label for arm in module.arm_groups) == labels
    assert [arm.intervention_names for arm in module.arm_groups] == [("Biological: hucMSCs",)] * 3
    assert [one.arm_group_labels for one in module.interventions] == [labels]


def test_markup_is_kept_as_the_page_has_it() -> None:
    module = study_of(PAGE).protocol_section
    arm = module.arms_interventions_module.arm_groups[1]
    assert arm.description is not None
    assert arm.description.source == "Intravenous infusion with hucMSCs, 6\\*10\\^7 cells, 30ml"
    criteria = module.eligibility_module.eligibility_criteria
    assert criteria is not None
    assert criteria.source.startswith("Inclusion Criteria\n\n* Meet diagnostic criteria of ")
    assert "consent.\n\nExclusion Criteria\n\n* Patient with congenital" in criteria.source
    assert criteria.source.endswith("suitable for participating in this trial")


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)
    else:
        yield str(value)


def test_every_line_of_the_page_is_accounted_for() -> None:
    values = set()
    for text in strings(dump(study_of(PAGE))):
        values |= {text, *text.split("\n")}
    known = {" ".join(name.split()) for name in (HEADINGS + "," + LABELS).split(",")}
    known |= set(own_sentences(TEXT))
    for line in filled_lines(TEXT):
        labelled = LABELLED.match(line)
        if labelled:
            assert labelled[1] in values, line
        elif line in SAID_OTHERWISE:
            assert not set(SAID_OTHERWISE[line].split(" ")) - values - {""} or (
                SAID_OTHERWISE[line] in values
            ), line
        elif line.startswith("NCT0"):
            assert set(line.split()) <= values, line
        elif line == "Zhengzhou, Henan, China":
            assert set(line.split(", ")) <= values
        else:
            assert line in values | known, line


COPIES = {
    "Windows line ends": TEXT.replace("\n", "\r\n").encode(),
    "old Macintosh line ends": TEXT.replace("\n", "\r").encode(),
    "UTF-8 with a mark": b"\xef\xbb\xbf" + PAGE,
    "UTF-16, little end first": b"\xff\xfe" + TEXT.encode("utf-16-le"),
    "UTF-16, big end first": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "space at line ends": TEXT.replace("\n", " \t\xa0\n").encode(),
    "more empty lines": TEXT.replace("\n\n", "\n\n\n\n").encode(),
    "every line parted": TEXT.replace("\n", "\n\n").encode(),
    "indented by tabs": "\n".join(f"\t{line}" for line in TEXT.split("\n")).encode(),
    "no empty lines": "\n".join(filled_lines(TEXT)).encode(),
    "no sentences of the page's own": "\n".join(
        line for line in TEXT.split("\n") if line not in own_sentences(TEXT)
    ).encode(),
    "neither": "\n".join(
        line for line in filled_lines(TEXT) if line not in own_sentences(TEXT)
    ).encode(),
    "label and value on one line": TEXT.replace("Status\n\nSUSPENDED", "Status\tSUSPENDED")
    .replace("Clinical Phase\n\n", "Clinical Phase: ")
    .replace("Allocation Method\n\n", "Allocation Method ")
    .encode(),
    "number and date below": TEXT.replace("NCT ID: ", "NCT ID:\n\n")
    .replace("Last Updated: ", "Last Updated\n\n")
    .encode(),
    "headings marked": re.sub(
        r"(?m)^(Brief Summary|Sponsors|Study Design)$", r"## \1", TEXT
    ).encode(),
}


@pytest.mark.parametrize("content", COPIES.values(), ids=COPIES.keys())
def test_a_copy_reads_as_the_page_does(content: bytes) -> None:
    assert dump(study_of(content)) == dump(study_of(PAGE))


@pytest.mark.parametrize("sentence", own_sentences(TEXT))
def test_a_missing_sentence_of_the_page_changes_nothing(sentence: str) -> None:
    assert study_of(TEXT.replace(f"{sentence}\n\n", "")) == study_of(PAGE)


@pytest.mark.parametrize("sentence", own_sentences(TEXT)[1:])
def test_a_new_wording_of_a_sentence_is_no_part_of_the_record(sentence: str) -> None:
    new = "Explore what the study team wants readers to know about this part of the trial."
    study, oddities = read_registry_page(TEXT.replace(sentence, new).encode())
    assert study == study_of(PAGE)
    assert [oddity.path for oddity in oddities] == [""]
    assert "taken for the page's own: “Explore what the study" in oddities[0].note


def test_the_loss_of_empty_lines_is_told() -> None:
    oddities = read_registry_page("\n".join(filled_lines(TEXT)).encode())[1]
    assert [oddity.path for oddity in oddities] == [""]
    assert oddities[0].note.startswith("The text has lost its empty lines")


def test_menus_around_the_page_are_kept_apart_and_told() -> None:
    study, oddities = read_registry_page(f"Home\nSearch\n\n{TEXT}\n\nTerms of use\n".encode())
    assert study.protocol_section == study_of(PAGE).protocol_section
    assert page_extras(study) == {
        "otherSections": [
            {"heading": "Before the title", "text": "Home\nSearch"},
            {"heading": "More Related Trials", "text": "Terms of use"},
        ]
    }
    assert [oddity.path for oddity in oddities] == [
        "sourcePageSection.otherSections[0]",
        "sourcePageSection.otherSections[1]",
    ]


def test_control_and_direction_characters_are_data() -> None:
    words = "Evaluate\x00 the\x0b safety\x1b[31m \u202eof\u2066 cells\u2028 \x85 now"
    study = study_of(TEXT.replace("Evaluate the safety of human", words, 1))
    summary = study.protocol_section.description_module.brief_summary
    assert summary is not None
    assert summary.source.startswith(words)


def test_bytes_that_are_no_text_are_replaced_and_told() -> None:
    study, oddities = read_registry_page(PAGE.replace("®".encode(), b"\xae"))
    assert "iSCLife\N{REPLACEMENT CHARACTER}-POI" in (
        study.protocol_section.identification_module.brief_title or ""
    )
    assert [oddity.note for oddity in oddities] == [
        "Some bytes are not UTF-8; they are read as \N{REPLACEMENT CHARACTER}."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A letter on the study NCT03816852, with a Brief Summary.",
        "NCT ID: NCT03816852",
        "A title\n\nNCT ID: 03816852\n\nBrief Summary\n\nText.",
        json.dumps({"text": TEXT}),
    ],
)
def test_other_texts_are_not_taken_for_a_page(text: str) -> None:
    assert not looks_like_registry_page(text)
    with pytest.raises(RecordFormatError, match=r"^The text .*\.$"):
        read_registry_page(text.encode())


def test_the_beginning_of_a_page_is_enough_to_know_it() -> None:
    assert looks_like_registry_page(TEXT[:300])
    assert looks_like_registry_page(COPIES["Windows line ends"].decode())
    assert looks_like_registry_page("\n".join(filled_lines(TEXT)))


def test_a_page_with_a_single_section_is_read() -> None:
    study = study_of("Short\nNCT ID: nct01234567\nSponsors\nA Firm\nINDUSTRY\nSponsor Role lead\n")
    sponsor = study.protocol_section.sponsor_collaborators_module.lead_sponsor
    assert study.protocol_section.identification_module.nct_id == "NCT01234567"
    assert (sponsor.name, str(sponsor.class_)) == ("A Firm", "INDUSTRY")
    assert study.has_results is None
