"""The Results tab of every real record with results, leaf by leaf against the record."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.export.text import to_text
from desktop_app.presentation.results.tab import results_sections
from desktop_app.presentation.section import Section, Table
from desktop_app.study.base import RecordModel
from desktop_app.study.codes import Code
from desktop_app.study.enumerations import DateType
from desktop_app.study.markup import MarkupText
from desktop_app.study.study import Study
from tests.presentation.parts import parts_of
from tests.real_records import needs_records, record_files

JOINING = {"id", "group_id", "group_ids"}
"""Ids that only join groups and values; nobody reads them."""


def _leaves(thing: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text, number and date of a part of a record, as people read it."""
    if isinstance(thing, RecordModel):
        for name in thing.model_fields_set - JOINING:
            yield from _leaves(getattr(thing, name), f"{path}.{name}")
    elif isinstance(thing, tuple):
        for one in thing:
            yield from _leaves(one, path)
    elif isinstance(thing, MarkupText):
        yield path, thing.plain
    elif isinstance(thing, DateType):
        yield path, thing.label.lower()
    elif isinstance(thing, Code):
        yield path, thing.label
    elif thing is not None and not isinstance(thing, bool):
        yield path, str(thing)


def _folded(text: str) -> str:
    return " ".join(text.split())


def _with_remarks() -> list[Path]:
    wanted = (b'"resultsSection"', b'"annotationSection"', b'"submissionTracking"')
    files = record_files("ctgov_json")
    return [file for file in files if any(word in file.read_bytes() for word in wanted)]


@needs_records
@pytest.mark.parametrize("first", range(4))
def test_every_leaf_of_results_is_shown(first: int) -> None:
    missing = []
    for file in _with_remarks()[first::4]:
        study = Study.model_validate_json(file.read_bytes())
        text = _folded(to_text(results_sections(study)))
        tracking = study.derived_section.misc_info_module.submission_tracking
        parts = (study.results_section, study.annotation_section, tracking)
        leaves = {leaf for part in parts for leaf in _leaves(part)}
        missing += [(file.name, path, leaf) for path, leaf in leaves if _folded(leaf) not in text]
    assert not missing


@needs_records
def test_tables_and_sections_of_real_records_are_sound() -> None:
    for file in record_files("ctgov_json", step=5):
        sections = results_sections(Study.model_validate_json(file.read_bytes()))
        assert sections
        assert all(section.title and section.blocks for section in parts_of(sections, Section))
        for table in parts_of(sections, Table):
            assert table.rows
            assert all(len(row) == len(table.columns) for row in table.rows)
            assert not any("\n" in cell for row in table.rows for cell in row)
