"""Writes the structure of a document among the objects of its file.

A large record has tens of thousands of elements, so each is written as one ready text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject

from desktop_app.export.pdf.compact import Written
from desktop_app.export.pdf.strings import one_line
from desktop_app.export.pdf.structure import (
    AnnotationRef,
    Child,
    Element,
    MarkRef,
    Structure,
    annotation_key,
    elements_of,
    page_key,
)
from desktop_app.export.typesetting.tags import Role


@dataclass(frozen=True, slots=True)
class StructureObjects:
    """The elements of a document as objects that are written after all others."""

    structure: Structure
    tree: Written
    parents: Written

    def objects(self, document: Any, first: int) -> Iterator[bytes]:
        """Yield the elements, and complete the two objects that name them."""
        elements = list(elements_of(self.structure.root))
        numbers = _Numbers(
            pages=tuple(_number(document, page) for page in document.Pages.pages),
            annotations=tuple(
                _number_of(document, document.refAnnotation(f"NUMBER{count}"))
                for count in range(1, len(self.structure.annotations) + 1)
            ),
            elements={element: first + at for at, element in enumerate(elements)},
        )
        above = _number(document, self.tree)
        for element in elements:
            parent = numbers.elements[element.parent] if element.parent else above
            yield _element(element, parent, numbers).encode("latin-1")
        self.parents.text = _parent_tree(self.structure, numbers).encode()
        self.tree.text = self._tree(document, first).encode()

    def _tree(self, document: Any, root: int) -> str:
        count = 2 * max(len(self.structure.pages), len(self.structure.annotations)) + 2
        parents = _number(document, self.parents)
        return (
            f"<</Type /StructTreeRoot /K {root} 0 R /ParentTree {parents} 0 R"
            f" /ParentTreeNextKey {count}>>"
        )


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers of the objects that refer to each other."""

    pages: tuple[int, ...]
    annotations: tuple[int, ...]
    elements: dict[Element, int]


def _number(document: Any, thing: PDFObject) -> int:
    return _number_of(document, document.Reference(thing))


def _number_of(document: Any, reference: Any) -> int:
    number: int = document.idToObjectNumberAndVersion[reference.name][0]
    return number


def add_structure(document: Any, structure: Structure) -> None:
    """Add the structure to a document that is about to be written."""
    tree, parents = Written(), Written()
    document.Catalog.StructTreeRoot = tree
    # Both have their numbers before the elements get theirs.
    document.Reference(tree)
    document.Reference(parents)
    document.later = StructureObjects(structure, tree, parents)


def _element(element: Element, parent: int, numbers: _Numbers) -> str:
    tag = element.tag
    role = "Document" if element.parent is None else tag.role._value_
    alt = f" /Alt {_string(one_line(tag.alt))}" if tag.alt else ""
    kids = _kids(element, numbers)
    language = f" /Lang ({element.language})" if element.language else ""
    return f"<</S /{role} /P {parent} 0 R{kids}{alt}{language}{_attributes(element)}>>"


def _kids(element: Element, numbers: _Numbers) -> str:
    """Return what an element holds; nearly all of a large record's hold a single mark."""
    held = element.children
    if len(held) == 1 and isinstance(held[0], MarkRef):
        return f" /Pg {numbers.pages[held[0].page]} 0 R /K {held[0].number}"
    page = _page_of(element)
    on_page = "" if page is None else f" /Pg {numbers.pages[page]} 0 R"
    children = tuple(_children(element, page, numbers))
    if not children:
        return on_page
    return f"{on_page} /K [{' '.join(children)}]" if children[1:] else f"{on_page} /K {children[0]}"


def _attributes(element: Element) -> str:
    tag = element.tag
    role = tag.role
    if role is Role.CELL or role is Role.HEADER:
        scope = f" /Scope /{tag.scope}" if tag.scope else ""
        span = f" /ColSpan {tag.columns}" if tag.columns > 1 else ""
        return f" /A <</O /Table{scope}{span}>>" if scope or span else ""
    if role is Role.LIST:
        return f" /A <</O /List /ListNumbering /{tag.numbering}>>"
    if role is Role.FIGURE and element.box:
        box = " ".join(f"{edge:.1f}" for edge in element.box)
        return f" /A <</O /Layout /Placement /Block /BBox [{box}]>>"
    return ""


def _page_of(element: Element) -> int | None:
    """Return the page of the first mark of an element itself."""
    return next((child.page for child in element.children if isinstance(child, MarkRef)), None)


def _children(element: Element, page: int | None, numbers: _Numbers) -> Iterator[str]:
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
    entries: list[tuple[int, str]] = []
    for page, marks in enumerate(structure.pages):
        runs = (
            " ".join((f"{numbers.elements[element]} 0 R",) * len(list(same)))
            for element, same in groupby(marks)
        )
        entries.append((page_key(page), f"[{' '.join(runs)}]"))
    for number, element in enumerate(structure.annotations):
        entries.append((annotation_key(number), f"{numbers.elements[element]} 0 R"))
    return f"<</Nums [{' '.join(f'{key} {said}' for key, said in sorted(entries))}]>>"


def _string(text: str) -> str:
    """Return a text string: plain where it is ASCII, else in UTF-16 as hexadecimal digits."""
    if text.isascii():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
