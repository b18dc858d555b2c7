"""What people call the elements of a record, in place of the paths that readers tell of."""

import re
from collections.abc import Iterator
from functools import cache

from desktop_app.languages import _
from desktop_app.study.base import RecordModel, label, part_model
from desktop_app.study.study import Study

_BETWEEN = " › "
_STEP = re.compile(r"([^.\[\]]+)(?:\[(\d*)\])?")
_XML_STEP = re.compile(r"([^/\[\]]+)(?:\[(\d+)\])?")
_SECTION = "Section"
"""How the names of the largest parts end, which say nothing to people."""


def element_name(path: str) -> str:
    """Return the labels that lead to an element from its module on; empty for the whole record.

    ``protocolSection.contactsLocationsModule.locations[3].zip`` is ``Contacts and Locations ›
    Locations #4 › Zip``, and ``clinical_study/location[4]/zip`` of the former XML, whose numbers
    begin with 1, ``Location #4 › Zip``. What no label is for stays as it is written.
    """
    words = list(_of_xml(path) if "/" in path else _of_record(path))
    return _BETWEEN.join(word for at, word in enumerate(words) if word != words[at - 1] or not at)


def _of_record(path: str) -> Iterator[str]:
    model: type[RecordModel] | None = Study
    steps = list(_STEP.finditer(path))
    for step in steps:
        name, number = step.groups()
        element = None if model is None else _elements(model).get(name)
        if not name.endswith(_SECTION) or len(steps) == 1:
            words = label(model, element) if model and element else name
            yield f"{words} #{int(number) + 1}" if number else words
        known = model.model_fields[element].annotation if model and element else None
        model = part_model(known)


def _of_xml(path: str) -> Iterator[str]:
    for step in list(_XML_STEP.finditer(path))[1:]:
        name, number = step.groups()
        words = _(name.replace("_", " ").title())
        yield f"{words} #{number}" if number else words


@cache
def _elements(model: type[RecordModel]) -> dict[str, str]:
    """Return the names of elements in code by those of the registry."""
    return {str(field.alias): name for name, field in model.model_fields.items()}
