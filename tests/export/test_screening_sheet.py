import unicodedata
from typing import Any

import pdfua
import pytest

from desktop_app.export.paper import BOX_HEIGHT, Paper
from desktop_app.export.screening.boxes import SIDE
from desktop_app.export.source import Source
from desktop_app.presentation.screening import screening_sheet
from desktop_app.presentation.screening.content import ScreeningRow
from tests.export.pdf_reading import squeezed
from tests.export.sheet_reading import (
    TODAY,
    lines_of,
    made,
    pages_of,
    source_of,
    source_with,
    texts_of,
    words_of,
)
from tests.export.tag_reading import outline_titles, read_structure
from tests.real_records import needs_records, record_files
from tests.studies import study_with

MANY = "".join(f"* Criterion number {number} of this list\n" for number in range(80))
TEXT = f"Inclusion Criteria:\n\n* Adults\n* Able to\n\n  * read\n\nExclusion Criteria:\n\n{MANY}"
RECORDS = record_files("ctgov_json", "*.json", 37)


def source(text: str = TEXT, **modules: Any) -> Source:
    return source_with(study_with(eligibilityModule={"eligibilityCriteria": text}, **modules))


def rows_of(one: Source) -> list[ScreeningRow]:
    return [row for each in screening_sheet(one.study, TODAY).lists for row in each.rows]


def test_every_page_has_the_study_the_code_line_and_its_number() -> None:
    texts = texts_of(made("screening", [source()]))
    assert len(texts) > 2
    for number, text in enumerate(texts, 1):
        assert f"page {number} of {len(texts)}" in text
        assert "Participant code" in text
        assert "NCT01234567" in text
        assert "not of the approved protocol" in text


def test_the_sheet_says_where_it_comes_from() -> None:
    one = source(
        statusModule={"lastUpdatePostDateStruct": {"date": "2025-12-04"}},
    )
    text = squeezed(texts_of(made("screening", [one]))[0])
    assert squeezed("record NCT01234567, version of 2025-12-04") in text
    assert "0123456789ab…" in text
    assert squeezed("Check them against the current version of the protocol") in text
    assert "2026-11-22" in text


def test_each_answer_is_a_box_that_says_what_it_is() -> None:
    one = source()
    figures = read_structure(made("screening", [one])).every("Figure")
    count = sum(row.has_boxes for row in rows_of(one))
    for answer in ("Yes", "No", "Unknown"):
        assert [figure.alt for figure in figures].count(f"{answer}, box to tick") == count
    assert SIDE > 4 * 72 / 25.4


def test_tables_have_headers_and_go_on_over_pages_as_one() -> None:
    tables = read_structure(made("screening", [source()])).every("Table")
    limits, inclusion, exclusion, totals = tables
    assert len(exclusion.children) == 81
    heads = exclusion.children[0].every("TH")
    assert [head.scope for head in heads] == ["Column"] * 8
    assert exclusion.children[1].every("TH")[0].scope == "Row"
    assert len(totals.children) == 3
    assert len(inclusion.children) == 4
    assert len(limits.children) == 5


def test_lists_are_headings_of_the_file() -> None:
    titles = outline_titles(made("screening", [source()]))
    assert titles == [
        "Screening sheet",
        "Limits in fields of the record",
        "Inclusion criteria",
        "Exclusion criteria",
        "Outcome of screening",
    ]


def test_a_table_that_goes_on_says_which_it_is() -> None:
    texts = texts_of(made("screening", [source()]))
    assert "Exclusion criteria, continued" in texts[2]


def test_a_criterion_longer_than_a_page_is_parted_and_nothing_else_is() -> None:
    long = " ".join(f"word{number}" for number in range(900))
    one = source(f"Inclusion Criteria:\n\n* {long}\n* Short one\n")
    texts = texts_of(made("screening", [one]))
    whole = squeezed("".join(texts))
    assert all(f"word{number}" in whole for number in range(900))
    for page in pages_of("screening", [one]).pages:
        assert all(
            placed.y + placed.block.height <= Paper.A4.value[1] - 20 for placed in page.placed
        )


