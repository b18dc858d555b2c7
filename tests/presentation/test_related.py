from desktop_app.export.text import to_text
from desktop_app.presentation.badges import related_badge
from desktop_app.presentation.context import NOTHING_KNOWN, Context, HeldStudy
from desktop_app.presentation.related import related_sections
from desktop_app.presentation.section import Link
from desktop_app.readers.ctgov_json import read_ctgov_json
from tests.presentation.parts import parts_of
from tests.studies import study_with

PAGE = b"""{"protocolSection": {"descriptionModule": {"briefSummary": "Follows NCT00000007."}},
    "sourcePageSection": {"relatedStudies": [
        {"nctId": "NCT00000008", "briefTitle": "Sleep", "overallStatus": "COMPLETED",
         "phases": ["PHASE2"]},
        {"briefTitle": "Without a number"}, {"nctId": "someday"}]}}"""
STUDY = read_ctgov_json(PAGE)[0]
HELD = {
    "NCT00000007": HeldStudy("Pain in children", "RECRUITING", ("PHASE3",)),
    "NCT00000008": HeldStudy("Sleep"),
}


def links(context: Context = NOTHING_KNOWN) -> dict[str, Link]:
    return {link.url: link for link in parts_of(related_sections(STUDY, context), Link)}


def test_studies_of_the_source_page_are_told_as_it_lists_them() -> None:
    found = links(Context(held=HELD, knows_library=True))
    assert found["NCT00000008"] == Link(
        "Sleep", "NCT00000008", "✓ Completed · Phase 2 · in your library"
    )
    assert "Without a number" in to_text(related_sections(STUDY))
    assert "someday" not in found
    assert "Brief Title: not stated · someday" in to_text(related_sections(STUDY))


def test_a_study_that_the_record_names_is_told_from_the_library() -> None:
    link = links(Context(held=HELD, knows_library=True))["NCT00000007"]
    assert link.label == "Pain in children"
    assert link.note == "● Recruiting · Phase 3 · in your library · in Brief Summary"


def test_a_study_that_is_not_held_says_so() -> None:
    link = links(Context(knows_library=True))["NCT00000007"]
    assert link.note == "not in your library · in Brief Summary"


def test_nothing_is_said_of_a_library_that_was_not_asked() -> None:
    assert links()["NCT00000007"].note == "in Brief Summary"
    assert "library" not in to_text(related_sections(STUDY))


def test_many_places_are_counted() -> None:
    texts = {f"{kind}Outcomes": [{"measure": "NCT00000007"}] for kind in ("primary", "secondary")}
    study = study_with(
        identificationModule={"officialTitle": "NCT00000007", "acronym": "NCT00000007"},
        descriptionModule={"briefSummary": "NCT00000007", "detailedDescription": "NCT00000007"},
        conditionsModule={"keywords": ["NCT00000007"]},
        outcomesModule=texts,
    )
    assert "and 2 more places" in " ".join(to_text(related_sections(study)).split())


def test_a_study_that_names_no_other_says_so() -> None:
    assert related_badge(study_with()) == ""
    text = " ".join(to_text(related_sections(study_with())).split())
    assert "names no other study" in text
    assert related_badge(STUDY) == "4"
