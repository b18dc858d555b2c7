"""Sections as pieces: what a tab shows, set for paper."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from desktop_app.export.addresses import can_follow
from desktop_app.export.flow.grid import grid_pieces
from desktop_app.export.flow.lists import field_pieces, item_pieces, prose_pieces
from desktop_app.export.flow.pieces import Piece, spaced, within
from desktop_app.export.flow.revisions import marked_block
from desktop_app.export.flow.tables import table_pieces
from desktop_app.export.flow.texts import text_block
from desktop_app.export.pictures.paper_measure import PaperMeasure
from desktop_app.export.typesetting.blocks import Block, Drawing, Web, stacked
from desktop_app.export.typesetting.fonts import BOLD
from desktop_app.export.typesetting.setting import Setting, Style
from desktop_app.export.typesetting.tags import HEADINGS, SECTION, Role, Tag
from desktop_app.presentation import section as content
from desktop_app.presentation.section import Section
from desktop_app.punctuation import with_note

_SIZES = (1.6, 1.35, 1.15, 1.0, 1.0)
"""Of headings by their level, in sizes of running text."""
_ABOVE = (2.0, 1.7, 1.2, 0.8, 0.6)
_READING = 47.0
"""The widest running text, in type sizes: about 95 characters."""
_TALLEST = 0.9
"""Of the page: a picture that would be taller is told in words."""


@dataclass(frozen=True, slots=True)
class Measure:
    """The room for a flow: its width, and the height of a page, in points."""

    width: float
    height: float


def section_pieces(
    setting: Setting, sections: Iterable[Section], measure: Measure, level: int
) -> Iterator[Piece]:
    """Yield sections; ``level`` is that of their headings, 0 for the title of a document."""
    for section in sections:
        yield from _section(setting, section, measure, level)


def _section(setting: Setting, section: Section, measure: Measure, level: int) -> Iterator[Piece]:
    path = (replace(SECTION, key=object()),)
    if section.title:
        heading = heading_piece(setting, section.title, measure.width, level, section.note)
        yield from within(path, (heading,))
    for block in section.blocks:
        pieces = _block(setting, block, measure, level)
        yield from within(path, spaced(pieces, setting.gap * 0.5))


def heading_piece(
    setting: Setting, title: str, width: float, level: int, note: str = "", target: str = ""
) -> Piece:
    """Return a heading, which stays with what follows it."""
    at = min(level, len(HEADINGS) - 1)
    style = Style(setting.scaled(_SIZES[at]), BOLD)
    text = setting.paragraph(title, width, style)
    tag = Tag(HEADINGS[at], title=title, target=target)
    named = Block(text.height, text.marks, text.parts, tag)
    block = stacked((named,)) if not note else _noted(setting, named, (title, style), note, width)
    return Piece(block, above=setting.size * _ABOVE[at], keeps_next=True)


def _noted(
    setting: Setting, heading: Block, title: tuple[str, Style], note: str, width: float
) -> Block:
    """Return a heading with its note behind it, or below where there is no room."""
    style = setting.small
    behind = setting.width(*title) + setting.size
    if behind + setting.width(note, style) > width:
        return stacked((heading, text_block(setting, note, width, style)))
    drop = setting.baseline(title[1]) - setting.baseline(style)
    said = setting.paragraph(note, width - behind, style)
    return Block(heading.height, (), ((0.0, 0.0, heading), (behind, drop, said)))


def _block(setting: Setting, block: content.Block, measure: Measure, level: int) -> Iterator[Piece]:
    width = measure.width
    reading = min(width, _READING * setting.size)
    match block:
        case content.Field():
            yield from field_pieces(setting, (block,), width)
        case content.FieldList(fields):
            yield from field_pieces(setting, fields, width)
        case content.FactGrid(fields):
            yield from grid_pieces(setting, fields, width)
        case content.Paragraph(text, is_quiet):
            style = setting.small if is_quiet else setting.body
            yield Piece(text_block(setting, text, reading, style), divides=True)
        case content.Prose(blocks):
            yield from prose_pieces(setting, blocks, reading)
        case content.ItemList(items):
            yield from item_pieces(setting, items, reading)
        case content.Table():
            yield from table_pieces(setting, block, width)
        case content.Figure():
            yield from _figure(setting, block, measure)
        case content.Link():
            yield _link(setting, block, width)
        case content.Revision():
            yield _revision(setting, block, reading)
        case content.SideBySide(left, right):
            yield from section_pieces(setting, (left, right), measure, level)
        case Section():
            yield from _section(setting, block, measure, level + 1)
        case _:
            assert_never(block)


def _figure(setting: Setting, figure: content.Figure, measure: Measure) -> Iterator[Piece]:
    # Small type in pictures is 0.88 of theirs, and stays above the floor.
    size = max(8.75, setting.size)
    picture = figure.draw(measure.width, PaperMeasure(size))
    if picture.height > measure.height * _TALLEST or picture.width > measure.width + 1:
        items = tuple(content.Item("–", line) for line in figure.words)
        yield from item_pieces(setting, items, measure.width)
        return
    tag = Tag(Role.FIGURE, alt=f"{figure.title}. {' '.join(figure.words)}")
    yield Piece(Block(picture.height, (Drawing(picture, size),), (), tag), above=setting.gap * 0.5)


def _revision(setting: Setting, revision: content.Revision, width: float) -> Piece:
    label = text_block(setting, with_note(revision.label, revision.note), width, setting.small)
    return Piece(
        stacked((label, marked_block(setting, revision.pieces, width))),
        above=setting.small_gap * 2,
        divides=True,
    )


def _link(setting: Setting, link: content.Link, width: float) -> Piece:
    said = with_note(link.label, link.note) if link.label else ""
    label = text_block(setting, said, width)
    address = text_block(
        setting, link.url if said else with_note(link.url, link.note), width, setting.small
    )
    height = label.height + address.height
    parts = ((0.0, 0.0, label), (0.0, label.height, address))
    marks: tuple[Web, ...] = ()
    if can_follow(link.url):
        marks = (Web(link.url, 0.0, label.height, width, address.height),)
    return Piece(Block(height, marks, parts), above=setting.small_gap, divides=True)
