"""The brief for who hears it: what its parts are, and in which order they are read."""

from datetime import date
from pathlib import Path
from typing import Any

import pdfua
import pytest

from desktop_app.export.paper import Paper
from desktop_app.readers.ctgov_json import read_ctgov_json
from desktop_app.study.study import Study
from tests.export.briefs import brief_bytes
from tests.export.tag_reading import ReadElement, outline_titles, read_structure
from tests.real_records import needs_records, record_files
from tests.studies import study_with

TODAY = date(2026, 11, 22)
SHA256 = "0123456789abcdef" * 4
RECORDS = record_files("ctgov_json", "*.json", 29)


ORDER = (
    "What and why",
    "Design",
    "Arms and interventions",
    "Groups and interventions",
    "Interventions",
    "Primary outcomes and their time frames",
    "Study population",
    "Can take part if",
    "Criteria as written",
    "Cannot take part if",
    "Criteria under other headings",
    "Eligibility criteria",
    "Where and whom to ask",
    "Not in this record",
)


def made(study: Study) -> bytes:
    return brief_bytes(study, SHA256, paper=Paper.A4, today=TODAY)[0]


def structure_with(**modules: Any) -> ReadElement:
    return read_structure(made(study_with(**modules)))


def arms(*descriptions: str) -> dict[str, Any]:
    labels = [f"Arm {n}" for n in range(len(descriptions))]
    return {
        "armGroups": [
            {"label": label, "type": "EXPERIMENTAL", "description": description}
            for label, description in zip(labels, descriptions, strict=True)
        ],
        "interventions": [
            {"type": "DRUG", "name": "X", "armGroupLabels": labels, "description": "It is given."}
        ],
    }


NESTED = """Inclusion Criteria:

* Adults
* One of:

  * a first thing
  * a second thing, which is

    1. so
    2. so
* Consent

Exclusion Criteria:

* Pregnant"""


def test_the_title_is_the_first_heading_and_the_parts_are_headings_below_it() -> None:
    content = made(study_with(eligibilityModule={"eligibilityCriteria": NESTED}))
    headings = read_structure(content).every("H1", "H2", "H3")
    assert [one.role for one in headings][:2] == ["H1", "H2"]
    titles = outline_titles(content)
    assert titles[0] == "Study NCT01234567"
    assert titles[1] == "Design"
    assert titles[-4:] == [
        "Can take part if",
        "Cannot take part if",
        "Where and whom to ask",
        "Not in this record",
    ]


def test_a_key_fact_is_an_item_of_its_label_and_its_value() -> None:
    facts = structure_with().every("L")[0]
    assert len(facts.children) == 12
    assert {tuple(item.roles()) for item in facts.children} == {("Lbl", "LBody")}


def test_arms_and_outcomes_are_tables_with_a_header_to_each_row() -> None:
    root = structure_with(
        armsInterventionsModule=arms("one mg", ""),
        outcomesModule={"primaryOutcomes": [{"measure": "M", "timeFrame": "1 day"}]},
    )
    tables = root.every("Table")
    assert len(tables) == 3
    for table in tables:
        check_table(table)
        assert [cell.scope for row in table.children for cell in row.children[:1]] == ["Row"] * len(
            table.children
        )


def test_arms_in_two_columns_are_one_table() -> None:
    root = structure_with(armsInterventionsModule={**arms(*[""] * 34), "interventions": []})
    (table,) = root.every("Table")
    assert len(table.children) == 34
    check_table(table)


def test_criteria_are_lists_in_lists() -> None:
    root = structure_with(eligibilityModule={"eligibilityCriteria": NESTED})
    outer = next(one for one in root.every("L") if len(one.children) == 3)
    second = outer.children[1].children[1]
    inner = second.every("L")
    assert [len(one.children) for one in inner] == [2, 2]
    check_lists(root)


def test_a_list_that_goes_on_in_the_second_column_is_one_list() -> None:
    text = "Exclusion Criteria:\n\n" + "* a thing that must not be\n" * 75
    root = structure_with(eligibilityModule={"eligibilityCriteria": text})
    assert max(len(one.children) for one in root.every("L")) == 75
    check_lists(root)


def test_a_paragraph_over_two_columns_is_one_paragraph() -> None:
    root = structure_with(
        descriptionModule={"briefSummary": "So it is, " * 200 + "well."},
        eligibilityModule={"eligibilityCriteria": "* it is\n" * 60},
    )
    assert sum(one.marks == 2 for one in root.every("P")) == 1


def test_what_the_record_lists_in_its_summary_is_a_list() -> None:
    text = "The aims are:\n\n* to see whether it is safe\n* to see what it does\n\n1. So it is."
    root = structure_with(descriptionModule={"briefSummary": text})
    aims = root.every("L")[0]
    assert [item.roles() for item in aims.children] == [["Lbl", "LBody"]] * 3
    check_lists(root)


def test_the_code_is_a_figure_in_a_link_that_says_where_it_leads() -> None:
    (link,) = structure_with().every("Link")
    assert link.roles() == ["Figure"]
    assert link.children[0].alt == "QR code of https://clinicaltrials.gov/study/NCT01234567"
    assert link.marks == 1


def test_a_title_of_markup_is_named_as_it_is() -> None:
    title = "<b>A & B</b> <img src=x> </para> (x) \\"
    content = made(study_with(identificationModule={"nctId": "NCT01234567", "briefTitle": title}))
    assert outline_titles(content)[0] == title


@needs_records
@pytest.mark.parametrize("file", RECORDS, ids=lambda file: file.stem)
def test_real_records_have_a_sound_structure(file: Path, tmp_path: Path) -> None:
    content = made(read_ctgov_json(file.read_bytes())[0])
    root = read_structure(content)
    assert [one.role for one in root.every("H1", "H2")][:2] == ["H1", "H2"]
    check_order(outline_titles(content)[1:])
    assert not any(one.is_empty for one in root.every("H1", "H2", "H3", "P", "LBody", "Figure"))
    assert all(one.alt for one in root.every("Figure"))
    for table in root.every("Table"):
        check_table(table)
    check_lists(root)
    target = tmp_path / "brief.pdf"
    target.write_bytes(content)
    assert not pdfua.validate(str(target)).findings


def check_order(titles: list[str]) -> None:
    places = [ORDER.index(title) for title in titles]
    # Where a record sorts only exclusion, what it does not sort stands before it.
    is_usual = "Can take part if" in titles or "Criteria under other headings" not in titles
    assert not is_usual or places == sorted(places)


def check_table(table: ReadElement) -> None:
    assert set(table.roles()) == {"TR"}
    assert len({sum(cell.span for cell in row.children) for row in table.children}) == 1
    for row in table.children:
        assert row.children[0].role == "TH"
        assert set(row.roles()) <= {"TH", "TD"}


def check_lists(root: ReadElement) -> None:
    for found in root.every("L"):
        assert found.children
        assert set(found.roles()) == {"LI"}
    for item in root.every("LI"):
        assert item.roles() in (["Lbl", "LBody"], ["LBody"])
