"""The words of a study by which it can be found, in a few columns.

Every text of the record is collected, known to the schema or not, with codes in the registry's
words as well. Figures of results, dates, ages and coordinates are no words, and are left out.
"""

from collections.abc import Callable, Mapping
from typing import Any

from desktop_app.readers.json_values import JsonObject
from desktop_app.store.columns import COLUMNS
from desktop_app.store.entries.code_words import code_words

Texts = tuple[str, ...]
"""The words of one study, one text for each of COLUMNS."""

_FIGURES = ("value", "spread", "lowerLimit", "upperLimit", "groupId", "numSubjects", "numUnits")
_AGES = ("minimumAge", "maximumAge")
_DATES = (
    *("date", "statusVerifiedDate", "studyFirstSubmitDate", "studyFirstSubmitQcDate"),
    *("resultsFirstSubmitDate", "resultsFirstSubmitQcDate", "dispFirstSubmitDate"),
    *("dispFirstSubmitQcDate", "lastUpdateSubmitDate", "anticipatedPostingDate", "creationDate"),
    *("issuedDate", "releaseDate", "postedDate", "uploadDate", "versionHolder"),
    *("estimatedResultsFirstSubmitDate", "unreleaseDate", "resetDate"),
)

NO_WORDS = frozenset((*_FIGURES, *_AGES, *_DATES))
"""The elements that hold text, but no words."""

_LISTS_OF_FIGURES = frozenset(("stats", "counts", "geoPoint"))
"""The elements that hold nothing but figures: of events, of those analyzed, and of a place."""

_Words = dict[str, None]
"""Texts in their order, each once."""


class _Columns:
    """The texts of one study, by column."""

    __slots__ = COLUMNS

    def __init__(self) -> None:
        self.identifiers: _Words = {}
        self.title: _Words = {}
        self.conditions: _Words = {}
        self.interventions: _Words = {}
        self.eligibility: _Words = {}
        self.places: _Words = {}
        self.people: _Words = {}
        self.other: _Words = {}


def study_words(raw: JsonObject) -> Texts:
    """Return the words of a study; texts that repeat, as in results, are there once."""
    columns = _Columns()
    for name, section in raw.items():
        if section.__class__ is not dict:
            _collect({name: section}, columns.other)
            continue
        for module, value in section.items():
            collect = _COLLECTORS.get(module)
            if collect is not None and value.__class__ is dict:
                collect(value, columns)
            else:
                _collect([value], columns.other)
    labels = code_words()
    return (
        *(_joined(columns.identifiers, labels), _joined(columns.title, labels)),
        *(_joined(columns.conditions, labels), _joined(columns.interventions, labels)),
        *(_joined(columns.eligibility, labels), _joined(columns.places, labels)),
        *(_joined(columns.people, labels), _joined(columns.other, labels)),
    )


def _joined(words: _Words, labels: Mapping[str, str]) -> str:
    codes = labels.keys() & words.keys()
    if codes:
        words.update(dict.fromkeys(labels[code] for code in sorted(codes)))
    return "\n".join(words)


def _collect(value: Any, into: _Words) -> None:
    """Collect the words of a part of a record."""
    if value.__class__ is dict:
        _collect_part(value, into)
    else:
        _collect_part({"": value}, into)


def _collect_part(raw: JsonObject, into: _Words) -> None:
    """Collect the words of a part; this is the hottest code of an import."""
    for name, value in raw.items():
        kind = value.__class__
        if kind is str:
            if name not in NO_WORDS:
                into[value] = None
        elif kind is list:
            if name in _LISTS_OF_FIGURES:
                continue
            for one in value:
                kind = one.__class__
                if kind is dict:
                    _collect_part(one, into)
                elif kind is str:
                    into[one] = None
                elif kind is list:
                    _collect(one, into)
        elif kind is dict and name not in _LISTS_OF_FIGURES:
            _collect_part(value, into)


def _collect_apart(raw: JsonObject, names: Mapping[str, str], columns: _Columns) -> None:
    """Collect some elements into columns of their own, and all else into the last."""
    for name, value in raw.items():
        kind = value.__class__
        if kind is dict or kind is list:
            _collect(value, getattr(columns, names.get(name, "other")))
        elif kind is str and name not in NO_WORDS:
            getattr(columns, names.get(name, "other"))[value] = None


_IDENTIFICATION = {
    **dict.fromkeys(("nctId", "nctIdAliases", "orgStudyIdInfo", "secondaryIdInfos"), "identifiers"),
    **dict.fromkeys(("briefTitle", "officialTitle", "acronym"), "title"),
    "organization": "people",
}
_CONTACTS = {"centralContacts": "people", "overallOfficials": "people"}


def _identification(raw: JsonObject, columns: _Columns) -> None:
    _collect_apart(raw, _IDENTIFICATION, columns)


def _contacts_locations(raw: JsonObject, columns: _Columns) -> None:
    for name, value in raw.items():
        if name == "locations" and value.__class__ is list:
            for location in value:
                _location(location, columns)
        else:
            _collect_apart({name: value}, _CONTACTS, columns)


def _location(raw: Any, columns: _Columns) -> None:
    if raw.__class__ is not dict:
        _collect([raw], columns.places)
        return
    places = columns.places
    for name, value in raw.items():
        if value.__class__ is str:
            places[value] = None
        elif name == "contacts":
            _collect(value, columns.people)
        elif name not in _LISTS_OF_FIGURES:
            _collect(value, places)


def _misc_info(raw: JsonObject, columns: _Columns) -> None:
    _collect_apart(raw, {"removedCountries": "places"}, columns)


def _more_info(raw: JsonObject, columns: _Columns) -> None:
    _collect_apart(raw, {"pointOfContact": "people"}, columns)


def _sponsors(raw: JsonObject, columns: _Columns) -> None:
    _collect(raw, columns.people)


def _conditions(raw: JsonObject, columns: _Columns) -> None:
    _collect(raw, columns.conditions)


def _interventions(raw: JsonObject, columns: _Columns) -> None:
    _collect(raw, columns.interventions)


def _eligibility(raw: JsonObject, columns: _Columns) -> None:
    _collect(raw, columns.eligibility)


_COLLECTORS: dict[str, Callable[[JsonObject, _Columns], None]] = {
    "identificationModule": _identification,
    "sponsorCollaboratorsModule": _sponsors,
    "conditionsModule": _conditions,
    "conditionBrowseModule": _conditions,
    "armsInterventionsModule": _interventions,
    "interventionBrowseModule": _interventions,
    "eligibilityModule": _eligibility,
    "contactsLocationsModule": _contacts_locations,
    "miscInfoModule": _misc_info,
    "moreInfoModule": _more_info,
}
