"""Writes sections as a piece of HTML, to be pasted into another document."""

from collections.abc import Iterable

from desktop_app.export.html.sections import Place, write_section
from desktop_app.presentation.section import Section


def fragment_html(sections: Iterable[Section]) -> str:
    """Return sections as headings, paragraphs, lists and tables, without a style of their own.

    Pictures are told in words: other programs take no drawing from the clipboard.
    """
    return "\n".join(write_section(section, Place(2)).html for section in sections) + "\n"
