"""Handouts of real records: nothing of what they show is lost or rewritten."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from desktop_app.analysis.criteria import Criterion, arrange_criteria
from desktop_app.presentation.handout import handout_sections
from desktop_app.presentation.handout.words import texts_of
from desktop_app.presentation.section import Item
from desktop_app.readers.ctgov_json import read_ctgov_json
from desktop_app.study.study import Study
from tests.presentation.parts import parts_of
from tests.real_records import needs_records, record_files

TODAY = date(2026, 11, 22)


def studies() -> Iterator[Study]:
    for folder in ("ctgov_json", "ctgov_json_partial"):
        for path in record_files(folder, "*.json", 13):
            yield read_ctgov_json(path.read_bytes())[0]


def criteria_of(study: Study) -> Iterator[str]:
    text = study.protocol_section.eligibility_module.eligibility_criteria
    if text:
        criteria = arrange_criteria(text)
        for group in (*criteria.inclusion, *criteria.exclusion, *criteria.unsorted):
            for one in group.criteria:
                yield from words_of(one)


def words_of(criterion: Criterion) -> Iterator[str]:
    yield criterion.text
    for child in criterion.children:
        yield from words_of(child)


@needs_records
def test_handouts_hold_every_criterion_and_the_whole_summary() -> None:
    for study in studies():
        sections = handout_sections(study, TODAY)
        items = Counter(item.text for item in parts_of(sections, Item))
        assert not Counter(criteria_of(study)) - items
        summary = study.protocol_section.description_module.brief_summary
        shown = "".join("".join(text.split()) for one in sections for text in texts_of(one))
        for line in summary.plain.split("\n") if summary else ():
            assert "".join(line.split()).lstrip("*-0123456789.") in shown


@needs_records
def test_every_question_has_an_answer() -> None:
    for study in studies():
        for section in handout_sections(study, TODAY):
            assert section.title
            assert section.blocks, section.title
