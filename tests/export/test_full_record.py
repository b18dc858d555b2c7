"""The full record: all that the tabs show, on as many pages as it takes."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import pdfua
import pypdfium2  # type: ignore[import-untyped]
import pytest

from desktop_app.command_line.contexts import source_of_record
from desktop_app.export.about import about
from desktop_app.export.flow.sections import Measure
from desktop_app.export.paper import Paper
from desktop_app.export.pdf.pages import SetPage
from desktop_app.export.record.contents import Entry, contents_in_columns
from desktop_app.export.record.file import full_record, pane_sections
from desktop_app.export.record.opening import PAPER_NOTE
from desktop_app.export.sheets import Order, make_sheet, sheet_called
from desktop_app.export.source import Source
from desktop_app.export.typesetting.blocks import Block, Text
from desktop_app.export.typesetting.characters import printable
from desktop_app.export.typesetting.line_breaking import LineBreaker
from desktop_app.export.typesetting.setting import Setting
from desktop_app.export.typesetting.tags import DECORATION
from desktop_app.presentation.pane import PANES
from desktop_app.presentation.section import Figure, Link, Section, Table
from desktop_app.readers.detect import read_bytes
from desktop_app.readers.reading import ReadRecord
from desktop_app.readers.sources import read_sources
from desktop_app.resource_files import resource_path
from desktop_app.study.markup import TextItem
from tests.export.tag_reading import outline_titles, read_structure
from tests.real_records import needs_records, record_files
from tests.studies import record_bytes

TODAY = date(2026, 11, 22)
SHEET = sheet_called("full")
RECORDS = record_files("ctgov_json", "*.json", 97) + record_files("ctgov_xml", "*.xml", 97)


def source_of(path: Path) -> Source:
    (record,) = read_sources([path])
    assert isinstance(record, ReadRecord)
    return source_of_record(record, TODAY)


def sample() -> Source:
    return source_of(resource_path("samples", "NCT03816852.json"))


def made(source: Source, paper: Paper = Paper.A4, panes: tuple[str, ...] = ()) -> bytes:
    return make_sheet(SHEET, [source], Order(paper, TODAY, panes)).content


def pages_of(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    return [document[at].get_textpage().get_text_bounded() for at in range(len(document))]


def squeezed(text: str) -> str:
    return re.sub(r"[\s\ufffe\x02-]+", "", printable(text))


def inner_text(pages: list[str]) -> str:
    """Return the text of pages without what is the same on all of them."""
    foot = re.compile(r"Full registry record, not the approved protocol.*?page \d+ of \d+", re.S)
    return squeezed("".join(foot.sub("", page) for page in pages))


def lines(block: Block) -> list[str]:
    own = [line for mark in block.marks if isinstance(mark, Text) for line in mark.lines]
    return own + [line for _, _, part in block.parts for line in lines(part)]


def body_lines(page: SetPage) -> list[str]:
    """Return the lines of a page that are read out, without what is the same on all pages."""
    blocks = (one.block for one in page.placed if one.block.tag != DECORATION)
    return [line for block in blocks for line in lines(block)]


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Figure):
        return
    elif isinstance(value, Link):
        yield from (value.label, value.url, value.note)
    elif isinstance(value, Section):
        yield from (value.title, value.note)
        yield from strings(value.blocks)
    elif isinstance(value, Table):
        yield from strings(value.columns)
        yield from strings(value.rows)
    elif isinstance(value, TextItem):
        # Bullets are drawn as such.
        yield from strings(value.blocks)
    elif isinstance(value, tuple):
        for one in value:
            yield from strings(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))


def test_it_holds_what_the_tabs_show_in_their_order() -> None:
    source = sample()
    text = inner_text(pages_of(made(source)))
    at = text.index("Summary", text.index("Record") + 1)
    for pane in PANES:
        at = text.index(pane.title, at)
        for section in pane_sections(pane, source):
            for said in strings(section):
                assert squeezed(said) in text, said


def test_the_contents_name_the_pages() -> None:
    pages = pages_of(made(sample()))
    for pane in PANES:
        (page,) = re.findall(rf"^{pane.title}\s+(\d+)\s*$", pages[0], re.M)
        assert re.search(rf"^{pane.title}\s*$", pages[int(page) - 1], re.M), pane.title


def test_contents_that_one_column_has_no_room_for_stand_in_two_and_are_read_in_order() -> None:
    setting = Setting(LineBreaker(), 10, 0.5)
    entries = [
        Entry(f"Heading {number}", number % 3 and 1, f"h{number}", 5) for number in range(150)
    ]
    measure = Measure(500, 700)
    pieces = list(contents_in_columns(setting, entries, measure, 300))
    texts = [line for piece in pieces[1:] for line in lines(piece.block)]
    assert [line for line in texts if line.startswith("Heading")] == [e.title for e in entries]
    assert all(piece.block.height <= measure.height for piece in pieces)
    assert len(pieces) > 2


def test_each_page_tells_which_it_is() -> None:
    pages = pages_of(made(sample()))
    for number, page in enumerate(pages, 1):
        assert f"page {number} of {len(pages)}" in page
    assert squeezed(PAPER_NOTE) in squeezed(pages[0])


def test_paper_tells_of_values_that_could_not_be_read_and_names_the_phase() -> None:
    content = record_bytes(
        designModule={"studyType": "INTERVENTIONAL", "phases": ["NA"], "enrollmentInfo": "many"}
    )
    (record,) = read_bytes(content, "one.json")
    assert isinstance(record, ReadRecord)
    source = source_of_record(record, TODAY)
    first = pages_of(made(source))[0]
    (notice,) = (one for one in about(source).notices if "could not be read" in one)
    assert ": Study Design › Enrollment: 'many' is left out: " in notice
    assert squeezed(notice) in squeezed(first)
    assert "Phase not applicable" in first
    assert "https://clinicaltrials.gov/study/NCT01234567" in first


def test_tabs_can_be_chosen() -> None:
    content = made(sample(), panes=("design", "sites"))
    assert [t for t in outline_titles(content) if t in {pane.title for pane in PANES}] == [
        "Design",
        "Sites",
        "Sites",
    ]


def test_the_source_is_attached_and_the_bytes_are_the_same_each_time() -> None:
    source = sample()
    content = made(source)
    assert content == made(source)
    document = pypdfium2.PdfDocument(content)
    assert document.count_attachments() == 1
    attachment = document.get_attachment(0)
    assert attachment.get_name() == "NCT03816852.json"
    assert bytes(attachment.get_data()) == source.document


def check(source: Source, content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "full.pdf"
    file.write_bytes(content)
    report = pdfua.validate(str(file))
    assert not report.findings
    root = read_structure(content)
    assert [one for one in root.every("H1", "H2", "H3", "H4", "H5") if one.is_empty] == []
    for table in root.every("Table"):
        assert set(table.roles()) == {"TR"}
        assert len({sum(c.span for c in row.children) for row in table.children}) == 1
        assert {cell.scope for cell in table.children[0].children} == {"Column"}
    for item in root.every("LI"):
        assert set(item.roles()) <= {"Lbl", "LBody"}
    assert all(figure.alt for figure in root.every("Figure"))


def test_the_sample_is_tagged(tmp_path: Path) -> None:
    check(sample(), made(sample()), tmp_path)


@needs_records
@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_real_records_lose_no_word_of_their_tables_and_texts(path: Path, tmp_path: Path) -> None:
    source = source_of(path)
    content = made(source, Paper.LETTER)
    check(source, content, tmp_path)
    text = inner_text(pages_of(content))
    pages = full_record(source, Paper.LETTER, TODAY).pages
    body = squeezed("".join(line for page in pages for line in body_lines(page)))
    for pane in PANES:
        for section in pane_sections(pane, source):
            for said in strings(section):
                assert squeezed(said) in body, said
                # As it is drawn, a text that goes on over a page has a running head amid it.
                for word in said.split():
                    assert squeezed(word) in text, word
