import codecs
import time

import pytest

from desktop_app.errors import RecordFormatError
from desktop_app.readers.ctgov_xml.document import parse_xml

TEXT = "<clinical_study><brief_title>Étude ≥ 5 µg</brief_title></clinical_study>"
LATIN = "<clinical_study><brief_title>Étude 5 µg</brief_title></clinical_study>"

BILLION_LAUGHS = (
    '<!DOCTYPE r [<!ENTITY a0 "haha">'
    + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    + "]><clinical_study><brief_title>&a9;</brief_title></clinical_study>"
)
LONG_ENTITY = (
    f'<!DOCTYPE r [<!ENTITY a "{"x" * 100_000}">]><clinical_study>'
    + "&a;" * 100_000
    + "</clinical_study>"
)


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        b'<?xml version="1.0" encoding="UTF-8"?>\n' + TEXT.encode(),
        b'\r\n  <?xml version="1.0"?>' + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        ('<?xml version="1.0" encoding="UTF-16"?>' + TEXT).encode("utf-16"),
    ],
)
def test_utf_8_and_utf_16_are_read_with_and_without_mark_and_declaration(content: bytes) -> None:
    assert parse_xml(content).findtext("brief_title") == "Étude ≥ 5 µg"


@pytest.mark.parametrize("encoding", ["ISO-8859-1", "windows-1252"])
def test_a_declared_encoding_is_obeyed(encoding: str) -> None:
    content = f'<?xml version="1.0" encoding="{encoding}"?>{LATIN}'.encode(encoding)
    assert parse_xml(content).findtext("brief_title") == "Étude 5 µg"


@pytest.mark.parametrize("encoding", ["klingon", "shift_jis"])
def test_an_encoding_that_cannot_be_read_is_refused_with_a_sentence(encoding: str) -> None:
    content = f'<?xml version="1.0" encoding="{encoding}"?><clinical_study/>'.encode()
    with pytest.raises(RecordFormatError, match="XML in an encoding that cannot be read"):
        parse_xml(content)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", 1),
        (b"<clinical_study>\n<id_info>\n</clinical_study>", 3),
        (b"<clinical_study>\n\n<brief_title>cut off", 3),
        (b"<clinical_study/>\n<clinical_study/>", 2),
        (b"<clinical_study>\n\xff\xfe</clinical_study>", 2),
        (b"<clinical_study>&nbsp;</clinical_study>", 1),
        (b'{"protocolSection": {}}', 1),
    ],
)
def test_what_is_not_complete_xml_is_refused_with_its_line(content: bytes, line: int) -> None:
    with pytest.raises(RecordFormatError, match=f"It is not complete XML: .+ at line {line}\\."):
        parse_xml(content)


@pytest.mark.parametrize(
    "content",
    [
        "<!DOCTYPE clinical_study><clinical_study/>",
        '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/public.dtd"><clinical_study/>',
        '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/hostname">]><clinical_study>&f;</clinical_study>',
        '<!DOCTYPE r [<!ENTITY % p SYSTEM "file:///etc/hostname"> %p;]><clinical_study/>',
        BILLION_LAUGHS,
        BILLION_LAUGHS.replace("<brief_title>&a9;", '<brief_title x="&a9;">'),
        LONG_ENTITY,
    ],
)
def test_declarations_are_refused_before_anything_is_expanded(content: str) -> None:
    start = time.process_time()
    with pytest.raises(RecordFormatError, match="document type declaration"):
        parse_xml(content.encode())
    # Expanded, the smallest of those that grow would take many seconds.
    assert time.process_time() - start < 1


def test_nesting_of_100_is_read_and_of_101_refused() -> None:
    assert parse_xml(b"<a>" * 100 + b"</a>" * 100).tag == "a"
    with pytest.raises(RecordFormatError, match="nested deeper than 100"):
        parse_xml(b"<a>" * 101 + b"</a>" * 101)


def test_endless_nesting_is_refused_at_once() -> None:
    with pytest.raises(RecordFormatError, match="nested deeper than 100"):
        parse_xml(b"<a>" * 1_000_000)


def test_more_elements_than_any_record_has_are_refused() -> None:
    with pytest.raises(RecordFormatError, match="more than 1\u202f000\u202f000 elements"):
        parse_xml(b"<a>" + b"<b/>" * 1_000_000 + b"</a>")
