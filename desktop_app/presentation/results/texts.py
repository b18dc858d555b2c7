"""Texts of results as cells and fields take them."""

from desktop_app.conventions import decimal_text
from desktop_app.presentation.fields import prose_section
from desktop_app.presentation.section import Block, Field, Figure, Section
from desktop_app.study.base import RecordModel, label
from desktop_app.study.markup import MarkupText

ABSENT = "–"
"""Stands in a cell for which the record states nothing."""
PERCENT = "\u202f%"
"""After a space that does not break, as between the thousands of other numbers."""


def one_line(text: str | None) -> str:
    """Return a text for a cell, which has no line ends; empty where there is none."""
    return " ".join(text.split()) if text else ""


def lines_of(text: MarkupText | None) -> str:
    """Return a text of the record for a field: its lines without the empty ones."""
    if not text:
        return ""
    return "\n".join(line.strip() for line in text.plain.splitlines() if line.strip())


def text_field(model: type[RecordModel], name: str, text: MarkupText | str | None) -> Field | None:
    """Return a text of the record under its label, or None where it is absent."""
    value = lines_of(text) if isinstance(text, MarkupText) else one_line(text)
    return Field(label(model, name), value) if value else None


def text_sections(
    model: type[RecordModel], module: RecordModel, *names: str
) -> tuple[Section, ...]:
    """Return those of the named texts that a part of the record holds, each under its label."""
    sections = (prose_section(model, name, getattr(module, name)) for name in names)
    return tuple(section for section in sections if section is not None)


def fields_of(*fields: Field | None) -> tuple[Field, ...]:
    """Return the fields that there are."""
    return tuple(field for field in fields if field is not None)


def shown_figures(*figures: Figure | None) -> tuple[Block, ...]:
    """Return the pictures that there are."""
    return tuple(figure for figure in figures if figure is not None)


def percentage(part: int, whole: int) -> str:
    """Return the share in words, with one decimal; empty where there is none to compute.

    There is none of nothing, and none over 100. What is not nothing is not rounded to 0 %, what
    is not all not to 100 %.
    """
    if whole <= 0 or not 0 <= part <= whole:
        return ""
    if part in (0, whole):
        return "100" + PERCENT if part else "0" + PERCENT
    tenths = (2000 * part + whole) // (2 * whole)
    lead = "<" if tenths < 1 else ">" if tenths > 999 else ""
    ones, tenth = divmod(min(max(tenths, 1), 999), 10)
    return f"{lead}{decimal_text(f'{ones}.{tenth}')}{PERCENT}"
