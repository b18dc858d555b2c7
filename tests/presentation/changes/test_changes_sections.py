from dataclasses import replace
from datetime import date
from typing import Any

from desktop_app.analysis.changes.change import Part
from desktop_app.analysis.changes.words import Mark, Piece
from desktop_app.export.changes.file import PAIR_OUTPUTS
from desktop_app.export.flow.sections import Measure, section_pieces
from desktop_app.export.html.sections import Place, write_section
from desktop_app.export.markdown.document import sections_markdown
from desktop_app.export.text import to_text
from desktop_app.export.typesetting.line_breaking import LineBreaker
from desktop_app.export.typesetting.setting import Setting
from desktop_app.presentation.changes.content import Compared, Comparison, Kind
from desktop_app.presentation.changes.cuts import shorter
from desktop_app.presentation.changes.rows import compare
from desktop_app.presentation.changes.sections import USUAL_PARTS, change_sections, summary
from desktop_app.presentation.section import Section
from desktop_app.study.study import Study
from tests.studies import study_with

OLD: dict[str, Any] = {
    "eligibilityModule": {"eligibilityCriteria": "Inclusion Criteria:\n\n* HbA1c of 7.5 to 9.0 %"},
    "statusModule": {"overallStatus": "RECRUITING", "statusVerifiedDate": "2025-01"},
    "outcomesModule": {
        "primaryOutcomes": [{"measure": "Pain", "timeFrame": "1 week"}, {"measure": "Survival"}]
    },
    "designModule": {"enrollmentInfo": {"count": 120, "type": "ESTIMATED"}},
}
NEW: dict[str, Any] = {
    "eligibilityModule": {"eligibilityCriteria": "Inclusion Criteria:\n\n* HbA1c of 7.5 to 9.5 %"},
    "statusModule": {"overallStatus": "COMPLETED", "statusVerifiedDate": "2026-01"},
    "outcomesModule": {
        "primaryOutcomes": [{"measure": "Survival"}],
        "secondaryOutcomes": [{"measure": "Pain", "timeFrame": "1 week"}],
    },
    "designModule": {"enrollmentInfo": {"count": 86, "type": "ACTUAL"}},
}


def compared(old: dict[str, Any], new: dict[str, Any]) -> Comparison:
    before = Compared(study_with(**old), "Record of 2025-01-01", "NCT00000001", "A study")
    after = Compared(study_with(**new), "Record of 2026-01-01", "NCT00000001", "A study")
    return compare(before, after, date(2026, 11, 26))


MADE = compared(OLD, NEW)


def test_changes_stand_in_the_order_in_which_they_matter() -> None:
    assert [(row.part, row.module, row.label) for row in MADE.rows] == [
        (Part.MATERIAL, "Eligibility", "I-1"),
        (Part.MATERIAL, "Outcomes", "Primary Outcomes › Pain"),
        (Part.MATERIAL, "Outcomes", "Secondary Outcomes › Pain"),
        (Part.MATERIAL, "Study Design", "Enrollment"),
        (Part.RECRUITMENT, "Study Status", "Overall Recruitment Status"),
        (Part.ADMINISTRATIVE, "Study Status", "Record Verification Date"),
    ]


def test_words_are_marked_in_texts_and_values_as_a_whole() -> None:
    assert MADE.rows[0].pieces == (
        Piece(Mark.KEPT, "HbA1c of 7.5 to"),
        Piece(Mark.REMOVED, " 9.0"),
        Piece(Mark.ADDED, " 9.5"),
        Piece(Mark.KEPT, " %"),
    )
    assert MADE.rows[3].pieces == (
        Piece(Mark.REMOVED, "120 (estimated)"),
        Piece(Mark.KEPT, " → "),
        Piece(Mark.ADDED, "86 (actual)"),
    )


def test_an_outcome_that_moves_to_another_list_says_so() -> None:
    gone, come = MADE.rows[1:3]
    assert (gone.kind, gone.note) == (Kind.REMOVED, "moved to Secondary Outcomes")
    assert (come.kind, come.note) == (Kind.ADDED, "moved from Primary Outcomes")


