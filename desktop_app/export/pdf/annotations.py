"""Areas of a page that lead somewhere, each said in words and part of the structure."""

from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from desktop_app.export.addresses import in_ascii
from desktop_app.export.pdf.strings import one_line
from desktop_app.export.pdf.structure import Element, Structure
from desktop_app.export.typesetting.blocks import Jump


@dataclass(frozen=True, slots=True)
class Area:
    """An area of a page: left, lower, right and upper edge in points."""

    box: tuple[float, float, float, float]

    @classmethod
    def of(cls, left: float, top: float, width: float, height: float) -> "Area":
        """Return the area with an upper left corner and a size."""
        return cls((left, top - height, left + width, top))


def link_to_address(address: str) -> PDFDictionary:
    """Return the action that opens an address, once the reader's program has asked."""
    # An address of a file is ASCII (ISO 32000-1, 12.6.4.7).
    return PDFDictionary({"S": PDFName("URI"), "URI": PDFString(in_ascii(address))})


def link_to_place(canvas: Any, jump: Jump) -> PDFDictionary:
    """Return the action that goes to a heading."""
    return PDFDictionary({"S": PDFName("GoTo"), "D": canvas._bookmarkReference(jump.target)})


def annotate(
    canvas: Any,
    structure: Structure,
    element: Element,
    area: Area,
    words: str,
    action: PDFDictionary,
) -> None:
    """Put a link over an area, as a part of an element."""
    annotation = PDFDictionary(
        {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray([round(edge, 2) for edge in area.box]),
            "Border": PDFArray([0, 0, 0]),
            "Contents": PDFString(one_line(words)),
            "StructParent": structure.annotation(element),
            "A": action,
            "F": 4,
        }
    )
    canvas._addAnnotation(annotation)
