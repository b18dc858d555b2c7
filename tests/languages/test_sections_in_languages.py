"""Every language of the application says all of a record, and explains its words in it."""

from datetime import date

import pytest

from desktop_app.conventions import Form, date_text, decimal_text, following, number_text
from desktop_app.languages import ENGLISH, LANGUAGES, _, speaking
from desktop_app.presentation.brief import brief_of
from desktop_app.presentation.brief.sections import brief_sections
from desktop_app.presentation.comparison import comparison_sections
from desktop_app.presentation.context import Context
from desktop_app.presentation.glossary import about_section, explain, glossary
from desktop_app.presentation.handout import handout_sections
from desktop_app.presentation.pane import PANES
from desktop_app.presentation.screening import screening_sections
from desktop_app.resource_files import resource_path
from desktop_app.study.base import label
from desktop_app.study.codes import code_label
from desktop_app.study.dates import PartialDate
from desktop_app.study.enumerations import DesignMasking, Status
from desktop_app.study.status import StatusModule
from desktop_app.study.study import Study
from tests.languages.made_records import made_records
from tests.languages.unsaid import texts_of

TODAY = date(2026, 1, 1)
OTHERS = [language for language in LANGUAGES if language != ENGLISH]
STUDIES = (Study(), *made_records(4))


def _all_of(study: Study) -> str:
    panes = (pane.sections(study, Context(today=TODAY)) for pane in PANES)
    sheets = (
        brief_sections(brief_of(study, TODAY)),
        screening_sections(study, TODAY),
        handout_sections(study, TODAY),
        comparison_sections((study, STUDIES[1]), TODAY),
    )
    return "\n".join(text for sections in (*panes, *sheets) for text in texts_of(sections))


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("number", range(len(STUDIES)))
def test_a_record_is_told_in_words_of_the_language(language: str, number: int) -> None:
    with speaking(language), following(Form.READER):
        told = _all_of(STUDIES[number])
    # No name of a value is left in its braces, and nothing of what every record asks for.
    assert "{" not in told
    for english in ("Not stated", "Key Facts", "The record ", "This record "):
        assert english not in told


@pytest.mark.parametrize("language", OTHERS)
def test_labels_lead_to_their_words_in_the_glossary(language: str) -> None:
    english = explain("Completed"), explain("Double"), about_section("Key Facts")
    with speaking(language):
        told = (
            explain(code_label(Status.COMPLETED)),
            explain(code_label(DesignMasking.DOUBLE)),
            explain(label(StatusModule, "overall_status")),
        )
        assert all(told)
        assert explain("Completed") == told[0]
        if resource_path("glossary", f"{language}.json").exists():
            assert glossary().language == language
            assert told[:2] != english[:2]
            assert about_section("Key Facts") not in ("", english[2])


@pytest.mark.parametrize(
    ("language", "day", "month", "number", "decimal"),
    [
        ("es", "4 dic 2025", "dic 2025", "12\u202f345", "3,5"),
        ("fr", "4 déc. 2025", "déc. 2025", "12\u202f345", "3,5"),
        ("de", "4.\u00a0Dez. 2025", "Dez. 2025", "12.345", "3,5"),
        ("zh_CN", "2025年12月4日", "2025年12月", "12,345", "3.5"),
    ],
)
def test_dates_and_numbers_are_those_of_the_languages_readers(
    language: str, day: str, month: str, number: str, decimal: str
) -> None:
    with speaking(language), following(Form.READER):
        assert date_text(PartialDate(2025, 12, 4)) == day
        assert date_text(PartialDate(2025, 12)) == month
        assert number_text(12345) == number
        assert decimal_text("3.5") == decimal
    with speaking(language):
        assert date_text(PartialDate(2025, 12, 4)) == "2025-12-04"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_measured_is_told_apart_from_what_was_found(language: str) -> None:
    with speaking(language):
        planned, found = about_section(_("Outcomes")), about_section(_("Outcome Measures"))
    assert planned != found
    assert planned
    assert found
