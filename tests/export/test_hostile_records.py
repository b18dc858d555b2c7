"""What a record may hold to work unseen in a file: none of it is lost, none of it works."""

import re
from datetime import date
from io import BytesIO
from itertools import chain
from xml.etree import ElementTree

import pikepdf
import pytest

from desktop_app.export.pdf.document import pdf_bytes
from desktop_app.export.pdf.pages import About, Placed, SetPage
from desktop_app.export.typesetting.blocks import Block, Web
from desktop_app.export.typesetting.line_breaking import LineBreaker
from desktop_app.export.typesetting.setting import Setting
from desktop_app.export.typesetting.tags import Role, Tag
from tests.export.sheet_reading import made, source_of
from tests.export.tag_reading import outline_titles, read_structure
from tests.studies import record_bytes

HOSTILE = "a\x00b\x01c\nd\r\ne\u2028f\x9b\ufffeg\uffffh\ufdd0 \U0001ffff\u202ei (\\) <b>"
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u202e\ufffe\uffff\ufdd0\U0001ffff]")
SETTING = Setting(LineBreaker(), 10, 0.5)


def written(*blocks: Block, title: str = "A title") -> bytes:
    placed = tuple(Placed(50, 50 + 40 * at, block) for at, block in enumerate(blocks))
    return pdf_bytes([SetPage((595, 842), placed)], About(title, title, date(2026, 11, 22)))


def heading(title: str) -> Block:
    return SETTING.paragraph("heading", 400).tagged(Tag(Role.HEADING, title=title))


def test_headings_beside_the_pages_have_one_line_and_nothing_unseen() -> None:
    titles = outline_titles(written(heading("one"), heading(HOSTILE), heading(" \u3000\n")))
    assert titles[0] == "one"
    assert re.sub("\ufffd", "", titles[1]) == "abc d e fgh [RLO]i (\\) <b>"
    assert len(titles) == 2, "nothing can be seen of a heading of white space"


def test_what_is_said_in_place_of_a_picture_holds_nothing_unseen() -> None:
    figure = Block(9, SETTING.paragraph("x", 9).marks, (), Tag(Role.FIGURE, alt=HOSTILE))
    (said,) = (one.alt for one in read_structure(written(figure)).every("Figure"))
    assert "g" in said
    assert not UNSEEN.search(said)


def test_properties_of_a_file_are_valid_xml_without_anything_unseen() -> None:
    with pikepdf.open(BytesIO(written(title=HOSTILE))) as pdf:
        packet = ElementTree.fromstring(pdf.Root.Metadata.read_bytes())
        texts = [*packet.itertext(), str(pdf.docinfo["/Title"]), str(pdf.docinfo["/Subject"])]
    said = [text for text in texts if "[RLO]i" in text]
    assert len(said) == 4
    assert not any(UNSEEN.search(text) for text in said)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/%C3%A4?a=(b)&c=d#e", "https://example.org/%C3%A4?a=(b)&c=d#e"),
        ("https://example.org/ä 研\ud800\n", "https://example.org/%C3%A4%20%E7%A0%94%3F%0A"),
    ],
)
def test_addresses_are_ascii(address: str, expected: str) -> None:
    with pikepdf.open(BytesIO(written(Block(9, (Web(address, 0, 0, 9, 9),))))) as pdf:
        (link,) = pdf.pages[0]["/Annots"]
        assert bytes(link.A.URI).decode("ascii") == expected


def test_no_address_of_a_record_is_followed_that_is_not_one_address_of_the_web() -> None:
    urls = [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://example.org/a and more",
        'https://example.org/"onclick',
        "https://example.org/whole",
    ]
    links = [{"label": f"Link {url}", "url": url} for url in urls]
    record = record_bytes(referencesModule={"seeAlsoLinks": links})
    with pikepdf.open(BytesIO(made("full", [source_of(record)]))) as pdf:
        found = chain.from_iterable(page.get("/Annots", ()) for page in pdf.pages)
        followed = {str(one.A.URI) for one in found if "/URI" in one.A}
    assert followed == {urls[-1]}
