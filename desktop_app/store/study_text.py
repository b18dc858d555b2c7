"""The words of a study by which it can be found, in a few columns.

Every text of the record is collected, known to the schema or not, with codes in the registry's
words as well. Figures of results, dates and coordinates are no words, and are left out.
"""

from functools import cache
from typing import Any

from desktop_app.study.base import RecordModel
from desktop_app.study.codes import Code
from desktop_app.study.contacts_locations import ContactsLocationsModule, Location
from desktop_app.study.dates import PartialDate
from desktop_app.study.derived import DerivedSection, MiscInfoModule
from desktop_app.study.identification import IdentificationModule
from desktop_app.study.markup import MarkupText
from desktop_app.study.more_info import MoreInfoModule
from desktop_app.study.nct_numbers import format_nct_id
from desktop_app.study.study import ProtocolSection, Study

COLUMNS = (
    "identifiers",
    "title",
    "conditions",
    "interventions",
    "eligibility",
    "places",
    "people",
    "other",
)
_OTHER = COLUMNS.index("other")

_COLUMN_OF: dict[tuple[type[RecordModel], str], str] = {
    (IdentificationModule, "nct_id"): "identifiers",
    (IdentificationModule, "nct_id_aliases"): "identifiers",
    (IdentificationModule, "org_study_id_info"): "identifiers",
    (IdentificationModule, "secondary_id_infos"): "identifiers",
    (IdentificationModule, "brief_title"): "title",
    (IdentificationModule, "official_title"): "title",
    (IdentificationModule, "acronym"): "title",
    (IdentificationModule, "organization"): "people",
    (ProtocolSection, "sponsor_collaborators_module"): "people",
    (ProtocolSection, "conditions_module"): "conditions",
    (DerivedSection, "condition_browse_module"): "conditions",
    (ProtocolSection, "arms_interventions_module"): "interventions",
    (DerivedSection, "intervention_browse_module"): "interventions",
    (ProtocolSection, "eligibility_module"): "eligibility",
    (ContactsLocationsModule, "locations"): "places",
    (MiscInfoModule, "removed_countries"): "places",
    (ContactsLocationsModule, "central_contacts"): "people",
    (ContactsLocationsModule, "overall_officials"): "people",
    (Location, "contacts"): "people",
    (MoreInfoModule, "point_of_contact"): "people",
}

_FIGURES = frozenset(
    ("value", "spread", "lower_limit", "upper_limit", "group_id", "num_subjects", "num_units")
)
_NO_WORDS: tuple[Any, ...] = (bool | None, int | None, float | None, PartialDate | None)

Texts = tuple[str, ...]
"""The words of one study, one text for each of COLUMNS."""


def study_texts(study: Study) -> Texts:
    """Return the words of a study."""
    columns: _Columns = tuple([] for _ in COLUMNS)
    _collect(study, columns[_OTHER], columns)
    # Results repeat titles and descriptions a hundred times: once is enough to be found.
    return tuple("\n".join(dict.fromkeys(column)) for column in columns)


def texts_of_number(nct_number: int) -> Texts:
    """Return the words of a study of which only the number is known."""
    return (format_nct_id(nct_number), *[""] * (len(COLUMNS) - 1))


_Columns = tuple[list[str], ...]


def _collect(value: object, into: list[str], columns: _Columns) -> None:
    """Collect the words of a part of a record; this is the hottest code of an import."""
    kind = value.__class__
    if kind is str:
        into.append(value)  # type: ignore[arg-type]
    elif kind is tuple or kind is list:
        for item in value:  # type: ignore[attr-defined]
            _collect(item, into, columns)
    elif isinstance(value, MarkupText):
        # The escapes of the markup part words no otherwise than what they escape.
        into.append(value.source)
    elif isinstance(value, RecordModel):
        _collect_model(value, into, columns)
    elif isinstance(value, Code):
        into += (value.value, value.label)
    elif kind is dict:
        _collect(list(value.values()), into, columns)  # type: ignore[attr-defined]


def _collect_model(model: RecordModel, into: list[str], columns: _Columns) -> None:
    values = model.__dict__
    present = model.model_fields_set
    for name, column in _elements_with_words(model.__class__):
        if name in present:
            _collect(values[name], into if column is None else columns[column], columns)
    if model.model_extra:
        _collect(model.model_extra, into, columns)


@cache
def _elements_with_words(kind: type[RecordModel]) -> tuple[tuple[str, int | None], ...]:
    """Return the elements that may hold words, each with its column if not the surrounding one."""
    return tuple(
        (name, COLUMNS.index(_COLUMN_OF[kind, name]) if (kind, name) in _COLUMN_OF else None)
        for name, field in kind.model_fields.items()
        if name not in _FIGURES and field.annotation not in _NO_WORDS
    )