def test_all_is_counted_by_what_it_touches() -> None:
    assert summary(MADE) == (
        "4 material changes, 1 change in recruitment and sites, 1 administrative change."
    )
    assert summary(compared(OLD, OLD)).startswith("Nothing differs.")


def test_two_studies_have_differences_and_no_changes() -> None:
    before = Compared(study_with(**OLD), "", "NCT00000001", "A study")
    after = Compared(study_with(**NEW), "", "NCT00000002", "Another study")
    made = compare(before, after, date(2026, 11, 26))
    assert summary(made) == (
        "4 material differences, 1 difference in recruitment and sites,"
        " 1 administrative difference."
    )
    for kind in PAIR_OUTPUTS:
        text = kind.make(made).decode().lower().partition("</style>")
        assert "change" not in (text[2] or text[0])
    assert " change" not in " ".join(shorter_words(made))
    same = compare(before, replace(before, nct_id="NCT00000002"), date(2026, 11, 26))
    assert summary(same).endswith("count as no difference.")


def shorter_words(made: Comparison) -> list[str]:
    return [name for shown in shorter(made) for name in shown.shortenings]


def test_administrative_changes_are_folded_and_counted() -> None:
    *_others, folded = change_sections(MADE, USUAL_PARTS)
    assert (folded.title, folded.note) == ("Administrative", "1 change")
    assert "2026-01" not in to_text((folded,))
    assert "2026-01" in to_text(change_sections(MADE))


def test_marks_are_words_in_plain_text_and_markdown() -> None:
    sections = change_sections(MADE)
    assert "HbA1c of 7.5 to [removed: 9.0] [added: 9.5] %" in to_text(sections)
    assert r"7.5 to \[removed: 9.0\] \[added: 9.5\] %" in sections_markdown(sections)


def test_marks_are_insertions_and_deletions_in_html() -> None:
    html = "\n".join(write_section(section, Place(2)).html for section in change_sections(MADE))
    assert '<del><span class="unseen">removed: </span>9.0</del>' in html
    assert '<ins><span class="unseen">added: </span>9.5</ins>' in html


def test_paper_draws_every_word() -> None:
    setting = Setting(LineBreaker(), 9.0, 0.4)
    pieces = list(section_pieces(setting, change_sections(MADE), Measure(400, 700), 1))
    drawn = " ".join(text for piece in pieces for text in _texts(piece.block))
    for words in ("HbA1c of 7.5 to", "9.0", "9.5", "120 (estimated)", "86 (actual)"):
        assert words in drawn


def _texts(block: Any) -> list[str]:
    own = [line for mark in block.marks for line in getattr(mark, "lines", ())]
    return own + [text for _x, _y, part in block.parts for text in _texts(part)]


def test_sections_hold_sections_by_module() -> None:
    material = change_sections(MADE)[1]
    assert [part.title for part in material.blocks if isinstance(part, Section)] == [
        *("Eligibility", "Outcomes", "Study Design"),
    ]


def test_results_that_are_posted_are_counted_and_said_to_be_in_the_record() -> None:
    groups = [{"id": "EG000", "title": "Placebo"}]
    events = [{"term": f"Event {number}"} for number in range(30)]
    results = {"adverseEventsModule": {"eventGroups": groups, "otherEvents": events}}
    before, after = (
        Compared(Study.model_validate(value), "", "NCT00000001")
        for value in ({}, {"resultsSection": results})
    )
    (row,) = compare(before, after, date(2026, 11, 26)).rows
    assert (row.part, row.label, row.kind) == (Part.RESULTS, "Adverse Events", Kind.ADDED)
    assert [piece.text for piece in row.pieces] == [
        "Groups: 1\nOther Adverse Events: 30\nAll values are in the full record."
    ]


def test_an_arm_that_is_called_otherwise_says_that_it_is_renamed() -> None:
    def arm(label: str) -> dict[str, Any]:
        described = {"label": label, "description": "The arm with all the usual care"}
        given = {"name": "Care", "armGroupLabels": [label]}
        return {"armsInterventionsModule": {"armGroups": [described], "interventions": [given]}}

    (row,) = compared(arm("Usual"), arm("Control")).rows
    assert (row.label, row.note) == ("Arms › Usual › Arm Title", "renamed")
