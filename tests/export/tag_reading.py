"""Reads the structure of a tagged file, as a screen reader finds it."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf


@dataclass(frozen=True)
class ReadElement:
    """An element with what it holds; ``marks`` counts its own stretches of content."""

    role: str
    children: tuple["ReadElement", ...]
    marks: int
    alt: str
    scope: str
    span: int
    language: str = ""

    def every(self, *roles: str) -> list["ReadElement"]:
        """Return the element and those below it that have one of some roles, in reading order."""
        own = [self] if self.role in roles else []
        return own + [found for child in self.children for found in child.every(*roles)]

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is read out of the element."""
        return not self.marks and all(child.is_empty for child in self.children)

    def roles(self) -> list[str]:
        """Return the roles of the children."""
        return [child.role for child in self.children]


def read_structure(content: bytes) -> ReadElement:
    """Return the root of a file's structure."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return _element(pdf.Root.StructTreeRoot.K)


def outline_titles(content: bytes) -> list[str]:
    """Return what the outline of a file names, in its order."""
    with pikepdf.open(BytesIO(content)) as pdf, pdf.open_outline() as outline:
        return [title for item in outline.root for title in _titles(item)]


def _titles(item: Any) -> Iterator[str]:
    yield item.title
    for child in item.children:
        yield from _titles(child)


def _element(found: Any) -> ReadElement:
    kids = found.get("/K", [])
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    elements = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    attributes = found.get("/A", {})
    return ReadElement(
        str(found.S).lstrip("/"),
        tuple(_element(kid) for kid in elements),
        len(kids) - len(elements),
        str(found.get("/Alt", "")),
        str(attributes.get("/Scope", "")).lstrip("/"),
        int(attributes.get("/ColSpan", 1)),
        str(found.get("/Lang", "")),
    )
