from dataclasses import replace
from datetime import date

from desktop_app.presentation.brief import brief_of
from desktop_app.presentation.brief.content import (
    CriteriaList,
    CriterionLine,
    Excerpt,
    LineKind,
    Passage,
)
from desktop_app.presentation.brief.criteria_sections import criteria_blocks
from desktop_app.presentation.brief.sections import brief_sections, shortened
from desktop_app.presentation.section import Field, Item, ItemList, Paragraph, Section, SideBySide
from tests.studies import study_with

CRITERIA = (
    "Inclusion Criteria:\n\n1. Adults\n   1. of 18 years\n   2. and over\n2. Able to walk\n\n"
    "Exclusion Criteria:\n\n* Asthma"
)
STUDY = study_with(
    conditionsModule={"conditions": ["Asthma", "COPD"]},
    descriptionModule={"briefSummary": "First sentence. Second sentence."},
    armsInterventionsModule={
        "armGroups": [{"label": "A", "type": "EXPERIMENTAL", "interventionNames": ["Drug: X"]}],
        "interventions": [{"type": "DRUG", "name": "X", "description": "Given daily."}],
    },
    outcomesModule={"primaryOutcomes": [{"measure": "Pain", "timeFrame": "1 week"}]},
    eligibilityModule={"eligibilityCriteria": CRITERIA},
    contactsLocationsModule={
        "centralContacts": [{"name": "Ann", "phone": "1"}, {"name": "Bob"}],
        "locations": [{"facility": "Here", "status": "RECRUITING", "country": "Peru"}],
    },
)
BRIEF = brief_of(STUDY, date(2026, 11, 25))


def _titled(title: str) -> Section:
    return next(section for section in brief_sections(BRIEF) if section.title == title)


def test_a_brief_has_its_parts_in_the_order_of_the_page() -> None:
    assert [section.title for section in brief_sections(BRIEF)] == [
        "",
        "What and why",
        "Design",
        "Arms",
        "Interventions",
        "Primary outcomes and their time frames",
        "",
        "Where and whom to ask",
        "Not in this record",
    ]
    assert _titled("What and why").blocks == (
        Field("Conditions", "Asthma · COPD"),
        Paragraph("First sentence. Second sentence."),
    )
    assert _titled("Where and whom to ask").blocks[0].fields == (  # type: ignore[union-attr]
        Field("Ask", "Ann · 1"),
        Field("", "Bob"),
    )


def test_criteria_stand_within_each_other_and_beside_each_other() -> None:
    (both,) = criteria_blocks(BRIEF.criteria)
    assert both == SideBySide(
        Section(
            "Can take part if",
            (
                ItemList(
                    (
                        Item(
                            "I-1",
                            "Adults",
                            (Item("I-1.1", "of 18 years"), Item("I-1.2", "and over")),
                        ),
                        Item("I-2", "Able to walk"),
                    )
                ),
            ),
        ),
        Section("Cannot take part if", (ItemList((Item("E-1", "Asthma"),)),)),
    )


def test_a_record_without_criteria_says_so() -> None:
    brief = brief_of(study_with(), date(2026, 11, 25))
    quiet = Paragraph("Not stated", is_quiet=True)
    assert criteria_blocks(brief.criteria) == (Section("Eligibility criteria", (quiet,)),)


def test_further_sentences_stay_with_their_criterion_and_headings_between_lists() -> None:
    lines = (
        CriterionLine(LineKind.HEADING, "Women"),
        CriterionLine(LineKind.CRITERION, "One.", "I-1"),
        CriterionLine(LineKind.CONTINUED, "More of it."),
        CriterionLine(LineKind.CRITERION, "Part", "I-1.1", 1),
        CriterionLine(LineKind.CONTINUED, "of it", depth=1),
        CriterionLine(LineKind.LEAD, "Men"),
        CriterionLine(LineKind.CRITERION, "Two", "I-2"),
    )
    criteria = replace(BRIEF.criteria, inclusion=CriteriaList("In", lines, lines[1:]))
    (both,) = criteria_blocks(criteria)
    assert isinstance(both, SideBySide)
    assert both.left.blocks == (
        Paragraph("Women"),
        ItemList((Item("I-1", "One.\nMore of it.", (Item("I-1.1", "Part\nof it"),)),)),
        Paragraph("Men"),
        ItemList((Item("I-2", "Two"),)),
        Paragraph(
            "… 2 more criteria, 1 more part of a criterion, 3 more sentences in the full record",
            is_quiet=True,
        ),
    )


def test_what_is_left_out_is_said_where_it_would_be() -> None:
    cut = replace(
        BRIEF,
        summary=Passage((("First sentence.",),), left_out=1),
        outcomes=Excerpt((), left_out=3),
    )
    texts = [
        block.text
        for section in brief_sections(cut)
        for block in section.blocks
        if isinstance(block, Paragraph) and block.text.startswith("…")
    ]
    assert texts == [
        "… 1 more sentence in the full record",
        "… 3 more primary outcomes in the full record",
    ]
    assert shortened(cut) == "Shortened: what and why, primary outcomes."
    assert shortened(BRIEF) == "Nothing was shortened."
