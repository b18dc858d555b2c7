"""Reads a page back, as anybody would who has the PDF file alone."""

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream


@dataclass(frozen=True)
class ReadPage:
    """What a PDF file holds; ``words`` is its text without white space."""

    page_count: int
    text: str
    words: str
    sizes: frozenset[float]
    fonts: frozenset[str]
    unembedded: frozenset[str]
    image_count: int
    line_widths: frozenset[float]
    greys: frozenset[float]
    metadata: dict[str, str]
    language: str
    addresses: tuple[str, ...]


def read_page(content: bytes) -> ReadPage:
    """Read the only page of a file."""
    reader = PdfReader(BytesIO(content))
    page = reader.pages[0]
    operations = ContentStream(page["/Contents"].get_object(), reader).operations
    resources: Any = page["/Resources"]
    fonts = {name: font.get_object() for name, font in resources["/Font"].items()}
    text = page.extract_text()
    return ReadPage(
        page_count=len(reader.pages),
        text=text,
        words=squeezed(text),
        sizes=_operands(operations, b"Tf", 1),
        fonts=frozenset(map(_name, fonts.values())),
        unembedded=frozenset(_name(font) for font in fonts.values() if not _is_embedded(font)),
        image_count=len(resources.get("/XObject", {})) + len(page.images),
        line_widths=_operands(operations, b"w", 0),
        greys=_operands(operations, b"g", 0),
        metadata={str(key): str(value) for key, value in (reader.metadata or {}).items()},
        language=str(reader.root_object.get("/Lang", "")),
        addresses=tuple(str(mark.get_object()["/A"]["/URI"]) for mark in page.get("/Annots", ())),
    )


def squeezed(text: str) -> str:
    """Return a text without white space, since lines break anywhere."""
    return re.sub(r"\s+", "", text)


def _operands(operations: list[tuple[Any, bytes]], operator: bytes, index: int) -> frozenset[float]:
    return frozenset(
        round(float(operands[index]), 3) for operands, name in operations if name == operator
    )


def _name(font: Any) -> str:
    return str(font.get("/BaseFont", font["/Subtype"]))


def _is_embedded(font: Any) -> bool:
    """A font of type 3 is drawn by the file itself."""
    is_drawn = font["/Subtype"] == "/Type3" and "/CharProcs" in font
    return "/ToUnicode" in font and (is_drawn or "/FontFile2" in font.get("/FontDescriptor", {}))
