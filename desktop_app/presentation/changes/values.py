"""The values of a record in words, of whatever kind they are."""

import json
from collections.abc import Iterator

from desktop_app.analysis.age_text import age_text
from desktop_app.analysis.changes.canonical import elements_of
from desktop_app.analysis.changes.keys import naming_elements
from desktop_app.analysis.changes.words import tidy
from desktop_app.conventions import date_text, decimal_text
from desktop_app.languages import _
from desktop_app.presentation.fields import moment_words
from desktop_app.presentation.wording import date_words, enrollment_words, in_words, yes_no
from desktop_app.punctuation import labelled, with_note
from desktop_app.study.ages import Age
from desktop_app.study.base import RecordModel, label
from desktop_app.study.codes import Code, registry_label
from desktop_app.study.contacts_locations import GeoPoint
from desktop_app.study.date_structs import DateStruct, PartialDateStruct
from desktop_app.study.dates import PartialDate
from desktop_app.study.design import EnrollmentInfo
from desktop_app.study.markup import MarkupText

_MOST_LINES = 60
"""Of an item that is shown value by value; a larger one is counted."""


def value_text(value: object) -> str:
    """Return a value as text, which has lines where it consists of several; empty for none."""
    match value:
        case None:
            return ""
        case bool():
            return yes_no(value)
        case MarkupText():
            return tidy(value.plain)
        case Code():
            return in_words(value)
        case PartialDate():
            return moment_words(value) if value.time else date_text(value)
        case Age():
            return age_text(value)
        case RecordModel():
            return _model_text(value)
        case tuple():
            return "\n".join(filter(None, map(value_text, value)))
        case _:
            return _plain_text(value)


def _plain_text(value: object) -> str:
    match value:
        case str():
            return tidy(value)
        case float():
            return decimal_text(str(value))
        case dict() | list():
            # What the schema does not know is shown as it is.
            return json.dumps(value, ensure_ascii=False, sort_keys=True)
        case _:
            return str(value)


def element_label(model: type[RecordModel], element: str) -> str:
    """Return the registry's label of an element, or its name where the schema has none."""
    return label(model, element) if element in model.model_fields else registry_label(element)


def _model_text(model: RecordModel) -> str:
    match model:
        case PartialDateStruct() | DateStruct():
            return with_note(*date_words(model))
        case EnrollmentInfo():
            return with_note(*enrollment_words(model))
        case GeoPoint():
            return f"{model.lat}, {model.lon}"
        case _:
            lines = tuple(_lines(model))
            return "\n".join(lines) if len(lines) <= _MOST_LINES else counts_text(model)


def _lines(model: RecordModel) -> Iterator[str]:
    for element, value in elements_of(model):
        if isinstance(value, tuple) and value and isinstance(value[0], RecordModel):
            for item in value:
                yield labelled(element_label(type(model), element), _in_one_line(item))
        elif text := value_text(value):
            yield labelled(element_label(type(model), element), text.replace("\n", " · "))


def item_text(item: RecordModel, name: str) -> str:
    """Return an item of a list below its name, whose parts it does not repeat."""
    naming = [element for element in naming_elements(item) if _is_said(item, element, name)]
    rest = item.model_copy(update=dict.fromkeys(naming))
    return value_text(rest) or name


def _is_said(item: RecordModel, element: str, name: str) -> bool:
    return " ".join(str(getattr(item, element) or "").split()) in name


def _in_one_line(item: object) -> str:
    return " · ".join(value_text(item).split("\n"))


def counts_text(model: RecordModel) -> str:
    """Return what a large part of the results consists of, and that its values are elsewhere."""
    return "\n".join((*_counts(model), _("All values are in the full record.")))


def _counts(model: RecordModel) -> Iterator[str]:
    for element, value in elements_of(model):
        is_list = isinstance(value, tuple) and value and isinstance(value[0], RecordModel)
        text = str(len(value)) if is_list and isinstance(value, tuple) else value_text(value)
        if text:
            yield labelled(element_label(type(model), element), text.replace("\n", " · "))
