"""Parses an XML document, and refuses one that was made to do harm."""

import xml.etree.ElementTree as ET
from xml.parsers import expat

from desktop_app.errors import RecordFormatError
from desktop_app.readers.limits import Limits

_DEEPEST = Limits().nesting
_PIECE = 64 * 1024
"""Bytes parsed at once; what a handler refuses goes on no longer than to the end of a piece."""


def parse_xml(content: bytes, deepest: int = _DEEPEST) -> ET.Element:
    """Return the root of a document, which must be without a document type declaration.

    Declarations are where entities are made: those that grow a thousandfold and those that name
    other files. Records have none, so they are refused before anything is expanded. No other file
    is ever opened. Raises RecordFormatError.
    """
    tree = _GuardedTree(deepest)
    parser = tree.parser
    # Some programs leave blank lines before the declaration, where XML allows none.
    view = memoryview(content.lstrip(b" \t\r\n"))
    try:
        for start in range(0, len(view), _PIECE):
            parser.Parse(view[start : start + _PIECE].tobytes(), False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        fault = f"{expat.ErrorString(error.code)} at line {error.lineno}"
        raise RecordFormatError(f"It is not complete XML: {fault}.") from error
    except (LookupError, ValueError) as error:
        # Raised for a declared encoding that Python lacks or that has no fixed width.
        raise RecordFormatError(
            f"It is XML in an encoding that cannot be read: {error}."
        ) from error
    return tree.builder.close()


class _GuardedTree:
    """Builds a tree from what a parser reports, up to a depth."""

    def __init__(self, deepest: int) -> None:
        self.builder = ET.TreeBuilder()
        self.parser = expat.ParserCreate(intern={})
        self._deepest = deepest
        self._depth = 0
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self.builder.data
        self.parser.StartDoctypeDeclHandler = _refuse_declaration
        self.parser.EntityDeclHandler = _refuse_declaration
        self.parser.ExternalEntityRefHandler = _refuse_declaration

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > self._deepest:
            raise RecordFormatError(f"It is XML that is nested deeper than {self._deepest}.")
        self.builder.start(tag, attributes)

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self.builder.end(tag)


def _refuse_declaration(*_: object) -> int:
    raise RecordFormatError(
        "It is XML with a document type declaration. Registry records have none; it is not read, "
        "because such declarations can be made to do harm."
    )
