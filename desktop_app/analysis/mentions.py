"""Which other studies a record names by their NCT numbers, and where it does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.punctuation import labelled
from desktop_app.study.base import RecordModel, label
from desktop_app.study.markup import MarkupText
from desktop_app.study.nct_numbers import format_nct_id, parse_nct_number
from desktop_app.study.study import Study

_NUMBER = re.compile(r"\bNCT[\s:#-]{0,2}(\d{8})(?!\d)", re.IGNORECASE | re.ASCII)
_IN_JSON = re.compile(r"NCT\W{0,3}[NRT]?\d{8}")
"""Where a number may be in JSON in capitals; found ten times as quickly as the number itself."""
_SECTIONS = ("protocol_section", "results_section", "annotation_section", "document_section")


@dataclass(frozen=True, slots=True)
class Mention:
    """A study that a record names; ``places`` are the titles of the elements that name it."""

    nct_id: str
    places: tuple[str, ...]


def mentioned_studies(study: Study) -> tuple[Mention, ...]:
    """Return the other studies that a record names, in the order in which it does.

    Former numbers of its own are not among them, nor the studies that its source page lists.
    """
    own = _own_numbers(study)
    found: dict[str, dict[str, None]] = {}
    for place, text in _texts_with_numbers(study):
        for match in _NUMBER.finditer(text):
            if int(match[1]) not in own:
                found.setdefault(format_nct_id(int(match[1])), {})[place] = None
    return tuple(Mention(nct_id, tuple(places)) for nct_id, places in found.items())


def _own_numbers(study: Study) -> set[int]:
    identification = study.protocol_section.identification_module
    texts = (identification.nct_id or "", *identification.nct_id_aliases)
    return {parse_nct_number(text) or 0 for text in texts} | {0}


def _texts_with_numbers(study: Study) -> Iterator[tuple[str, str]]:
    for name in _SECTIONS:
        section = getattr(study, name)
        for module_name in type(section).model_fields:
            if module_name in section.model_fields_set:
                module = getattr(section, module_name)
                if _may_name(module):
                    yield from _texts(module, label(type(section), module_name))


def _may_name(module: RecordModel) -> bool:
    """Tell whether a module is worth a walk through what may be thousands of elements."""
    return bool(_IN_JSON.search(module.model_dump_json().upper()))


def _texts(value: object, place: str) -> Iterator[tuple[str, str]]:
    """Yield every text below a value with the title of the element that holds it."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, MarkupText):
        yield place, value.plain
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one, place)
    elif isinstance(value, RecordModel):
        for name in type(value).model_fields:
            if name in value.model_fields_set:
                yield from _texts(getattr(value, name), _place(value, name, place))


def _place(part: RecordModel, name: str, above: str) -> str:
    """Return the title of an element; one that says little by itself stands after its part's."""
    title = label(type(part), name)
    says_enough = " " in (type(part).model_fields[name].title or name)
    return title if says_enough or title in above else labelled(above, title)
