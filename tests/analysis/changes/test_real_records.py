import json
import random
from pathlib import Path
from typing import Any

import pytest

from desktop_app.analysis.changes.walk import changes_between
from desktop_app.readers.ctgov_json import read_ctgov_json
from desktop_app.study.study import Study
from tests.analysis.changes.edits import PASSED_OVER, edited, leaves, reordered
from tests.real_records import needs_records, record_files

FILES = [file for file in record_files("ctgov_json", "*.json", 60) if file.stat().st_size < 400_000]


def study(value: Any) -> Study:
    return read_ctgov_json(json.dumps(value).encode())[0]


def camel(element: str) -> str:
    first, *others = element.rstrip("_").split("_")
    return first + "".join(one.capitalize() for one in others)


@needs_records
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_record_in_another_order_is_the_same(file: Path) -> None:
    value = json.loads(file.read_bytes())
    other = reordered(value, random.Random(file.stem))
    assert changes_between(study(value), study(other)) == ()


@needs_records
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_edit_is_reported_and_nothing_else(file: Path) -> None:
    value = json.loads(file.read_bytes())
    before = study(value)
    chance = random.Random(file.stem)
    paths = [path for path in leaves(value) if path[-1] != PASSED_OVER]
    for path in chance.sample(paths, min(12, len(paths))):
        found = changes_between(before, study(edited(value, path)))
        names = [step for step in path if isinstance(step, str)]
        assert found, path
        for change in found:
            reported = [camel(element) for element in change.elements]
            assert names[: len(reported)] == reported, path
        # The text of criteria is split into several where the edit makes another list of it.
        if len(found) > 1 and "eligibilityCriteria" not in path:
            assert {bool(change.old) for change in found} == {True, False}, path
            assert len(found) == 2, path
