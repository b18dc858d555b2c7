"""The writer of tagged files: what is marked as what, and what a file says of itself."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pdfua
import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT  # type: ignore[import-untyped]

from desktop_app.export.pdf.document import pdf_bytes
from desktop_app.export.pdf.marks import with_space
from desktop_app.export.pdf.pages import About, Attachment, Placed, SetPage
from desktop_app.export.typesetting.blocks import Block, Code, Frame, Jump, Line, Web
from desktop_app.export.typesetting.line_breaking import LineBreaker
from desktop_app.export.typesetting.setting import Setting
from desktop_app.export.typesetting.tags import (
    CELL,
    COLUMN_HEADER,
    DECORATION,
    ITEM,
    ITEM_BODY,
    ITEM_LABEL,
    PARAGRAPH,
    ROW,
    Role,
    Tag,
)
from tests.export.tag_reading import outline_titles, read_structure

SIZE = (595.0, 842.0)
ABOUT = About("A title", "A subject", date(2026, 11, 22))
SETTING = Setting(LineBreaker(), 10, 0.5)
HOSTILE = "a (b) \\ <b>&</b> %PDF endstream EMC ]]> ) Tj é 中"


def text(said: str, tag: Tag | None = None) -> Block:
    block = SETTING.paragraph(said, 400)
    return block.tagged(tag) if tag else block


def page(*blocks: Block, path: tuple[Tag, ...] = (), target: str = "") -> SetPage:
    placed = tuple(Placed(50, 50 + 40 * at, block, path) for at, block in enumerate(blocks))
    return SetPage(SIZE, placed, target)


def opened(*pages: SetPage, attachments: tuple[Attachment, ...] = ()) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf_bytes(pages, ABOUT, attachments)))


def marks(pdf: pikepdf.Pdf, number: int = 0) -> list[str]:
    """Return what begins and ends stretches of a page's content, in order."""
    found = []
    for one in pikepdf.parse_content_stream(pdf.pages[number]):
        if str(one.operator) in ("BDC", "BMC"):
            found.append(str(one.operands[0]).lstrip("/"))
        elif str(one.operator) == "EMC":
            found.append("end")
    return found


def test_text_is_a_paragraph_and_lines_are_decoration() -> None:
    pdf = opened(page(text("one"), Block(1, (Line(0, 0, 9, 0), Line(0, 1, 9, 1))), text("two")))
    assert marks(pdf) == ["P", "end", "Artifact", "end", "P", "end"]


def test_what_is_marked_as_decoration_is_not_in_the_structure() -> None:
    pages = [page(text("running head", DECORATION), text("text"))]
    assert read_structure(pdf_bytes(pages, ABOUT)).roles() == ["P"]


def test_a_table_that_goes_on_over_pages_is_one_table() -> None:
    path = (Tag(Role.TABLE, key="t"),)
    row = Block(20, (), ((0, 0, text("a", CELL)), (90, 0, Block(0, tag=CELL))), ROW)
    head = Block(20, (), ((0, 0, text("A", COLUMN_HEADER)), (90, 0, text("B", COLUMN_HEADER))), ROW)
    root = read_structure(pdf_bytes([page(head, row, path=path), page(row, path=path)], ABOUT))
    (table,) = root.children
    assert table.roles() == ["TR"] * 3
    assert [cell.scope for cell in table.children[0].children] == ["Column"] * 2
    assert table.children[2].roles() == ["TD", "TD"]


def test_the_first_paragraph_of_a_cell_is_its_own_text_and_others_are_paragraphs() -> None:
    two = Block(40, (), ((0, 0, text("a", PARAGRAPH)), (0, 20, text("b", PARAGRAPH))), ITEM_BODY)
    (body,) = read_structure(pdf_bytes([page(two)], ABOUT)).children
    assert (body.role, body.marks, body.roles()) == ("LBody", 1, ["P"])


def test_a_list_says_what_its_labels_are() -> None:
    def kinds(tag: Tag) -> list[str]:
        item = Block(20, (), ((0, 0, text("1", ITEM_LABEL)), (9, 0, text("x", ITEM_BODY))), ITEM)
        pdf = opened(page(item, path=(tag,)))
        (found,) = (one for one in pdf.objects if "/ListNumbering" in getattr(one, "A", {}))
        return [str(found.S), str(found.A.ListNumbering)]

    assert kinds(Tag(Role.LIST, key="l")) == ["/L", "/Decimal"]
    assert kinds(Tag(Role.LIST, key="l", numbering="Disc")) == ["/L", "/Disc"]


def test_a_box_to_tick_is_a_figure_that_says_what_it_is_for() -> None:
    box = Block(10, (Frame(0, 0, 10, 10),), (), Tag(Role.FIGURE, alt="Yes, box to tick"))
    (figure,) = read_structure(pdf_bytes([page(box)], ABOUT)).every("Figure")
    assert figure.alt == "Yes, box to tick"


def test_headings_make_the_outline_and_none_skips_a_level() -> None:
    pages = [
        page(text("x", Tag(Role.TITLE, title="One")), text("y", Tag(Role.SUBHEADING, title="Two")))
    ]
    content = pdf_bytes(pages, ABOUT)
    assert outline_titles(content) == ["One", "Two"]
    with pikepdf.open(BytesIO(content)) as pdf:
        assert pdf.Root.PageMode == "/UseOutlines"


