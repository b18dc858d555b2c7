"""Every sheet of real records: some of them, or all with TRIALVIEWER_ALL_RECORDS=1."""

import os
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pdfua
import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest

from desktop_app.command_line.contexts import source_of_record
from desktop_app.export.paper import Paper
from desktop_app.export.sheets import SHEETS, Order, Sheet, make_sheet
from desktop_app.export.source import Source
from desktop_app.readers.reading import ReadRecord
from desktop_app.readers.sources import read_sources
from tests.export.tag_reading import ReadElement, read_structure
from tests.real_records import needs_records, record_files

TODAY = date(2026, 11, 22)
STEP = 1 if os.environ.get("TRIALVIEWER_ALL_RECORDS") else 149
FILES = [
    *record_files("ctgov_json", "*.json", STEP),
    *record_files("ctgov_xml", "*.xml", STEP),
    *record_files("ctgov_json_partial", "*.json", STEP),
]
ONE_PAGE = ("brief", "comparison")


def sources_of(file: Path) -> list[Source]:
    return [
        source_of_record(one, TODAY) for one in read_sources([file]) if isinstance(one, ReadRecord)
    ]


@needs_records
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_sheet_of_a_record_is_sound(file: Path, tmp_path: Path) -> None:
    for source in sources_of(file)[:1]:
        for number, sheet in enumerate(SHEETS):
            paper = Paper.LETTER if number % 2 else Paper.A4
            made = make_sheet(sheet, (source,) * sheet.least, Order(paper, TODAY))
            check(sheet, made.content, source, tmp_path / "sheet.pdf")


def check(sheet: Sheet, content: bytes, source: Source, target: Path) -> None:
    target.write_bytes(content)
    assert not pdfua.validate(str(target)).findings
    check_structure(read_structure(content))
    check_fonts(content)
    document = pypdfium2.PdfDocument(content)
    assert len(document) == 1 or sheet.id not in ONE_PAGE
    assert document.count_attachments() == sheet.least
    assert bytes(document.get_attachment(0).get_data()) == source.document
    assert all(len(page.get_textpage().get_text_bounded()) > 20 for page in document)


def check_structure(root: ReadElement) -> None:
    headings = root.every("H1", "H2", "H3", "H4", "H5")
    assert headings[0].role == "H1"
    assert not [one for one in headings if one.is_empty]
    levels = [int(one.role[1]) for one in headings]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(set(one.roles()) <= {"LI", "L"} for one in root.every("L"))
    assert all(set(one.roles()) <= {"Lbl", "LBody"} for one in root.every("LI"))
    assert all(one.alt for one in root.every("Figure"))
    for table in root.every("Table"):
        assert set(table.roles()) == {"TR"}
        assert len({sum(cell.span for cell in row.children) for row in table.children}) == 1
        assert table.every("TH")


def check_fonts(content: bytes) -> None:
    with pikepdf.open(BytesIO(content)) as pdf:
        for page in pdf.pages:
            for font in page.Resources.Font.values():
                assert "/ToUnicode" in font
                # Boxes for what no font has are drawn by the file itself.
                assert font.Subtype == "/Type3" or "/FontFile2" in font.FontDescriptor
