"""What the Results tab says of adverse events."""

from typing import Any

from desktop_app.presentation.results.tab import results_sections
from desktop_app.presentation.section import Paragraph, Section, Table
from tests.presentation.parts import parts_of
from tests.presentation.posted import GROUPS, fields, posted, tables


def _events(groups: list[dict[str, Any]] = GROUPS, **lists: Any) -> tuple[Section, ...]:
    return results_sections(posted(adverseEventsModule={"eventGroups": groups} | lists))


def _stats(group: str, *numbers: int | None) -> dict[str, Any]:
    names = ("numAffected", "numAtRisk", "numEvents")
    return {"groupId": group} | dict(zip(names, numbers, strict=False))


def _event(term: str, *stats: dict[str, Any], **elements: Any) -> dict[str, Any]:
    return {"term": term, "organSystem": "Skin", "stats": list(stats)} | elements


def _quiet(*sections: Section) -> str:
    return "\n".join(one.text for one in parts_of(sections, Paragraph))


def test_totals_are_told_by_group() -> None:
    group = GROUPS[0] | {"deathsNumAffected": 0, "deathsNumAtRisk": 340, "seriousNumAffected": 12}
    sections = _events([group | {"seriousNumAtRisk": 340}], frequencyThreshold="5")
    (totals,) = tables(sections[0])
    assert totals.rows == (("Drug", "0/340 (0\u202f%)", "12/340 (3.5\u202f%)", "–"),)
    assert fields(sections[0])["Frequency Threshold for Other Adverse Events (%)"] == "5"
    assert "lists no such events" in _quiet(sections[1])


def test_events_are_one_table_with_the_groups_beside_each_other() -> None:
    events = [
        _event("Rash", _stats("G1", 1, 30, 2), _stats("G0", 3, 40, 4), notes="Mild\nonly"),
        _event("Itch", _stats("G0", 1, 2000, 1)),
    ]
    (table,) = tables(_events(otherEvents=events)[2])
    assert table.columns == (
        "Organ System",
        "Term",
        "Drug: affected / at risk",
        "Drug: events",
        "Placebo: affected / at risk",
        "Placebo: events",
        "Notes",
    )
    assert table.rows == (
        ("Skin", "Rash", "3/40 (7.5\u202f%)", "4", "1/30 (3.3\u202f%)", "2", "Mild only"),
        ("Skin", "Itch", "1/2000 (0.1\u202f%)", "1", "–", "–", ""),
    )


def test_what_is_the_same_for_all_events_stands_above_them() -> None:
    event = _event("Rash", sourceVocabulary="MedDRA 23", assessmentType="SYSTEMATIC_ASSESSMENT")
    section = _events(seriousEvents=[event, event | {"term": "Itch"}])[1]
    assert fields(section)["Source Vocabulary"] == "MedDRA 23"
    assert fields(section)["Collection Approach"] == "Systematic assessment"
    assert section.note == "2 kinds of event"


def test_many_groups_have_a_row_each() -> None:
    groups = [{"id": f"G{number}", "title": f"Dose {number}"} for number in range(12)]
    event = _event("Rash", *(_stats(group["id"], 1, 10, 1) for group in groups))
    (table,) = tables(_events(groups, otherEvents=[event, event])[2])
    assert table.columns == ("Organ System", "Term", "Group", "Affected / at risk", "Events")
    assert len(table.rows) == 24
    assert table.rows[11] == ("Skin", "Rash", "Dose 11", "1/10 (10.0\u202f%)", "1")


def test_impossible_numbers_are_shown_as_written_without_a_percentage() -> None:
    events = [_event("Rash", _stats("G0", 12, 10), _stats("G1", 0, 0))]
    section = _events(otherEvents=events)[2]
    (table,) = tables(section)
    assert table.rows[0][2:] == ("12/10", "0/0")
    assert "No percentage is computed" in _quiet(section)


def test_a_number_that_is_not_stated_is_not_zero() -> None:
    section = _events(otherEvents=[_event("Rash", _stats("G0", None, 10), _stats("G1", 0, 10))])[2]
    (table,) = tables(section)
    assert table.rows[0][2:] == ("–/10", "0/10 (0\u202f%)")
    assert "–  The record states nothing here." in _quiet(section)


def test_every_table_has_a_name() -> None:
    sections = _events(otherEvents=[_event("Rash", _stats("G0", 1, 2))])
    assert all(table.name for table in parts_of(sections, Table))
