"""Real studies that are worth looking at: the largest, and some unusual ones."""

import pytest

from desktop_app.study.study import Study
from tests.real_records import RECORDS, record_files

LARGEST = ("NCT02513394", "NCT04047862", "NCT02443155", "NCT03644680", "NCT04743661")
UNUSUAL = ("NCT05914116", "NCT04903613")
_WHY_SKIPPED = "the real records are not beside the project (../shared/records)"


def real_study(nct_id: str) -> Study:
    """Return a real study, or skip the test."""
    path = RECORDS / "ctgov_json" / f"{nct_id}.json"
    if not path.is_file():
        pytest.skip(_WHY_SKIPPED)
    return Study.model_validate_json(path.read_bytes())


def some_real_studies(step: int) -> list[Study]:
    """Return every so-many-th real study, or skip the test."""
    paths = record_files("ctgov_json", "NCT*.json", step)
    if not paths:
        pytest.skip(_WHY_SKIPPED)
    return [Study.model_validate_json(path.read_bytes()) for path in paths]
