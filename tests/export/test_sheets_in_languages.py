"""Sheets and files in other languages than English."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from io import BytesIO
from pathlib import Path

import pdfua
import pikepdf
import pytest
from catalogue_files import read_catalogue

from desktop_app.export.brief.fit import fitted
from desktop_app.export.outputs import EVERY_PANE, OUTPUTS, output_of
from desktop_app.export.paper import Paper
from desktop_app.export.pdf.pages import SheetPages
from desktop_app.export.sheets import SHEETS, Order, make_sheet, sheet_called
from desktop_app.export.source import Source
from desktop_app.export.typesetting.code_boxes import CODE_BOXES
from desktop_app.export.typesetting.fonts import BOLD, REGULAR, font_for
from desktop_app.languages import LANGUAGES, _, catalogue_path, speaking
from desktop_app.presentation.brief import brief_of
from desktop_app.resource_files import resource_path
from tests.export.html_reading import read_html
from tests.export.own_words import unsaid_words
from tests.export.sheet_reading import TODAY, lines_of, source_of
from tests.export.tag_reading import read_structure
from tests.export.test_brief_of_extremes import EXTREMES
from tests.pseudo_language import PseudoTranslations
from tests.real_records import needs_records, record_files
from tests.studies import study_with

OTHERS = tuple(language for language in LANGUAGES if language != "en")
SAMPLE = source_of(resource_path("samples", "NCT03816852.json").read_bytes())
RECORDS = record_files("ctgov_json", "*.json", 211)
RECORD = f"{SAMPLE.document.decode()} {SAMPLE.document_name} {SAMPLE.document_sha256}"
GLOSSARY = resource_path("glossary", "en.json").read_text(encoding="utf-8")
"""What terms mean is no text of a catalogue: each language has a glossary of its own."""
SAID = tuple(output.id for output in OUTPUTS if output.is_said)


def spoken(language: str) -> AbstractContextManager[None]:
    """Speak a language, or the one that nobody speaks."""
    return speaking("en", PseudoTranslations()) if language == "pseudo" else speaking(language)


def sources_for(sheet_id: str, source: Source = SAMPLE) -> tuple[Source, ...]:
    return (source,) * max(1, sheet_called(sheet_id).least)


def said_on(pages: SheetPages) -> Iterator[str]:
    yield from (pages.title, pages.subject, *pages.notes)
    for page in pages.pages:
        for placed in page.placed:
            yield from (" ".join(text.lines) for text in lines_of(placed.block))


def order(language: str = "") -> Order:
    return Order(Paper.A4, TODAY, language=language)


@pytest.mark.parametrize(
    ("name", "language"),
    [
        *(("sample", language) for language in (*OTHERS, "pseudo")),
        *((name, "pseudo") for name in EXTREMES),
    ],
)
def test_a_brief_has_room_on_its_page_in_every_language(name: str, language: str) -> None:
    study = SAMPLE.study if name == "sample" else study_with(**EXTREMES[name][0])
    with spoken(language):
        assert fitted(brief_of(study, TODAY), "0" * 64).page.spare >= 0


@pytest.mark.parametrize("sheet_id", [sheet.id for sheet in SHEETS])
def test_every_word_of_a_sheet_is_said_or_the_records(sheet_id: str) -> None:
    with spoken("pseudo"):
        pages = sheet_called(sheet_id).make(sources_for(sheet_id), order())
    assert not unsaid_words(said_on(pages), RECORD + GLOSSARY)


@pytest.mark.parametrize("sheet_id", [sheet.id for sheet in SHEETS])
def test_pictures_and_outlines_are_said_as_well(sheet_id: str) -> None:
    with spoken("pseudo"):
        content = make_sheet(sheet_called(sheet_id), sources_for(sheet_id), order()).content
    alternatives = [figure.alt for figure in read_structure(content).every("Figure")]
    assert not unsaid_words(alternatives, RECORD + GLOSSARY)


@pytest.mark.parametrize("output_id", SAID)
def test_every_word_of_a_file_is_said_or_the_records(output_id: str) -> None:
    with spoken("pseudo"):
        content = output_of(output_id).make((SAMPLE,), EVERY_PANE).decode()
    assert not unsaid_words(_texts_of_file(content), RECORD + GLOSSARY)


def _texts_of_file(content: str) -> Iterator[str]:
    """Yield what a file says; of a page of HTML also what its parts are named."""
    if not content.startswith("<!DOCTYPE"):
        yield content
        return
    body = read_html(content).one("body")
    yield " ".join(body.words)
    for element in body.all("div", "svg", "section", "nav"):
        yield element.attributes.get("aria-label", "")


@pytest.mark.parametrize("sheet_id", [sheet.id for sheet in SHEETS])
@pytest.mark.parametrize("language", [*OTHERS, "pseudo"])
def test_nothing_reaches_over_the_edge_of_the_paper(sheet_id: str, language: str) -> None:
    with spoken(language):
        pages = sheet_called(sheet_id).make(sources_for(sheet_id), order())
    for page in pages.pages:
        for placed in page.placed:
            assert placed.x >= 0
            assert placed.y + placed.block.height <= page.size[1]


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("font", [REGULAR, BOLD])
def test_the_fonts_have_every_letter_of_a_language(language: str, font: str) -> None:
    catalogue = read_catalogue(catalogue_path(language), language)
    texts = (form for forms in catalogue.translations.values() for form in forms)
    letters = {letter for text in texts for letter in text}
    # A blank without width stands for no blank at all, and is not said.
    unseen = set("\n\t\u200b")
    assert not {letter for letter in letters if font_for(letter, font) == CODE_BOXES} - unseen


@pytest.mark.parametrize("language", OTHERS)
def test_a_file_says_its_language_and_marks_the_records_english(language: str) -> None:
    made = make_sheet(sheet_called("full"), (SAMPLE,), order(language)).content
    with pikepdf.open(BytesIO(made)) as pdf:
        assert str(pdf.Root.Lang) == language.replace("_", "-")
    languages = {one.language for one in read_structure(made).every("P", "LBody", "H1", "TD")}
    assert languages == {"", "en"}


def test_a_file_in_english_marks_nothing() -> None:
    made = make_sheet(sheet_called("full"), (SAMPLE,), order()).content
    assert {one.language for one in read_structure(made).every("P", "LBody", "H1")} == {""}


@pytest.mark.parametrize("language", OTHERS)
def test_a_sheet_for_somebody_else_leaves_the_window_its_language(language: str) -> None:
    sheet = sheet_called("handout")
    made = make_sheet(sheet, (SAMPLE,), order(language))
    assert _("Copy") == "Copy"
    with speaking(language):
        assert make_sheet(sheet, (SAMPLE,), order()) == made


@pytest.mark.parametrize("sheet_id", [sheet.id for sheet in SHEETS])
@pytest.mark.parametrize("language", ["de", "zh_CN"])
def test_sheets_are_well_tagged_in_every_language(
    sheet_id: str, language: str, tmp_path: Path
) -> None:
    target = tmp_path / "sheet.pdf"
    made = make_sheet(sheet_called(sheet_id), sources_for(sheet_id), order(language))
    target.write_bytes(made.content)
    assert not pdfua.validate(str(target)).findings


@needs_records
@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_briefs_of_real_records_have_one_page_in_every_language(path: Path, language: str) -> None:
    source = source_of(path.read_bytes())
    with spoken(language):
        assert fitted(brief_of(source.study, TODAY), source.document_sha256).page.spare >= 0
