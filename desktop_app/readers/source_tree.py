"""The whole source document as a tree of named values, made as far as somebody looks into it.

Nothing is interpreted: names, order and spelling are those of the document, duplicates and what no
model knows included.
"""

import json
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from desktop_app.readers.ctgov_xml.document import parse_xml
from desktop_app.readers.encodings import to_utf8
from desktop_app.readers.reading import SourceFormat


class Members(list[tuple[str, object]]):
    """The members of a JSON object in their order; a name may stand there twice."""


class Literal(str):
    """A number as it is spelled in the document."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text."""

    lines: tuple[str, ...]


@dataclass(eq=False)
class SourceNode:
    """An element of a document; ``path`` leads to it: ``protocolSection.designModule.phases[0]``.

    ``value`` is the text of an element without parts, and empty for others. ``row`` is its place
    among the parts of ``parent``.
    """

    name: str
    path: str
    raw: object = field(repr=False)
    parent: "SourceNode | None" = field(default=None, repr=False)
    row: int = 0

    @cached_property
    def children(self) -> list["SourceNode"]:
        """The parts, in their order."""
        return [
            SourceNode(name, below(self.path, step), raw, self, row)
            for row, (name, step, raw) in enumerate(parts_of(self.raw))
        ]

    @property
    def value(self) -> str:
        """The text of an element without parts."""
        return value_of(self.raw)


def read_source_tree(content: bytes, source: SourceFormat) -> SourceNode:
    """Return the root of a document, which has no name; raises RecordFormatError or ValueError."""
    if source == SourceFormat.CTGOV_JSON:
        return SourceNode("", "", _read_json(content))
    if source == SourceFormat.CTGOV_XML:
        element = parse_xml(content)
        return SourceNode("", "", Members([(element.tag, element)]))
    text = to_utf8(content).decode("utf-8", "replace")
    return SourceNode("", "", Lines(tuple(text.splitlines())))


def below(path: str, step: str) -> str:
    """Return the path of a part."""
    return path + step if path else step.lstrip("./")


def parts_of(raw: object) -> Iterator[tuple[str, str, object]]:
    """Yield the parts of a value: name, step on the path, and value."""
    if isinstance(raw, Members):
        for name, value in raw:
            yield name, f".{name}", value
    elif isinstance(raw, list):
        for number, value in enumerate(raw):
            yield f"[{number}]", f"[{number}]", value
    elif isinstance(raw, ET.Element):
        yield from _parts_of_element(raw)
    elif isinstance(raw, Lines):
        for number, line in enumerate(raw.lines, start=1):
            yield f"Line {number}", f"line {number}", line


def value_of(raw: object) -> str:
    """Return the text of a value without parts."""
    if isinstance(raw, str):
        return raw
    if raw is None or isinstance(raw, bool):
        return json.dumps(raw)
    return raw.text or "" if isinstance(raw, ET.Element) and _is_plain(raw) else ""


def as_json(raw: object, indent: str = "") -> str:
    """Return a part of a document as JSON, numbers as they are spelled there."""
    if isinstance(raw, Literal | bool | None):
        return value_of(raw)
    if isinstance(raw, str) or (isinstance(raw, ET.Element) and _is_plain(raw)):
        return json.dumps(value_of(raw), ensure_ascii=False)
    is_list = isinstance(raw, list) and not isinstance(raw, Members)
    inner = indent + "  "
    parts = [
        ("" if is_list else f"{json.dumps(name, ensure_ascii=False)}: ") + as_json(value, inner)
        for name, _, value in parts_of(raw)
    ]
    first, last = "[]" if is_list else "{}"
    if not parts:
        return first + last
    return first + "".join(f"\n{inner}{part}," for part in parts)[:-1] + f"\n{indent}{last}"


def _read_json(content: bytes) -> object:
    return json.loads(
        to_utf8(content).decode("utf-8", "replace"),
        object_pairs_hook=Members,
        parse_float=Literal,
        parse_int=Literal,
        parse_constant=Literal,
    )


def _is_plain(element: ET.Element) -> bool:
    return not len(element) and not element.attrib


def _parts_of_element(element: ET.Element) -> Iterator[tuple[str, str, object]]:
    """Yield attributes, then text and elements in their order; none of an element of text alone."""
    if _is_plain(element):
        return
    for name, value in element.attrib.items():
        yield f"@{name}", f"/@{name}", value
    if element.text and element.text.strip():
        yield "text()", "/text()", element.text
    counts, seen = Counter(one.tag for one in element), Counter[str]()
    for one in element:
        seen[one.tag] += 1
        number = f"[{seen[one.tag]}]" if counts[one.tag] > 1 else ""
        yield one.tag, f"/{one.tag}{number}", one
        if one.tail and one.tail.strip():
            yield "text()", "/text()", one.tail
