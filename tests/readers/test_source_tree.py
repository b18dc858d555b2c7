import json

import pytest

from desktop_app.errors import RecordFormatError
from desktop_app.readers.reading import SourceFormat
from desktop_app.readers.source_filter import narrowed
from desktop_app.readers.source_tree import SourceNode, as_json, read_source_tree
from tests.real_records import needs_records, record_files

JSON = b"""\xef\xbb\xbf{"b": {"phases": ["PHASE2", "PHASE3"], "phases": []},
 "a": {"lat": 38.90, "n": 1E5, "big": 123456789012345678901234567890, "ok": true, "no": null,
 "text": "\\u00b5g & <b>"}}"""
XML = b"""<?xml version="1.0"?><study rank="1"><site>A</site><site status="open">B<zip/>tail</site>
<title lang="en">T</title></study>"""


def tree(content: bytes = JSON, form: SourceFormat = SourceFormat.CTGOV_JSON) -> SourceNode:
    return read_source_tree(content, form)


def flat(node: SourceNode) -> list[tuple[str, str]]:
    """Return path and value of every element below a node, in order."""
    found = []
    for part in node.children:
        found.append((part.path, part.value))
        found += flat(part)
    return found


def test_json_is_shown_in_its_order_with_what_stands_there_twice() -> None:
    assert [path for path, _ in flat(tree())][:5] == [
        "b",
        "b.phases",
        "b.phases[0]",
        "b.phases[1]",
        "b.phases",
    ]


def test_values_are_spelled_as_in_the_document() -> None:
    values = dict(flat(tree()))
    assert values["a.lat"] == "38.90"
    assert values["a.n"] == "1E5"
    assert values["a.big"] == "123456789012345678901234567890"
    assert values["a.ok"] == "true"
    assert values["a.no"] == "null"
    assert values["a.text"] == "\u00b5g & <b>"


def test_xml_is_shown_with_attributes_and_mixed_text() -> None:
    assert flat(tree(XML, SourceFormat.CTGOV_XML)) == [
        ("study", ""),
        ("study/@rank", "1"),
        ("study/site[1]", "A"),
        ("study/site[2]", ""),
        ("study/site[2]/@status", "open"),
        ("study/site[2]/text()", "B"),
        ("study/site[2]/zip", ""),
        ("study/site[2]/text()", "tail"),
        ("study/title", ""),
        ("study/title/@lang", "en"),
        ("study/title/text()", "T"),
    ]


def test_a_page_is_shown_line_by_line() -> None:
    page = tree("One\r\n\r\nTwo µ".encode(), SourceFormat.REGISTRY_PAGE)
    assert flat(page) == [("line 1", "One"), ("line 2", ""), ("line 3", "Two µ")]
    assert page.children[2].name == "Line 3"


def test_xml_that_declares_types_is_refused() -> None:
    with pytest.raises(RecordFormatError):
        tree(b"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", SourceFormat.CTGOV_XML)


def test_a_part_becomes_json_that_says_the_same() -> None:
    whole = tree()
    assert json.loads(as_json(whole.raw)) == json.loads(JSON.decode("utf-8-sig"))
    assert as_json(whole.children[0].children[0].raw) == '[\n  "PHASE2",\n  "PHASE3"\n]'
    assert '"lat": 38.90' in as_json(whole.children[1].raw)
    assert as_json(whole.children[0].children[1].raw) == "[]"
    site = tree(XML, SourceFormat.CTGOV_XML).children[0].children[2]
    assert json.loads(as_json(site.raw))["@status"] == "open"


def test_words_leave_the_elements_that_hold_them_and_what_these_stand_in() -> None:
    found, count = narrowed(tree(), "phase3")
    assert count == 1
    assert flat(found) == [("b", ""), ("b.phases", ""), ("b.phases[1]", "PHASE3")]
    assert [part.row for part in found.children[0].children[0].children] == [0]


def test_an_element_of_that_name_keeps_its_parts() -> None:
    found, count = narrowed(tree(), "PHASES")
    assert count == 2
    assert ("b.phases[0]", "PHASE2") in flat(found)


def test_all_words_must_be_in_one_element() -> None:
    assert narrowed(tree(), "lat 38")[1] == 1
    assert narrowed(tree(), "lat phase2")[1] == 0
    whole = tree()
    assert narrowed(whole, "  ") == (whole, 0)


@needs_records
def test_real_records_keep_every_value() -> None:
    for file in record_files("ctgov_json", step=97):
        content = file.read_bytes()
        assert json.loads(as_json(tree(content).raw)) == json.loads(content)
    for file in record_files("ctgov_xml", "*.xml", step=41):
        paths = [path for path, _ in flat(tree(file.read_bytes(), SourceFormat.CTGOV_XML))]
        assert len(paths) == len(set(paths))
