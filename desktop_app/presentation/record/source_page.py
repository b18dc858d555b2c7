"""Sections of the source page that have no place among the elements of a record."""

from desktop_app.languages import _
from desktop_app.presentation.section import Paragraph, Section
from desktop_app.presentation.wording import NOT_STATED, grouped
from desktop_app.study.source_page import OtherSection, SourcePageSection


def other_sections(page: SourcePageSection) -> tuple[Section, ...]:
    """Return those sections as the page has them; nothing where it has none."""
    parts = tuple(_part(one) for one in page.other_sections)
    title = _("Other Sections of the Source Page")
    return (Section(title, parts, note=grouped(len(parts))),) if parts else ()


def _part(one: OtherSection) -> Section:
    text = one.text or _(NOT_STATED)
    return Section(one.heading or _("Untitled section"), (Paragraph(text, is_quiet=not one.text),))
