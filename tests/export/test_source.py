import pytest

from desktop_app.export.source import Source
from desktop_app.presentation.context import NOTHING_KNOWN
from tests.studies import study_with


@pytest.mark.parametrize(
    ("number", "stem"),
    [
        ("NCT01234567", "NCT01234567"),
        ("", "study"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON: \u202e|x", "CON-x"),
        ("A" * 39 + "-" + "B" * 9, "A" * 39),
    ],
)
def test_names_of_files_are_safe_whatever_the_number_of_the_study(number: str, stem: str) -> None:
    study = study_with(identificationModule={"nctId": number})
    source = Source(study, b"{}", "x.json", "", NOTHING_KNOWN)
    assert (source.nct_id, source.file_stem) == (number, stem)
