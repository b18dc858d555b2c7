"""Writes sections as a document of plain text."""

from collections.abc import Iterator, Sequence

from desktop_app.export.about import WARNING, About, document_words, source_words
from desktop_app.export.text import one_line, printable, to_text
from desktop_app.languages import _
from desktop_app.presentation.pane import Sections

_RULE = "\n" + "=" * 88


def document_text(title: str, panes: Sequence[tuple[str, Sections]], about: About) -> str:
    """Return sections as a document; each pane is a chapter below a rule."""
    parts = [*_head(title, about)]
    for name, sections in panes:
        chapter = f"{_RULE}\n{one_line(name).upper()}\n" if name else ""
        parts.append(f"{chapter}\n{to_text(sections)}")
    return printable("\n".join((*parts, *_foot(about)))) + "\n"


def _head(title: str, about: About) -> Iterator[str]:
    yield one_line(" · ".join(about.marks))
    yield one_line(title)
    yield one_line(" · ".join(about.facts))
    yield from (f"! {one_line(notice)}" for notice in about.notices)


def _foot(about: About) -> Iterator[str]:
    yield f"{_RULE}\n{_(WARNING)}"
    yield one_line(source_words(about) + (f" · {about.address}" if about.address else ""))
    yield one_line(document_words(about))
    yield about.made
