"""Writes sections as a document in Markdown."""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from desktop_app.export.about import WARNING, About, document_words, source_words
from desktop_app.export.addresses import can_follow
from desktop_app.export.markdown.escaping import BREAK, inline, opening, paragraph, strong, titled
from desktop_app.export.markdown.lists import (
    Bullets,
    bullets,
    hung,
    written_fields,
    written_items,
    written_prose,
)
from desktop_app.export.markdown.tables import written_table
from desktop_app.export.phrases import label_words
from desktop_app.languages import _
from desktop_app.presentation.changes.spoken import revision_text
from desktop_app.presentation.pane import Sections
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
from desktop_app.punctuation import with_note

_DEEPEST = 6


def document_markdown(title: str, panes: Sequence[tuple[str, Sections]], about: About) -> str:
    """Return sections as a document; each pane is a chapter."""
    parts = [f"# {titled(title)}", *_head(about)]
    for name, sections in panes:
        parts += (heading(name, 2), sections_markdown(sections, 3 if name else 2))
    return "\n\n".join(part for part in (*parts, *_foot(about)) if part) + "\n"


def sections_markdown(sections: Iterable[Section], level: int = 2) -> str:
    """Return sections with headings of a level and of those below it."""
    return "\n\n".join(part for section in sections for part in _section(section, level) if part)


def heading(title: str, level: int, note: str = "") -> str:
    """Return a heading; below the lowest one, a line that matters."""
    shown = with_note(title, note)
    if not inline(shown):
        return ""
    return f"{'#' * level} {titled(shown)}" if level <= _DEEPEST else strong(shown)


def _section(section: Section, level: int) -> Iterator[str]:
    yield heading(section.title, level, section.note)
    below = level + 1 if section.title else level
    marks = bullets()
    for block in section.blocks:
        yield _block(block, section.title, below, marks)


def _block(block: Block, title: str, level: int, marks: Bullets) -> str:
    match block:
        case Field():
            return written_fields((block,), next(marks))
        case FactGrid() | FieldList():
            return written_fields(block.fields, next(marks))
        case Paragraph():
            return paragraph(block.text)
        case Prose():
            return written_prose(block.blocks, marks)
        case ItemList():
            return written_items(block.items, next(marks))
        case Table():
            return written_table(block, title)
        case Figure():
            return _figure(block, next(marks))
        case Link():
            return _link(block)
        case Revision():
            return _revision(block)
        case SideBySide():
            return sections_markdown((block.left, block.right), level)
        case Section():
            return sections_markdown((block,), level)
        case _:
            assert_never(block)


def _figure(figure: Figure, bullet: str) -> str:
    """Return what a picture shows, in words."""
    words = "\n".join(hung(bullet, paragraph(line)) for line in figure.words)
    return "\n\n".join(part for part in (strong(figure.title), words) if part)


def _link(link: Link) -> str:
    address = with_note(_address(link.url), inline(link.note))
    return f"{opening(link.label)}\\\n{address}" if link.label else address


def _revision(revision: Revision) -> str:
    label = strong(label_words(with_note(revision.label, revision.note)))
    return f"{label}{BREAK}{paragraph(revision_text(revision))}"


def _address(address: str) -> str:
    """Return an address; it is a link only where it leads to the web or to a mailbox."""
    if not can_follow(address):
        return opening(address)
    return f"[{inline(address)}](<{address.replace('&', chr(92) + '&')}>)"


def _head(about: About) -> Iterator[str]:
    # The first of them may begin as headings and lists do.
    yield opening(" · ".join(about.marks))
    yield opening(" · ".join(about.facts))
    yield from (f"> {opening(notice)}" for notice in about.notices)


def _foot(about: About) -> Iterator[str]:
    yield "---"
    yield strong(_(WARNING))
    address = f" · {_address(about.address)}" if about.address else ""
    yield inline(source_words(about)) + address
    if about.document:
        yield inline(document_words(about))
    yield inline(about.made)
