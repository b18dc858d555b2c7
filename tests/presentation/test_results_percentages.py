import pytest

from desktop_app.export.text import to_text
from desktop_app.presentation.results.percentages import BEYOND_ALL
from desktop_app.presentation.results.tab import results_sections
from desktop_app.study.study import Study
from tests.presentation.posted import classes, fields, posted, tables, values, with_measure
from tests.real_records import needs_records, record_files


@pytest.mark.parametrize(
    ("unit", "value", "is_noted"),
    [
        ("percentage of participants", "150", True),
        ("Percent of patients", "-1", True),
        ("% of the subjects", "100.5", True),
        ("percentage of participants", "100", False),
        ("percentage of participants", "NA", False),
        ("percentage of change", "150", False),
        ("percent change from baseline", "-20", False),
        ("", "150", False),
    ],
)
def test_only_a_share_of_participants_cannot_be_above_all(
    unit: str, value: str, is_noted: bool
) -> None:
    measured = classes(values(("G0", value), ("G1", "50")))
    sections = results_sections(with_measure(unitOfMeasure=unit, classes=measured))
    (table,) = tables(*sections)
    assert value in table.rows[0]
    assert (BEYOND_ALL in to_text(sections)) is is_noted


def test_a_threshold_above_all_is_shown_as_written_with_a_note() -> None:
    study = posted(adverseEventsModule={"frequencyThreshold": "500"})
    assert "500" in fields(*results_sections(study)).values()
    assert "500 (not between 0 and 100)" in to_text(results_sections(study))


@needs_records
def test_percentages_of_real_records_are_within_all() -> None:
    for path in record_files("ctgov_json", "NCT*.json", step=9):
        study = Study.model_validate_json(path.read_bytes())
        assert BEYOND_ALL not in to_text(results_sections(study)), path