def test_links_are_in_the_structure_and_say_where_they_lead() -> None:
    code = Block(46, (Code("https://example.org/a", 0, 0, 46),))
    web = Block(12, (Web("https://example.org/b", 0, 0, 90, 12),))
    jump = Block(12, (Jump("there", "to the next page", 0, 0, 90, 12),))
    pdf = opened(page(code, web, jump), page(text("here"), target="there"))
    said = [str(one.Contents) for one in pdf.pages[0].Annots]
    assert said == ["QR code of https://example.org/a", "https://example.org/b", "to the next page"]
    keys = [int(one.StructParent) for one in pdf.pages[0].Annots]
    nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    tree = dict(zip(map(int, nums[::2]), nums[1::2], strict=True))
    assert [str(tree[key].S) for key in keys] == ["/Link"] * 3
    assert sorted(tree) == list(tree)
    assert pdf.pages[0].Tabs == "/S"


def test_each_mark_finds_its_element_by_its_number() -> None:
    pdf = opened(page(text("one"), text("two", Tag(Role.TITLE, title="two"))), page(text("three")))
    nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    assert [[str(one.S) for one in entry] for entry in nums[1::2]] == [["/P", "/H1"], ["/P"]]
    assert [int(one.StructParents) for one in pdf.pages] == [int(key) for key in nums[::2]]


def test_the_file_says_what_it_is() -> None:
    pdf = opened(page(text("x")))
    assert bool(pdf.Root.MarkInfo.Marked)
    assert str(pdf.Root.Lang) == "en"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert str(pdf.docinfo.Title) == "A title"
    assert str(pdf.docinfo.CreationDate).startswith("D:20261122")
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "A title"
        assert metadata["pdfuaid:part"] == "1"


def test_attachments_come_out_byte_for_byte() -> None:
    content = bytes(range(256)) * 20
    files = (
        Attachment("b.json", content, "Source", "application/json"),
        Attachment("ä.txt", b"x", "T"),
    )
    pdf = opened(page(text("x")), attachments=files)
    assert pdf.attachments["b.json"].get_file().read_bytes() == content
    assert pdf.attachments["b.json"].get_file().mime_type == "application/json"
    assert pdf.attachments["ä.txt"].get_file().read_bytes() == b"x"
    assert [str(one.AFRelationship) for one in pdf.Root.AF] == ["/Source", "/Source"]


def test_the_same_pages_are_the_same_bytes() -> None:
    pages = [page(text(HOSTILE), text("two", Tag(Role.TITLE, title=HOSTILE)))]
    assert pdf_bytes(pages, ABOUT) == pdf_bytes(pages, ABOUT)
    other = About("A title", "A subject", date(2026, 11, 23))
    assert pdf_bytes(pages, ABOUT) != pdf_bytes(pages, other)


def test_texts_stand_for_themselves_everywhere(tmp_path: Path) -> None:
    box = Block(10, (Frame(0, 0, 10, 10),), (), Tag(Role.FIGURE, alt=HOSTILE))
    pages = [page(text(HOSTILE, Tag(Role.TITLE, title=HOSTILE)), box)]
    content = pdf_bytes(pages, About(HOSTILE, HOSTILE, ABOUT.day), ())
    assert outline_titles(content) == [HOSTILE]
    root = read_structure(content)
    assert root.every("Figure")[0].alt == HOSTILE
    with pikepdf.open(BytesIO(content)) as pdf:
        assert str(pdf.docinfo.Title) == HOSTILE
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == HOSTILE
    file = tmp_path / "hostile.pdf"
    file.write_bytes(content)
    assert not pdfua.validate(str(file)).findings


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_any_text_makes_a_file_that_can_be_read(said: str) -> None:
    tag = Tag(Role.HEADING, title=said)
    with opened(page(text(said, tag))) as pdf:
        assert len(pdf.pages) == 1


@pytest.mark.parametrize("count", [1, 249, 250, 251, 700])
def test_files_of_any_number_of_objects_are_whole(count: int) -> None:
    blocks = [text(f"paragraph {number}") for number in range(count)]
    content = pdf_bytes([page(*blocks)], ABOUT)
    assert len(read_structure(content).children) == count
    assert not re.search(rb"/StructElem", content), "elements are packed"
    with pikepdf.open(BytesIO(content)) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_lines_from_right_to_left_end_at_the_right() -> None:
    arabic, english = SETTING.paragraph("مرحبا", 400), SETTING.paragraph("Hello", 400)
    pdf = pypdfium2.PdfDocument(pdf_bytes([page(arabic, english)], ABOUT))
    boxes = [one.get_bounds() for one in pdf[0].get_objects() if one.type == FPDF_PAGEOBJ_TEXT]
    assert max(right for _, _, right, _ in boxes) == pytest.approx(450, abs=1.5)
    assert min(left for left, _, _, _ in boxes) == pytest.approx(50, abs=1.5)


@pytest.mark.parametrize(
    ("line", "is_spaced"),
    [
        ("word", True),
        ("immuno-", False),
        ("and/", False),
        ("신장 이식", True),
        ("临床试验", False),
        ("試験。", False),
        ("データー", False),
        ("การทดลอง", False),
        ("\U0001f642", True),
        ("\ufefb", True),
        ("", False),
    ],
)
def test_broken_lines_get_their_space_back_where_the_script_has_spaces(
    line: str, is_spaced: bool
) -> None:
    assert with_space(line) == (f"{line} " if is_spaced else line)
