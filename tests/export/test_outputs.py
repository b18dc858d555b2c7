import csv
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest

from desktop_app.errors import ExportError
from desktop_app.export.outputs import EVERY_PANE, OUTPUTS, Output, output_of
from desktop_app.export.source import Source
from desktop_app.presentation.context import Context
from desktop_app.presentation.handout import handout_title
from tests.studies import record_bytes, study_with

CRITERIA = {"eligibilityCriteria": "Inclusion Criteria:\n\n* Over 18\n* Under \ud800 <b>40</b>"}
SOURCE = Source(
    study=study_with(eligibilityModule=CRITERIA),
    document=record_bytes(eligibilityModule=CRITERIA),
    document_name="NCT01234567.json",
    document_sha256="00ff",
    context=Context(today=date(2026, 11, 25)),
)
PAGES = [output for output in OUTPUTS if output.has_panes]


def _ids(output: Output) -> str:
    return output.id


def test_what_is_offered_has_names_of_its_own() -> None:
    for names in ([one.id for one in OUTPUTS], [one.title for one in OUTPUTS]):
        assert len(set(names)) == len(OUTPUTS)
        assert all(names)
    assert all(output_of(one.id) is one for one in OUTPUTS)


@pytest.mark.parametrize("output", OUTPUTS, ids=_ids)
def test_the_same_record_gives_the_same_file(output: Output) -> None:
    made = output.make([SOURCE], EVERY_PANE)
    assert made
    assert output.make([SOURCE], EVERY_PANE) == made


@pytest.mark.parametrize("output", PAGES, ids=_ids)
def test_a_file_holds_the_panes_that_are_wanted(output: Output) -> None:
    every = output.make([SOURCE], EVERY_PANE).decode()
    chosen = output.make([SOURCE], ("eligibility",)).decode()
    for text in (every, chosen):
        assert "Over 18" in text
        assert "Study NCT01234567" in text
        assert "Not the approved protocol" in text
        assert "Made on 2026-11-25" in text
        assert "SHA-256 00ff" in text
    assert "Related Studies" in every
    assert "Related Studies" not in chosen


def test_the_source_document_is_handed_out_byte_for_byte() -> None:
    source = replace(SOURCE, document=b"\xff\x00<xml/>", document_name="NCT01234567.xml")
    output = output_of("json")
    assert output.make([source], ()) == b"\xff\x00<xml/>"
    assert output.file_name(source) == "NCT01234567.xml"


def test_a_record_of_its_own_kind_is_the_source_byte_for_byte() -> None:
    trial = output_of("trial")
    assert trial.make([SOURCE], ()) == SOURCE.document
    assert trial.file_name(SOURCE) == "NCT01234567.trial"


@pytest.mark.parametrize("name", ["NCT01234567.xml", "NCT01234567.txt"])
def test_what_the_registry_did_not_write_is_no_record_of_that_kind(name: str) -> None:
    source = replace(SOURCE, document=b"<xml/>", document_name=name)
    with pytest.raises(ExportError, match=r"no \.trial file of NCT01234567"):
        output_of("trial").make([source], ())


def test_names_of_files_tell_study_and_day() -> None:
    html = output_of("html")
    assert html.file_name(SOURCE) == "NCT01234567_record_2026-11-25.html"
    assert html.file_name(replace(SOURCE, context=Context())) == "NCT01234567_record.html"
    assert output_of("csv").gathered_name(date(2026, 11, 25)) == "studies_2026-11-25.csv"
    assert output_of("bibtex").gathered_name(None) == "studies.bib"


def test_several_studies_are_gathered_where_that_makes_sense() -> None:
    several = [output.id for output in OUTPUTS if output.takes_several]
    assert several == ["csv", "ris", "bibtex"]
    rows = csv.reader(StringIO(output_of("csv").make([SOURCE, SOURCE], ()).decode("utf-8-sig")))
    assert [row[0] for row in rows] == ["NCT Number", "NCT01234567", "NCT01234567"]
    assert output_of("ris").make([SOURCE, SOURCE], ()).count(b"\r\nER  - \r\n") == 2
    assert output_of("bibtex").make([SOURCE, SOURCE], ()).count(b"@misc{") == 2


def test_a_text_holds_no_control_character() -> None:
    study = study_with(identificationModule={"nctId": "NCT1", "briefTitle": "a\x1b[31m\nb\u202e"})
    text = output_of("text").make([replace(SOURCE, study=study)], EVERY_PANE).decode()
    assert not {"\x1b", "\u202e"} & set(text)
    assert text.splitlines()[1] == "a\ufffd[31m b\ufffd"


def test_the_handout_is_a_page_of_its_questions() -> None:
    page = output_of("handout-html").make([SOURCE], ()).decode()
    assert handout_title(SOURCE.study, date(2026, 11, 25)).warning in page
    for question in ("Who can join?", "Who cannot join?", "Whom can I ask?"):
        assert f">{question}</h2>" in page
    assert "not medical advice" in page


def test_the_screening_sheet_is_a_page_with_every_criterion_and_its_boxes() -> None:
    page = output_of("screening-html").make([SOURCE], ()).decode()
    assert "Over 18" in page
    assert "&lt;b&gt;40&lt;/b&gt;" in page
    assert page.count("\u2610") >= 6
    assert "not the approved protocol" in page
