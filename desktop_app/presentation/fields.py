"""Makes fields and sections from elements; an absent element is either said or left out."""

from collections.abc import Iterable

from desktop_app.conventions import date_text
from desktop_app.languages import _
from desktop_app.presentation.section import (
    Block,
    Field,
    FieldList,
    Figure,
    Paragraph,
    Prose,
    Section,
)
from desktop_app.presentation.wording import NOT_STATED, date_words, is_stated
from desktop_app.study.base import RecordModel, label
from desktop_app.study.date_structs import DateStruct, PartialDateStruct
from desktop_app.study.dates import PartialDate
from desktop_app.study.markup import MarkupText


def element(model: type[RecordModel], name: str, value: str, note: str = "") -> Field:
    """Return an element of a record under the registry's label; says so where it is absent."""
    return stated(label(model, name), value, note)


def stated(title: str, value: str, note: str = "") -> Field:
    """Return a field; an empty value, or one that says so, is marked as absent."""
    return Field(title, value or _(NOT_STATED), note, is_absent=not is_stated(value))


def date_field(
    model: type[RecordModel], name: str, struct: PartialDateStruct | DateStruct
) -> Field:
    """Return a date with its kind."""
    return element(model, name, *date_words(struct))


def date_element(model: type[RecordModel], name: str, day: PartialDate | None) -> Field:
    """Return a date that has no kind."""
    return element(model, name, moment_words(day))


def moment_words(moment: PartialDate | None) -> str:
    """Return a date, and after a blank its time if it has one; empty where there is none."""
    if moment is None:
        return ""
    return f"{date_text(moment)} {moment.time}" if moment.time else date_text(moment)


def present(fields: Iterable[Field]) -> tuple[Field, ...]:
    """Return the fields that hold something."""
    return tuple(field for field in fields if not field.is_absent)


def field_section(title: str, fields: Iterable[Field], *, is_aside: bool = False) -> Section | None:
    """Return a section of fields, or None where there are none."""
    chosen = tuple(fields)
    return Section(title, (FieldList(chosen),), is_aside=is_aside) if chosen else None


def figure_section(title: str, figure: Figure | None) -> Section | None:
    """Return a section of a picture, or None where there is none."""
    return Section(title, (figure,)) if figure else None


def prose_section(model: type[RecordModel], name: str, text: MarkupText | None) -> Section | None:
    """Return a text of the record under its label, or None where it is absent."""
    return Section(label(model, name), (Prose(text.blocks),)) if text else None


def prose(text: MarkupText | None) -> tuple[Block, ...]:
    """Return a text of the record as blocks; none where it is absent."""
    return (Prose(text.blocks),) if text else ()


def if_any(block: Block | None) -> tuple[Block, ...]:
    """Return a block, or none where there is none."""
    return () if block is None else (block,)


def existing(*sections: Section | None) -> tuple[Section, ...]:
    """Return the sections that there are."""
    return tuple(section for section in sections if section is not None)


def says(title: str, text: str) -> Section:
    """Return a section that holds one sentence of ours, such as why there is nothing to show."""
    return Section(title, (Paragraph(text, is_quiet=True),))


def without_repeated_labels(fields: Iterable[Field]) -> tuple[Field, ...]:
    """Leave out a label that the field above already has."""
    result = []
    shown = ""
    for field in fields:
        repeated = field.label == shown
        shown = field.label
        label = "" if repeated else field.label
        result.append(Field(label, field.value, field.note, field.is_absent))
    return tuple(result)
