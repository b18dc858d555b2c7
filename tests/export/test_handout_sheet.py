from pathlib import Path
from typing import Any

import pdfua
import pytest

from desktop_app.export.handout.large_print import FOOT_SIZE, SIZE
from desktop_app.export.paper import Paper
from desktop_app.export.source import Source
from tests.export.pdf_reading import read_page, squeezed
from tests.export.sheet_reading import (
    lines_of,
    made,
    pages_of,
    source_of,
    source_with,
    texts_of,
)
from tests.export.tag_reading import outline_titles, read_structure
from tests.real_records import needs_records, record_files
from tests.studies import study_with

RECORDS = record_files("ctgov_json", "*.json", 61)
TEXT = "Inclusion Criteria:\n\n* Adults\n* Able to\n\n  * read\n\nExclusion Criteria:\n\n* Pregnant"


def source(**modules: Any) -> Source:
    return source_with(study_with(eligibilityModule={"eligibilityCriteria": TEXT}, **modules))


def test_nothing_is_smaller_than_large_print_but_the_foot() -> None:
    for page in pages_of("handout", [source()]).pages:
        *answers, foot = page.placed
        sizes = {text.size for placed in answers for text in lines_of(placed.block)}
        assert min(sizes) == SIZE
        assert {text.size for text in lines_of(foot.block)} == {FOOT_SIZE}


def test_everything_is_black() -> None:
    for page in pages_of("handout", [source()]).pages:
        for placed in page.placed:
            assert {text.grey for text in lines_of(placed.block)} <= {0.0}


def test_lines_have_about_sixty_characters() -> None:
    summary = {"briefSummary": "The quick brown fox jumps over the lazy dog again. " * 40}
    pages = pages_of("handout", [source(descriptionModule=summary)]).pages
    blocks = [placed.block for page in pages for placed in page.placed]
    lines = [line for block in blocks for text in lines_of(block) for line in text.lines]
    full = [len(line) for line in lines if "quick" in line]
    assert 48 <= sum(full) / len(full) <= 66


def test_questions_are_headings() -> None:
    content = made("handout", [source()])
    titles = outline_titles(content)
    assert titles[0] == "Study NCT01234567"
    assert {"Who can join?", "Who cannot join?", "Whom can I ask?"} <= set(titles)
    assert len(read_structure(content).every("H1")) == 1


def test_criteria_are_nested_lists() -> None:
    lists = read_structure(made("handout", [source()])).every("L")
    nested = [one for one in lists if any(item.every("L") for item in one.children)]
    assert nested


def test_pages_are_counted_and_the_record_is_found_by_its_code() -> None:
    content = made("handout", [source()])
    texts = texts_of(content)
    for number, text in enumerate(texts, 1):
        assert f"page {number} of {len(texts)}" in text
    figures = read_structure(content).every("Figure")
    assert [one.alt for one in figures] == [
        "QR code of https://clinicaltrials.gov/study/NCT01234567"
    ]


def test_a_record_without_a_number_has_no_code() -> None:
    content = made("handout", [source(identificationModule={"briefTitle": "A"})])
    assert not read_structure(content).every("Figure")
    assert read_page(content).page_count >= 2


@pytest.mark.parametrize("count", range(1, 24, 3))
def test_an_announcement_stays_with_what_it_announces(count: int) -> None:
    summary = {"briefSummary": "\n\n".join(["A paragraph."] * count)}
    texts = texts_of(made("handout", [source(descriptionModule=summary)]))
    (page,) = (text for text in texts if "What must be true of a person" in text)
    assert "Adults" in page


@pytest.mark.parametrize("paper", Paper)
def test_the_same_record_gives_the_same_bytes(paper: Paper) -> None:
    assert made("handout", [source()], paper) == made("handout", [source()], paper)


def test_words_of_a_record_are_not_read_as_markup() -> None:
    summary = {"briefSummary": "<b>bold</b> &amp; <img src=x> </para>"}
    text = squeezed("".join(texts_of(made("handout", [source(descriptionModule=summary)]))))
    assert squeezed("<b>bold</b>&amp;<imgsrc=x></para>") in text


@needs_records
@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_handouts_of_real_records_are_well_tagged(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "sheet.pdf"
    target.write_bytes(made("handout", [source_of(path.read_bytes())]))
    assert not pdfua.validate(str(target)).findings
