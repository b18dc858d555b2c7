"""Writes sections as HTML, with headings that follow each other without gaps."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from desktop_app.export.html.anchors import Anchors
from desktop_app.export.html.figures import words_of, written_figure
from desktop_app.export.html.links import written_link
from desktop_app.export.html.lists import written_fields, written_items, written_prose
from desktop_app.export.html.markup import element, line, stacked, worded
from desktop_app.export.html.revisions import written_revision
from desktop_app.export.html.tables import written_table
from desktop_app.presentation.section import (
    Block,
    FactGrid,
    Field,
    FieldList,
    Figure,
    ItemList,
    Link,
    Paragraph,
    Prose,
    Revision,
    Section,
    SideBySide,
    Table,
)

CHAPTER, DEEPEST = 2, 6
"""The levels of the headings of chapters, and of the lowest heading that there is."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a section stands: the level of its heading, and the titles above it.

    Without ``anchors`` it is a part to be pasted elsewhere: it has no ids, and its pictures are
    told in words.
    """

    level: int
    anchors: Anchors | None = None
    path: tuple[str, ...] = ()
    title: str = ""
    """Of the section that stands here."""


@dataclass(frozen=True, slots=True)
class Written:
    """A section as markup, with what the contents of a page need of it."""

    title: str
    id: str
    html: str


def write_section(section: Section, place: Place) -> Written:
    """Return a section; one without a title is no level of its own."""
    id = place.anchors.new(*place.path, section.title) if place.anchors and section.title else ""
    within = replace(place, title=section.title or place.title)
    if section.title:
        within = replace(within, level=place.level + 1, path=(*place.path, section.title))
    parts = [_heading(section, place.level, id)] if section.title else []
    parts += _blocks(section.blocks, within)
    # Only chapters are landmarks: with many of them nobody finds a way.
    labelled = id if place.level == CHAPTER else ""
    html = stacked("section" if id else "div", parts, aria_labelledby=labelled)
    return Written(section.title, id, html)


def heading(level: int, content: str, id: str = "") -> str:
    """Return a heading around markup; below the lowest one, what says that it is a heading."""
    if level <= DEEPEST:
        return element(f"h{level}", content, id=id)
    return element("p", content, id=id, class_="heading", role="heading", aria_level=str(level))


def _heading(section: Section, level: int, id: str) -> str:
    note = element("span", line(section.note), class_="note") if section.note else ""
    title = line(section.title)
    return heading(level, f"{title} {note}" if note else title, id)


def _blocks(blocks: tuple[Block, ...], place: Place) -> Iterator[str]:
    for block in blocks:
        if written := _block(block, place):
            yield written


def _block(block: Block, place: Place) -> str:
    match block:
        case Field():
            return written_fields((block,), "fields")
        case FactGrid():
            return written_fields(block.fields, "facts")
        case FieldList():
            return written_fields(block.fields, "fields")
        case Paragraph():
            return worded("p", block.text, class_="quiet" if block.is_quiet else "")
        case Prose():
            return written_prose(block.blocks)
        case ItemList():
            return written_items(block.items) if block.items else ""
        case Table():
            return written_table(block, place.title, is_pasted=place.anchors is None)
        case Figure():
            return _figure(block, place)
        case Link():
            return written_link(block)
        case Revision():
            return written_revision(block)
        case SideBySide():
            both = (write_section(one, place).html for one in (block.left, block.right))
            return stacked("div", both, class_="beside")
        case Section():
            return write_section(block, place).html
        case _:
            assert_never(block)


def _figure(figure: Figure, place: Place) -> str:
    if place.anchors:
        return written_figure(figure, place.title)
    return f"{worded('p', figure.title)}\n{words_of(figure)}"
