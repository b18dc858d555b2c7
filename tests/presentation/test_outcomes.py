from desktop_app.export.text import to_text
from desktop_app.presentation.badges import outcomes_badge
from desktop_app.presentation.outcomes import outcomes_sections
from desktop_app.presentation.section import Section
from desktop_app.study.study import Study
from tests.presentation.parts import parts_of
from tests.real_records import needs_records, record_files
from tests.studies import study_with

OUTCOMES = {
    "primaryOutcomes": [{"measure": "Survival", "timeFrame": "2 years"}],
    "secondaryOutcomes": [
        {"measure": "Pain", "description": "On a scale.", "timeFrame": "Week 4"},
        {"measure": "Pain", "description": "On a scale.", "timeFrame": "Week 4"},
        {"description": "Lost its measure"},
    ],
    "otherOutcomes": [{"measure": "Cost"}],
}


def titles(study: Study) -> list[str]:
    return [section.title for section in parts_of(outcomes_sections(study), Section)]


def test_outcomes_are_numbered_by_kind_and_stay_as_written() -> None:
    assert titles(study_with(outcomesModule=OUTCOMES)) == [
        "Primary Outcomes",
        "P-1  Survival",
        "Secondary Outcomes",
        "S-1  Pain",
        "S-2  Pain",
        "S-3  Outcome Measure: not stated",
        "Other Outcomes",
        "O-1  Cost",
    ]


def test_each_kind_says_how_many_there_are() -> None:
    sections = outcomes_sections(study_with(outcomesModule=OUTCOMES))
    assert [section.note for section in sections] == ["1", "3", "1"]
    assert outcomes_badge(study_with(outcomesModule=OUTCOMES)) == "5"


def test_an_outcome_tells_its_time_frame_or_that_there_is_none() -> None:
    text = to_text(outcomes_sections(study_with(outcomesModule=OUTCOMES)))
    assert "P-1  Survival\n-------------\nTime Frame: 2 years\n" in text
    assert "O-1  Cost\n---------\nTime frame not stated\n" in text


def test_a_study_without_primary_outcomes_says_so_before_the_others() -> None:
    study = study_with(outcomesModule={"secondaryOutcomes": [{"measure": "Pain"}]})
    assert "This record states no primary outcome." in to_text(outcomes_sections(study)[:1])


def test_a_tab_without_outcomes_says_why() -> None:
    assert outcomes_badge(study_with()) == ""
    assert "This record states no outcomes." in to_text(outcomes_sections(study_with()))
    access = study_with(designModule={"studyType": "EXPANDED_ACCESS"})
    assert "expanded access record" in to_text(outcomes_sections(access))


@needs_records
def test_no_outcome_of_a_real_record_is_lost() -> None:
    for file in record_files("ctgov_json", step=7):
        study = Study.model_validate_json(file.read_bytes())
        module = study.protocol_section.outcomes_module
        count = sum(
            len(outcomes)
            for outcomes in (
                module.primary_outcomes,
                module.secondary_outcomes,
                module.other_outcomes,
            )
        )
        numbered = [title for title in titles(study) if title[:2] in ("P-", "S-", "O-")]
        assert len(numbered) == count
