"""A packet: sheets of several studies in one file."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pdfua
import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest

from desktop_app.command_line.contexts import source_of_record
from desktop_app.export.paper import Paper
from desktop_app.export.sheets import Order, make_packet, make_sheet, sheet_called
from desktop_app.export.source import Source
from desktop_app.readers.reading import ReadRecord
from desktop_app.readers.sources import read_sources
from desktop_app.resource_files import resource_path
from tests.export.tag_reading import outline_titles, read_structure

ORDER = Order(Paper.A4, date(2026, 11, 22))
BRIEF = sheet_called("brief")


def source() -> Source:
    (record,) = read_sources([resource_path("samples", "NCT03816852.json")])
    assert isinstance(record, ReadRecord)
    return source_of_record(record, ORDER.today)


def sources(count: int) -> list[Source]:
    return [replace(source(), document_name=f"NCT0381685{number}.json") for number in range(count)]


def test_each_study_has_its_page_where_the_contents_say() -> None:
    made = make_packet(BRIEF, sources(3), ORDER)
    document = pypdfium2.PdfDocument(made.content)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    assert len(texts) == 4
    assert re.findall(r"(\d)\s*$", texts[0].split("Printed on")[1].split("page")[0], re.M)
    for number, text in enumerate(texts[1:], 2):
        assert f"packet page {number} of 4" in text
    assert made.name == "packet_of_3_brief_2026-11-22.pdf"


def test_each_study_is_a_part_of_its_own() -> None:
    root = read_structure(make_packet(BRIEF, sources(2), ORDER).content)
    assert root.roles()[-2:] == ["Part", "Part"]
    assert len(root.every("TOCI")) == 2
    assert [len(part.every("H1")) for part in root.children[-2:]] == [1, 1]


def test_all_records_are_attached() -> None:
    document = pypdfium2.PdfDocument(make_packet(BRIEF, sources(3), ORDER).content)
    assert document.count_attachments() == 3


def test_records_of_one_name_are_all_attached_under_names_that_differ() -> None:
    first, other = sources(1)[0], replace(sources(1)[0], document=b"another version")
    named = replace(first, document_name="nct03816850_2.JSON")
    made = make_packet(BRIEF, [first, named, other, first], ORDER)
    with pikepdf.open(BytesIO(made.content)) as pdf:
        held = {name: file.get_file().read_bytes() for name, file in pdf.attachments.items()}
    assert held == {
        "NCT03816850.json": first.document,
        "nct03816850_2.JSON": first.document,
        "NCT03816850_3.json": b"another version",
        "NCT03816850_4.json": first.document,
    }


def test_contents_within_a_packet_lead_to_the_same_study() -> None:
    made = make_packet(sheet_called("full"), sources(2), ORDER)
    with pikepdf.open(BytesIO(made.content)) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        found = []
        for page in pdf.pages[1:]:
            for link in page.get("/Annots", []):
                if link.A.S == "/GoTo":
                    target: pikepdf.Object = link.A.D[0]
                    found.append((numbers[page.obj.objgen], numbers[target.objgen]))
    pages = (len(numbers) - 1) // 2
    assert len({start for start, _ in found}) == 2
    assert all(0 < end - start < pages for start, end in found), found


def test_more_studies_than_a_sheet_takes_become_a_packet() -> None:
    assert make_sheet(BRIEF, sources(2), ORDER).content == (
        make_packet(BRIEF, sources(2), ORDER).content
    )


@pytest.mark.parametrize(
    ("sheet_id", "count"), [("comparison", 7), ("comparison", 1), ("brief", 0)]
)
def test_no_sheet_is_made_of_fewer_or_more_studies_than_it_takes(sheet_id: str, count: int) -> None:
    with pytest.raises(ValueError, match=f"{count} studies"):
        make_sheet(sheet_called(sheet_id), sources(count), ORDER)


def test_names_of_files_tell_studies_sheet_and_day() -> None:
    brief, compared = sheet_called("brief"), sheet_called("comparison")
    assert brief.file_name(sources(1), ORDER.today) == "NCT03816852_brief_2026-11-22.pdf"
    two, three = (
        compared.file_name(sources(count), ORDER.today).split("NCT03816852") for count in (2, 3)
    )
    assert two == ["", "_", "_comparison_2026-11-22.pdf"]
    assert three == ["", "_", "_and_1_more_comparison_2026-11-22.pdf"]


def test_who_waits_hears_of_each_study_before_it_is_set() -> None:
    heard: list[str] = []
    make_packet(BRIEF, sources(2), ORDER, lambda one: heard.append(one.document_name))
    assert heard == ["NCT03816850.json", "NCT03816851.json"]


def test_sixty_studies_have_contents_of_several_pages() -> None:
    made = make_packet(BRIEF, sources(1) * 60, ORDER)
    document = pypdfium2.PdfDocument(made.content)
    assert len(document) > 61
    first = len(document) - 60
    assert f"packet page {first + 1} of {len(document)}" in (
        document[first].get_textpage().get_text_bounded()
    )
    assert len(outline_titles(made.content)) > 120


def test_a_packet_is_tagged(tmp_path: Path) -> None:
    file = tmp_path / "packet.pdf"
    file.write_bytes(make_packet(BRIEF, sources(2), ORDER).content)
    assert not pdfua.validate(str(file)).findings
