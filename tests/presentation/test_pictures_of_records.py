"""The pictures of real records stay legible, whatever the record holds."""

from collections.abc import Iterator
from datetime import date

from desktop_app.presentation.age_bar import age_bar_figure
from desktop_app.presentation.arms_matrix import matrix_figure
from desktop_app.presentation.masking import masking_figure
from desktop_app.presentation.section import Figure
from desktop_app.presentation.time_axis import time_axis_figure
from desktop_app.readers.ctgov_json import read_ctgov_json
from desktop_app.study.study import Study
from tests.laid_out import PlainMeasure, assert_well_laid_out
from tests.real_records import needs_records, record_files


def _figures(study: Study) -> Iterator[Figure]:
    protocol = study.protocol_section
    for figure in (
        time_axis_figure(study, date(2026, 11, 25)),
        age_bar_figure(protocol.eligibility_module),
        masking_figure(protocol.design_module),
        matrix_figure(study),
    ):
        if figure is not None:
            yield figure


@needs_records
def test_pictures_of_real_records_are_legible_at_any_width() -> None:
    drawn = set()
    for file in record_files("ctgov_json", "*.json", step=9):
        study, _ = read_ctgov_json(file.read_bytes())
        for figure in _figures(study):
            drawn.add(figure.id)
            assert all(line.strip() for line in figure.words), (file.name, figure.id)
            for width, em in ((340, 13), (640, 26), (1300, 13)):
                measure = PlainMeasure(em)
                assert_well_laid_out(figure.draw(width, measure), width, measure)
    assert drawn == {"time-axis", "ages", "masking", "arms-matrix"}
