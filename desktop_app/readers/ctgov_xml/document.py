"""Parses an XML document, and refuses one that was made to do harm."""

import xml.etree.ElementTree as ET
from xml.parsers import expat

from desktop_app.conventions import number_text
from desktop_app.errors import RecordFormatError
from desktop_app.languages import _
from desktop_app.readers.limits import Limits

_DEEPEST = Limits().nesting
_MOST_ELEMENTS = 1_000_000
"""The largest records known have 20,000; a million take some 200 MB of memory."""


def parse_xml(content: bytes) -> ET.Element:
    """Return the root of a document, which must be without a document type declaration.

    Declarations are where entities are made: those that grow a thousandfold and those that name
    other files. Records have none, so they are refused before anything is expanded. No other file
    is ever opened. Raises RecordFormatError.
    """
    tree = _GuardedTree()
    try:
        # Some programs leave blank lines before the XML declaration, where XML allows none.
        tree.parser.Parse(content.lstrip(b" \t\r\n"), True)
    except expat.ExpatError as error:
        words = _("It is not complete XML: {fault} at line {line}.")
        fault = expat.ErrorString(error.code)
        raise RecordFormatError(words.format(fault=fault, line=error.lineno)) from error
    except (LookupError, ValueError) as error:
        # Raised for a declared encoding that Python lacks, or whose characters vary in length.
        words = _("It is XML in an encoding that cannot be read: {fault}.")
        raise RecordFormatError(words.format(fault=error)) from error
    return tree.builder.close()


class _GuardedTree:
    """Builds a tree from what a parser reports, up to a depth and a number of elements."""

    def __init__(self) -> None:
        self.builder = ET.TreeBuilder()
        self.parser = expat.ParserCreate()
        self._depth = 0
        self._elements = 0
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self.builder.data
        self.parser.StartDoctypeDeclHandler = _refuse_declaration
        self.parser.EntityDeclHandler = _refuse_declaration
        self.parser.ExternalEntityRefHandler = _refuse_declaration

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > _DEEPEST:
            words = _("It is XML that is nested deeper than {count} elements.")
            raise RecordFormatError(words.format(count=_DEEPEST))
        if self._elements > _MOST_ELEMENTS:
            words = _("It is XML of more than {count} elements.")
            raise RecordFormatError(words.format(count=number_text(_MOST_ELEMENTS)))
        self.builder.start(tag, attributes)

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self.builder.end(tag)


def _refuse_declaration(*_parts: object) -> int:
    raise RecordFormatError(
        _(
            "It is XML with a document type declaration. Registry records have none, and such "
            "declarations can be made to do harm, so it is not read."
        )
    )
