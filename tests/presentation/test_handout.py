from datetime import date
from typing import Any

import pytest

from desktop_app.presentation.glossary import term_of
from desktop_app.presentation.handout import handout_sections, handout_title
from desktop_app.presentation.handout.places import MOST_CITIES, MOST_SITES
from desktop_app.presentation.handout.words import IN_TEXTS, handout_words
from desktop_app.presentation.section import Field, Item, Link, Paragraph, Section
from desktop_app.study.markup import TextParagraph
from tests.presentation.parts import parts_of
from tests.studies import study_with

TODAY = date(2026, 11, 22)


def sections_with(**modules: Any) -> dict[str, Section]:
    sections = handout_sections(study_with(**modules), TODAY)
    return {one.title: one for one in sections}


def fields_of(section: Section) -> dict[str, tuple[str, str]]:
    return {field.label: (field.value, field.note) for field in parts_of(section, Field)}


def said(section: Section) -> list[str]:
    return [one.text for one in parts_of(section, Paragraph)]


def sites(count: int, status: str = "RECRUITING", city: str = "City {}") -> list[dict[str, Any]]:
    return [
        {
            "facility": f"Clinic {number}",
            "city": city.format(number),
            "country": "France",
            "status": status,
            "contacts": [{"name": f"Dr {number}", "role": "CONTACT"}],
        }
        for number in range(count)
    ]


def where(locations: list[dict[str, Any]]) -> Section:
    return sections_with(contactsLocationsModule={"locations": locations})["Where is it?"]


def test_an_empty_record_answers_every_question() -> None:
    sections = sections_with()
    assert list(sections)[:9] == [
        "What is being tested?",
        "Why is it done?",
        "Is it open now?",
        "Who can join?",
        "Who cannot join?",
        "What are the groups?",
        "What happens, and for how long?",
        "Where is it?",
        "Whom can I ask?",
    ]
    assert said(sections["Why is it done?"]) == ["Not stated."]
    assert said(sections["Who cannot join?"]) == ["Not stated in the record."]
    assert said(sections["What are the groups?"]) == ["The record states no groups."]
    assert said(sections["Where is it?"]) == ["Not stated. The record has no sites."]
    assert fields_of(sections["Is it open now?"])["Status"] == ("Not stated", "")


def test_the_status_has_its_plain_meaning_and_the_age_of_the_record() -> None:
    section = sections_with(
        statusModule={
            "overallStatus": "SUSPENDED",
            "whyStopped": "Funding \\[lost\\]",
            "lastUpdatePostDateStruct": {"date": "2026-11-02"},
        }
    )["Is it open now?"]
    assert fields_of(section) == {
        "Status": ("‖ Suspended\nThe study has stopped early but may start again.", ""),
        "Why it stopped": ("Funding [lost]", ""),
    }
    assert said(section) == [
        "So says the record of 2026-11-02 (20 days ago). It may have changed since:"
        " ask the study team.",
    ]


def test_the_summary_is_whole_and_as_written() -> None:
    text = "We test <b>X</b>. " * 200
    section = sections_with(descriptionModule={"briefSummary": text})["Why is it done?"]
    assert [one.text for one in parts_of(section, TextParagraph)] == [text.strip()]


def test_criteria_keep_words_numbers_and_nesting() -> None:
    text = (
        "Inclusion Criteria:\n\n* Adults\n* Able to\n\n  * read\n\n"
        "Exclusion Criteria:\n\n* Pregnant"
    )
    sections = sections_with(
        eligibilityModule={"eligibilityCriteria": text, "sex": "FEMALE", "minimumAge": "18 Years"}
    )
    can, cannot = sections["Who can join?"], sections["Who cannot join?"]
    items = list(parts_of(can.blocks[-1], Item))
    assert [(item.number, item.text) for item in items] == [
        ("1", "Adults"),
        ("2", "Able to"),
        ("2.1", "read"),
    ]
    assert items[1].items == (Item("2.1", "read"),)
    assert said(can) == ["What must be true of a person to take part:"]
    assert said(cannot) == ["What keeps a person from taking part:"]
    assert list(fields_of(can)) == ["Ages", "Sex", "Healthy volunteers"]


def test_deep_parts_have_short_numbers() -> None:
    text = "Inclusion Criteria:\n\n" + "\n\n".join("  " * depth + "* part" for depth in range(5))
    can = sections_with(eligibilityModule={"eligibilityCriteria": text})["Who can join?"]
    numbers = [item.number for item in parts_of(can, Item)]
    assert numbers == ["1", "1.1", "1.1.1", "1", "1"]


def test_criteria_that_are_not_sorted_are_one_question() -> None:
    section = sections_with(eligibilityModule={"eligibilityCriteria": "Healthy adults."})[
        "Who can join, and who cannot?"
    ]
    assert said(section)[0].startswith("The record does not tell who can join from who cannot")
    assert [item.text for item in parts_of(section, Item)] == ["Healthy adults."]


