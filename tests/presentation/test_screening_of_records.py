"""No word of a real record's criteria is missing on its screening sheet."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from desktop_app.analysis.criteria import Criteria, Criterion, arrange_criteria
from desktop_app.analysis.criteria.headings import is_plain
from desktop_app.presentation.screening import screening_sheet
from desktop_app.presentation.screening.content import ScreeningSheet
from desktop_app.readers.ctgov_json import read_ctgov_json
from desktop_app.readers.ctgov_xml import read_ctgov_xml
from desktop_app.study.study import Study
from tests.real_records import needs_records, record_files

TODAY = date(2026, 11, 22)
WORD = re.compile(r"\w+")
STEP = 7


def studies() -> Iterator[Study]:
    for path in record_files("ctgov_json", "*.json", STEP):
        yield read_ctgov_json(path.read_bytes())[0]
    for path in record_files("ctgov_xml", "*.xml", STEP):
        yield read_ctgov_xml(path.read_bytes())[0]


def words(*texts: str) -> Counter[str]:
    return Counter(word for text in texts for word in WORD.findall(text))


def on_sheet(sheet: ScreeningSheet) -> Counter[str]:
    rows = [row for one in sheet.lists for row in one.rows]
    return words(*(f"{row.own_number} {row.text}" for row in rows))


def said_by_the_sheet(criteria: Criteria) -> Counter[str]:
    """Count what the sheet says in its own way: plain headings, and marks that its numbers are."""
    groups = (*criteria.inclusion, *criteria.exclusion, *criteria.unsorted)
    headings = words(*(title for group in groups for title in group.titles))
    shown = words(*(group.heading for group in groups))
    marks = [mark for group in groups for one in group.criteria for mark in marks_of(one)]
    return headings - shown + words(*marks)


def marks_of(criterion: Criterion) -> Iterator[str]:
    yield criterion.marker
    for child in criterion.children:
        yield from marks_of(child)


@needs_records
def test_no_word_of_a_real_record_is_missing() -> None:
    count = 0
    for study in studies():
        text = study.protocol_section.eligibility_module.eligibility_criteria
        if text:
            count += 1
            criteria = arrange_criteria(text)
            missing = words(text.plain) - on_sheet(screening_sheet(study, TODAY))
            assert not missing - said_by_the_sheet(criteria)
    assert count > 200


@needs_records
def test_a_heading_that_is_not_shown_says_no_more_than_the_list() -> None:
    for study in studies():
        text = study.protocol_section.eligibility_module.eligibility_criteria
        criteria = arrange_criteria(text) if text else Criteria()
        for group in (*criteria.inclusion, *criteria.exclusion, *criteria.unsorted):
            for title in group.titles:
                assert is_plain(title.lstrip("*- ")) or title.split()[-1] in group.heading, title


@needs_records
def test_every_criterion_of_a_real_record_has_one_row_with_boxes() -> None:
    for study in studies():
        text = study.protocol_section.eligibility_module.eligibility_criteria
        criteria = arrange_criteria(text) if text else Criteria()
        rows = [row for one in screening_sheet(study, TODAY).lists for row in one.rows]
        numbers = [
            row.number for row in rows if row.has_boxes and row.number.startswith(("I", "E", "C"))
        ]
        assert len(set(numbers)) == len(numbers)
        expected = criteria.inclusion_count + criteria.exclusion_count + criteria.unsorted_count
        assert sum(row.depth == 0 for row in rows if row.number in set(numbers)) == expected
