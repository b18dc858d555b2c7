"""Briefs of real records: every seventeenth, or all of them with TRIALVIEWER_ALL_RECORDS=1."""

import os
from datetime import date
from pathlib import Path

import pytest

from desktop_app.export.paper import Paper
from desktop_app.export.typesetting.characters import printable
from desktop_app.presentation.brief import brief_of
from desktop_app.readers.ctgov_json import read_ctgov_json
from desktop_app.readers.detect import read_bytes
from desktop_app.readers.reading import ReadRecord
from desktop_app.resource_files import resource_path
from desktop_app.study.study import Study
from tests.export.briefs import BriefReport, brief_bytes
from tests.export.pdf_reading import ReadPage, read_page, squeezed
from tests.real_records import needs_records, record_files

TODAY = date(2026, 11, 22)
SHA256 = "0123456789abcdef" * 4
PICTURES = ("schematic", "time axis")
STEP = 1 if os.environ.get("TRIALVIEWER_ALL_RECORDS") else 17
WHOLE = record_files("ctgov_json", "*.json", STEP)
PARTIAL = record_files("ctgov_json_partial", "*.json")
LEGACY = record_files("ctgov_xml", "*.xml", STEP)


def check(study: Study, paper: Paper) -> None:
    content, report = brief_bytes(study, SHA256, paper=paper, today=TODAY)
    page = read_page(content)
    assert page.page_count == 1
    assert not page.unembedded
    assert page.image_count == 0
    assert min(page.sizes) >= 7.5
    assert max(report.type_size, 7.5) == report.type_size <= 11.0
    check_fixed_parts(study, page)
    check_what_is_said_of_shortening(page, report)


def check_fixed_parts(study: Study, page: ReadPage) -> None:
    brief = brief_of(study, TODAY)
    fixed = [brief.identity.nct_id, brief.identity.org_study_id, brief.identity.status.word]
    fixed += [brief.identity.phase, brief.identity.study_type, brief.identity.record_date]
    fixed += [brief.titles.brief, brief.sponsor, brief.standing, brief.design]
    fixed += [text for fact in brief.facts for text in (fact.label, fact.value, fact.note)]
    fixed += [*brief.gaps, *brief.beyond, "Not medical advice".replace("N", "n", 1)]
    for text in fixed:
        assert squeezed(printable(text)) in page.words, text


def check_what_is_said_of_shortening(page: ReadPage, report: BriefReport) -> None:
    notes = page.words.replace("Alsointhefullrecord", "")
    pictures = [name for name in report.shortened if name in PICTURES]
    texts = [name for name in report.shortened if name not in PICTURES]
    if pictures:
        assert squeezed("No room on this page for the " + " and ".join(pictures)) in notes
    if report.shortened:
        assert squeezed("Shortened: " + ", ".join(report.shortened) + ".") in notes
    else:
        assert "Nothingwasshortened." in notes
    assert not texts or report.type_size < 8.75
    assert ("inthefullrecord" in notes) is bool(set(texts) - {"official title"})


def test_the_sample_is_whole_with_its_pictures() -> None:
    content = resource_path("samples", "NCT03816852.json").read_bytes()
    study, _ = read_ctgov_json(content)
    check(study, Paper.A4)
    _, report = brief_bytes(study, SHA256, paper=Paper.A4, today=TODAY)
    assert report.shortened == ()
    assert report.type_size >= 7.75


@needs_records
@pytest.mark.parametrize("file", WHOLE, ids=lambda file: file.stem)
def test_a_record_fits_on_one_page(file: Path) -> None:
    study, _ = read_ctgov_json(file.read_bytes())
    check(study, Paper.LETTER if WHOLE.index(file) % 3 == 0 else Paper.A4)


@needs_records
@pytest.mark.parametrize("file", PARTIAL, ids=lambda file: file.stem)
def test_a_part_of_a_record_fits_on_one_page(file: Path) -> None:
    for reading in read_bytes(file.read_bytes(), file.name):
        if isinstance(reading, ReadRecord):
            check(reading.study, Paper.A4)


@needs_records
@pytest.mark.parametrize("file", LEGACY, ids=lambda file: file.stem)
def test_a_legacy_record_fits_on_one_page(file: Path) -> None:
    for reading in read_bytes(file.read_bytes(), file.name):
        assert isinstance(reading, ReadRecord)
        check(reading.study, Paper.LETTER)
