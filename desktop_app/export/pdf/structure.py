"""The structure of a tagged file while its pages are drawn: elements with what belongs to them.

An element's children are elements and marks of pages, in reading order, which is the order of
drawing.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from typing import Union

from desktop_app.export.typesetting.tags import Role, Tag

_TEXT_HOLDERS = frozenset(
    (Role.CELL, Role.HEADER, Role.ITEM_BODY, Role.ITEM_LABEL, Role.CONTENTS_ITEM)
)
"""Their first paragraph is their own text."""

_GROUPS = frozenset(
    (Role.PART, Role.SECTION, Role.LIST, Role.ITEM, Role.TABLE, Role.ROW, Role.CONTENTS)
)
"""They hold elements, and no text of their own."""


@dataclass(frozen=True, slots=True)
class MarkRef:
    """A marked stretch of a page's content."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class AnnotationRef:
    """An annotation, by its number in the file."""

    page: int
    number: int


Child = Union["Element", MarkRef, AnnotationRef]


@dataclass(slots=True, eq=False)
class Element:
    """An element; ``box`` is what a figure covers, in points of its page.

    ``language`` is that of its text where it is not that of the file. ``is_held`` tells whether
    anything is drawn of it; an empty cell counts, for its column.
    """

    tag: Tag
    parent: "Element | None"
    children: list[Child] = field(default_factory=list)
    keyed: dict[Hashable, "Element"] = field(default_factory=dict)
    box: tuple[float, float, float, float] | None = None
    language: str = ""
    is_held: bool = False

    def child(self, tag: Tag) -> "Element":
        """Return the child for a tag: a new one, or the one with its key."""
        if tag.key is not None and tag.key in self.keyed:
            return self.keyed[tag.key]
        is_own_text = tag.role is Role.PARAGRAPH and self.tag.role in _TEXT_HOLDERS
        if is_own_text and not self.children:
            if tag.key is not None:
                self.keyed[tag.key] = self
            return self
        made = Element(tag, self)
        self.children.append(made)
        if tag.key is not None:
            self.keyed[tag.key] = made
        if tag.role is Role.CELL or tag.role is Role.HEADER:
            made.hold()
        return made

    def hold(self) -> None:
        """Note that something is drawn of the element, and so of all that hold it."""
        one: Element | None = self
        while one is not None and not one.is_held:
            one.is_held = True
            one = one.parent

    @property
    def is_group(self) -> bool:
        """Tell whether text in the element needs a paragraph."""
        return self.parent is None or self.tag.role in _GROUPS


@dataclass(slots=True, eq=False)
class Structure:
    """The elements of a document, and of each page the elements of its marks by their numbers."""

    root: Element = field(default_factory=lambda: Element(Tag(Role.PART), None))
    pages: list[list[Element]] = field(default_factory=list)
    annotations: list[Element] = field(default_factory=list)

    def begin_page(self) -> None:
        """Begin the next page."""
        self.pages.append([])

    def mark(self, element: Element) -> int:
        """Return the number of the next mark of the page, which belongs to an element."""
        marks = self.pages[-1]
        element.children.append(MarkRef(len(self.pages) - 1, len(marks)))
        element.hold()
        marks.append(element)
        return len(marks) - 1

    def annotation(self, element: Element) -> int:
        """Return the key of the next annotation, which belongs to an element."""
        number = len(self.annotations)
        element.children.append(AnnotationRef(len(self.pages) - 1, number))
        element.hold()
        self.annotations.append(element)
        return annotation_key(number)


def page_key(number: int) -> int:
    """Return the key of a page in the parent tree, which has keys of pages and of annotations."""
    # How many pages there will be is not known while they are drawn.
    return 2 * number


def annotation_key(number: int) -> int:
    """Return the key of an annotation in the parent tree."""
    return 2 * number + 1


def elements_of(element: Element) -> Iterator[Element]:
    """Yield an element and all below it that hold something, parents first."""
    stack = [element]
    while stack:
        one = stack.pop()
        yield one
        for child in reversed(one.children):
            if isinstance(child, Element) and child.is_held:
                stack.append(child)