def test_a_record_without_criteria_has_one_page() -> None:
    texts = texts_of(made("screening", [source_with(study_with())]))
    assert len(texts) == 1
    assert "This record states no eligibility criteria." in texts[0]
    assert "Minimum Age: Not stated" in texts[0]


def test_words_of_a_record_are_not_read_as_markup() -> None:
    one = source("Inclusion Criteria:\n\n* <b>bold</b> &amp; <img src=x> </para>")
    text = texts_of(made("screening", [one]))[0]
    assert squeezed("<b>bold</b>&amp;<imgsrc=x></para>") in squeezed(text)


def test_no_type_is_smaller_than_the_floor() -> None:
    for page in pages_of("screening", [source()]).pages:
        for placed in page.placed:
            assert all(text.size >= 7.5 for text in lines_of(placed.block))


@pytest.mark.parametrize("paper", Paper)
def test_both_papers_hold_the_same_pages(paper: Paper) -> None:
    pages = pages_of("screening", [source()], paper).pages
    assert len(pages) == len(pages_of("screening", [source()]).pages)
    assert {page.size for page in pages} == {paper.value}


def test_the_same_record_gives_the_same_bytes() -> None:
    assert made("screening", [source()]) == made("screening", [source()])


@needs_records
@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_no_criterion_of_a_real_record_is_missing_or_parted(path: Any) -> None:
    one = source_of(path.read_bytes())
    blocks = [
        words_of(placed.block)
        for page in pages_of("screening", [one]).pages
        for placed in page.placed
    ]
    for row in rows_of(one):
        # The Greek question mark is drawn as the semicolon that it is the same as.
        said = squeezed(unicodedata.normalize("NFC", f"{row.own_number}{row.text}"))
        assert any(row.number in block and said in block for block in blocks), row.number


@needs_records
@pytest.mark.parametrize("path", RECORDS[::8], ids=lambda path: path.stem)
def test_screening_sheets_of_real_records_are_well_tagged(path: Any, tmp_path: Any) -> None:
    target = tmp_path / "sheet.pdf"
    target.write_bytes(made("screening", [source_of(path.read_bytes())]))
    assert not pdfua.validate(str(target)).findings


def test_words_that_are_not_answered_stand_without_a_table() -> None:
    one = source("Inclusion Criteria:\n\n* Adults\n\nExclusion Criteria: none")
    content = made("screening", [one])
    assert len(read_structure(content).every("Table")) == 3
    assert "No criterion here, only these words of the record:" in texts_of(content)[0]


def test_the_number_of_a_deep_part_stays_in_one_line() -> None:
    text = "Inclusion Criteria:\n\n" + "\n\n".join("  " * depth + "* part" for depth in range(6))
    blocks = [placed.block for placed in pages_of("screening", [source(text)]).pages[0].placed]
    numbers = [line for block in blocks for text in lines_of(block) for line in text.lines]
    assert "I-1.1.1.1.1" in numbers


@pytest.mark.parametrize(
    "text",
    [
        "Inclusion Criteria:\n\n* " + "word " * 20_000,
        "Inclusion Criteria:\n\n* " + "W" * 50_000,
        "Inclusion Criteria:\n\n" + "* a b\n" * 2_000,
        "word " * 80_000,
    ],
    ids=["long criterion", "long word", "many criteria", "overlong text"],
)
def test_texts_that_no_registry_takes_flow_over_as_many_pages_as_they_need(text: str) -> None:
    bottom = Paper.A4.value[1] - Paper.A4.box_top + BOX_HEIGHT
    for page in pages_of("screening", [source(text)]).pages:
        assert all(placed.y + placed.block.height <= bottom + 1 for placed in page.placed)