def test_groups_have_what_they_get_and_the_registrys_words_are_explained() -> None:
    sections = sections_with(
        designModule={"studyType": "INTERVENTIONAL", "designInfo": {"allocation": "RANDOMIZED"}},
        armsInterventionsModule={
            "armGroups": [
                {"label": "A", "type": "EXPERIMENTAL", "description": "Ten mg."},
                {"label": "B", "type": "NO_INTERVENTION"},
            ],
            "interventions": [
                {"type": "DRUG", "name": "X", "description": "Ten mg.", "armGroupLabels": ["A"]},
                {"type": "OTHER", "name": "Y", "description": "More."},
            ],
        },
    )
    groups = sections["What are the groups?"]
    assert said(groups)[0].startswith("Randomized: Chance decides")
    first, second = (one for one in groups.blocks if isinstance(one, Section))
    assert (first.title, first.note) == ("A", "Experimental")
    assert fields_of(first) == {"Interventions": ("Drug: X", "")}
    assert fields_of(second) == {"Interventions": ("None", "")}
    given = sections["What is given?"]
    # What an arm says already is not said twice.
    assert [one.title for one in given.blocks if isinstance(one, Section)] == ["Other: Y"]


def test_an_observational_study_tests_nothing() -> None:
    sections = sections_with(designModule={"studyType": "OBSERVATIONAL"})
    assert "What is being studied?" in sections
    assert "What is being tested?" not in sections


def test_expanded_access_has_no_groups() -> None:
    sections = sections_with(designModule={"studyType": "EXPANDED_ACCESS"})
    assert "What is offered?" in sections
    assert "What are the groups?" not in sections


def test_planned_and_actual_are_labelled() -> None:
    section = sections_with(
        designModule={"enrollmentInfo": {"count": 12, "type": "ESTIMATED"}},
        statusModule={"startDateStruct": {"date": "2018-10"}},
    )["What happens, and for how long?"]
    assert fields_of(section)["Participants"] == ("12", "estimated")
    assert fields_of(section)["Start"] == ("2018-10", "type not stated")


def test_open_sites_are_listed_with_their_people_and_others_are_counted() -> None:
    section = where([*sites(30, "COMPLETED"), *sites(2)])
    assert said(section) == [
        "32 sites in France. 2 open, as the record says.",
        "30 more sites are not open, or not said to be, and only in the full record:"
        " France\u00a0(30).",
    ]
    values = [field.value for field in parts_of(section, Field)]
    assert values == [
        f"Clinic {number}\n●\u00a0Recruiting\nDr {number}, Contact" for number in range(2)
    ]


def test_sites_without_a_status_are_listed_all_the_same() -> None:
    section = where(sites(3, "COMPLETED"))
    assert said(section) == [
        "3 sites in France. The record does not say of any that it is open.",
    ]
    assert len(list(parts_of(section, Field))) == 3


def test_many_sites_are_named_by_their_cities_and_the_sheet_says_so() -> None:
    section = where(sites(MOST_SITES + 1))
    assert "The cities of these 21 sites. Their names are in the full record." in said(section)
    cities = "; ".join(sorted(f"City {number}" for number in range(21)))
    assert fields_of(section) == {"France": (cities, "")}


def test_sites_in_very_many_cities_are_counted_by_country() -> None:
    section = where(sites(MOST_CITIES + 1))
    assert said(section)[1:] == [
        "The countries of these 151 sites in 151 cities. Cities and names are in the full record.",
        "France\u00a0(151)",
    ]


def test_whom_to_ask_says_where_the_contacts_of_sites_stand() -> None:
    assert "Contacts of open sites stand with their sites above." in said(
        sections_with(contactsLocationsModule={"locations": sites(2)})["Whom can I ask?"]
    )
    ask = sections_with(
        contactsLocationsModule={
            "locations": sites(MOST_SITES + 1),
            "centralContacts": [{"name": "Ann", "phone": "1"}],
        }
    )["Whom can I ask?"]
    assert said(ask) == ["Ask the study team or your doctor."]
    assert fields_of(ask) == {"Contact": ("Ann\n1", "")}
    assert [link.url for link in parts_of(ask, Link)] == [
        "https://clinicaltrials.gov/study/NCT01234567"
    ]


def test_terms_in_running_text_are_explained_as_they_stand_there() -> None:
    words = sections_with(
        descriptionModule={"briefSummary": "A placebo-controlled study with a single dose."}
    )["What do these words mean?"]
    assert "Placebo-controlled" in fields_of(words)
    assert "Single" not in fields_of(words)


def test_texts_are_looked_through_once_for_each_term_however_often_it_stands_there() -> None:
    looks = []

    class Text(str):
        def endswith(self, *ends: Any) -> bool:
            looks.append(ends)
            return super().endswith(*ends)

    said = Text("Placebo or comparator, then a placebo.")
    words = handout_words((Section("", (Paragraph(said),) * 50),))
    assert len(words) == 2
    assert len(looks) == 2 * 50


def test_a_term_that_is_explained_where_it_stands_is_not_explained_again() -> None:
    words = sections_with(statusModule={"overallStatus": "RECRUITING"})["What do these words mean?"]
    assert "Recruiting" not in fields_of(words)


@pytest.mark.parametrize("label", IN_TEXTS)
def test_every_label_that_is_looked_for_is_in_the_glossary(label: str) -> None:
    assert term_of(label) is not None


def test_what_is_left_out_is_named() -> None:
    rest = sections_with(
        outcomesModule={
            "primaryOutcomes": [{"measure": "M", "description": "D"}],
            "secondaryOutcomes": [{"measure": "S"}],
        },
        descriptionModule={"detailedDescription": "Long."},
    )["What is not on this sheet?"]
    assert said(rest) == [
        "The record also holds: descriptions of what is measured; detailed description;"
        " 1 secondary outcome."
    ]


def test_the_title_block_says_what_the_handout_is() -> None:
    title = handout_title(study_with(), TODAY)
    assert (title.title, title.nct_id) == ("Study NCT01234567", "NCT01234567")
    assert "not medical advice" in title.warning
    assert title.printed == TODAY
