"""Writes the structure of a document among the objects of its file.

A large record has tens of thousands of elements, so each is written as one ready text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject
from reportlab.pdfgen.canvas import Canvas

from desktop_app.export.pdf.structure import (
    AnnotationRef,
    Child,
    Element,
    MarkRef,
    Structure,
    elements_of,
)
from desktop_app.export.typesetting.tags import Role


class Written(PDFObject):
    """An object of the file that is written as it is."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.text = ""

    def format(self, document: Any) -> bytes:
        """Return the object as bytes; texts in it are escaped already."""
        return self.text.encode("latin-1")


@dataclass(slots=True)
class _Numbers:
    """The numbers of the objects that refer to each other."""

    document: Any
    pages: tuple[int, ...]
    annotations: tuple[int, ...]
    elements: dict[Element, int]

    def number_of(self, thing: PDFObject) -> int:
        return _registered(self.document, thing)


def _registered(document: Any, thing: PDFObject) -> int:
    name = document.Reference(thing).name
    number: int = document.idToObjectNumberAndVersion[name][0]
    return number


def add_structure(canvas: Canvas, structure: Structure) -> None:
    """Add the structure to the file that a canvas is about to save."""
    document: Any = canvas._doc  # type: ignore[attr-defined]  # not in the stubs
    pages = tuple(_registered(document, page) for page in document.Pages.pages)
    annotations = tuple(
        document.idToObjectNumberAndVersion[document.refAnnotation(f"NUMBER{count}").name][0]
        for count in range(1, len(structure.annotations) + 1)
    )
    tree, parents = Written(), Written()
    numbers = _Numbers(document, pages, annotations, {})
    top = numbers.number_of(tree)
    written = [(element, Written()) for element in elements_of(structure.root)]
    numbers.elements.update((element, numbers.number_of(one)) for element, one in written)
    for element, one in written:
        above = numbers.elements[element.parent] if element.parent else top
        one.text = _element(element, above, numbers)
    count = len(structure.pages) + len(structure.annotations)
    parents.text = _parent_tree(structure, numbers)
    tree.text = (
        f"<</Type /StructTreeRoot /K {numbers.elements[structure.root]} 0 R"
        f" /ParentTree {numbers.number_of(parents)} 0 R /ParentTreeNextKey {count}>>"
    )
    document.Catalog.StructTreeRoot = tree


def _element(element: Element, parent: int, numbers: _Numbers) -> str:
    tag = element.tag
    role = "Document" if element.parent is None else tag.role.value
    children = tuple(_children(element, numbers))
    page = _page_of(element)
    parts = [f"<</S /{role} /P {parent} 0 R"]
    if page is not None:
        parts.append(f"/Pg {numbers.pages[page]} 0 R")
    if children:
        parts.append(f"/K [{' '.join(children)}]" if children[1:] else f"/K {children[0]}")
    if tag.alt:
        parts.append(f"/Alt {_string(tag.alt)}")
    parts += _attributes(element)
    return " ".join(parts) + ">>"


def _attributes(element: Element) -> Iterator[str]:
    tag = element.tag
    if tag.role in (Role.HEADER, Role.CELL) and (tag.scope or tag.columns > 1):
        scope = f" /Scope /{tag.scope}" if tag.scope else ""
        span = f" /ColSpan {tag.columns}" if tag.columns > 1 else ""
        yield f"/A <</O /Table{scope}{span}>>"
    if tag.role is Role.FIGURE and element.box:
        box = " ".join(f"{edge:.1f}" for edge in element.box)
        yield f"/A <</O /Layout /Placement /Block /BBox [{box}]>>"


def _page_of(element: Element) -> int | None:
    """Return the page of the first mark of an element itself."""
    return next((child.page for child in element.children if isinstance(child, MarkRef)), None)


def _children(element: Element, numbers: _Numbers) -> Iterator[str]:
    page = _page_of(element)
    for child in element.children:
        said = _child(child, page, numbers)
        if said:
            yield said


def _child(child: Child, page: int | None, numbers: _Numbers) -> str:
    match child:
        case Element():
            # Of one without a number nothing is drawn.
            number = numbers.elements.get(child)
            return f"{number} 0 R" if number else ""
        case MarkRef(at, mark):
            if at == page:
                return str(mark)
            return f"<</Type /MCR /Pg {numbers.pages[at]} 0 R /MCID {mark}>>"
        case AnnotationRef(at, annotation):
            return (
                f"<</Type /OBJR /Pg {numbers.pages[at]} 0 R"
                f" /Obj {numbers.annotations[annotation]} 0 R>>"
            )


def _parent_tree(structure: Structure, numbers: _Numbers) -> str:
    """Return for each page the elements of its marks, and for each annotation its element."""
    entries = []
    for page, marks in enumerate(structure.pages):
        runs = (
            " ".join((f"{numbers.elements[element]} 0 R",) * len(list(same)))
            for element, same in groupby(marks)
        )
        entries.append(f"{page} [{' '.join(runs)}]")
    first = len(structure.pages)
    for number, element in enumerate(structure.annotations):
        entries.append(f"{first + number} {numbers.elements[element]} 0 R")
    return f"<</Nums [{' '.join(entries)}]>>"


def _string(text: str) -> str:
    """Return a text string: plain where it is ASCII, else in UTF-16 as hexadecimal digits."""
    if text.isascii():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
