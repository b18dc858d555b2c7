"""The texts of a record one by one, each with the column of the index that has its words."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from desktop_app.languages import N_
from desktop_app.readers.json_values import JsonObject

_OTHER = "other"
_IN_RECORD = N_("Record")
_PEOPLE, _PLACES = "people", "places"

# The module, or a module's element after a point: the column and what a person calls it.
_PLACES_OF: Mapping[str, tuple[str, str]] = {
    "identificationModule.nctId": ("identifiers", N_("NCT number")),
    "identificationModule.nctIdAliases": ("identifiers", N_("Former NCT number")),
    "identificationModule.orgStudyIdInfo": ("identifiers", N_("Study number of the sponsor")),
    "identificationModule.secondaryIdInfos": ("identifiers", N_("Other study number")),
    "identificationModule.briefTitle": ("title", N_("Title")),
    "identificationModule.officialTitle": ("title", N_("Official title")),
    "identificationModule.acronym": ("title", N_("Acronym")),
    "identificationModule.organization": (_PEOPLE, N_("Organization")),
    "sponsorCollaboratorsModule": (_PEOPLE, N_("Sponsor")),
    "sponsorCollaboratorsModule.leadSponsor": (_PEOPLE, N_("Lead sponsor")),
    "sponsorCollaboratorsModule.collaborators": (_PEOPLE, N_("Collaborator")),
    "conditionsModule": ("conditions", N_("Condition")),
    "conditionsModule.keywords": ("conditions", N_("Keyword")),
    "conditionBrowseModule": ("conditions", N_("MeSH term of a condition")),
    "armsInterventionsModule": ("interventions", N_("Intervention")),
    "armsInterventionsModule.armGroups": ("interventions", N_("Arm group")),
    "interventionBrowseModule": ("interventions", N_("MeSH term of an intervention")),
    "eligibilityModule": ("eligibility", N_("Eligibility")),
    "contactsLocationsModule.locations": (_PLACES, N_("Site")),
    "contactsLocationsModule.centralContacts": (_PEOPLE, N_("Contact")),
    "contactsLocationsModule.overallOfficials": (_PEOPLE, N_("Official")),
    "miscInfoModule.removedCountries": (_PLACES, N_("Removed country")),
    "moreInfoModule.pointOfContact": (_PEOPLE, N_("Contact")),
    "descriptionModule.briefSummary": (_OTHER, N_("Brief summary")),
    "descriptionModule.detailedDescription": (_OTHER, N_("Detailed description")),
    "statusModule.whyStopped": (_OTHER, N_("Why stopped")),
    "outcomesModule": (_OTHER, N_("Outcome")),
    "outcomesModule.primaryOutcomes": (_OTHER, N_("Primary outcome")),
    "outcomesModule.secondaryOutcomes": (_OTHER, N_("Secondary outcome")),
    "referencesModule": (_OTHER, N_("Reference")),
    "ipdSharingStatementModule": (_OTHER, N_("Sharing of data")),
    "designModule": (_OTHER, N_("Design")),
    "adverseEventsModule": (_OTHER, N_("Adverse event")),
    "outcomeMeasuresModule": (_OTHER, N_("Result")),
    "baselineCharacteristicsModule": (_OTHER, N_("Baseline")),
    "participantFlowModule": (_OTHER, N_("Participant flow")),
}
_CONTACTS = (_PEOPLE, N_("Contact"))
CRITERIA = "eligibilityCriteria"


class Passage(NamedTuple):
    """A text of a record: its column, what a person calls its place, and its element's name."""

    column: str
    label: str
    name: str
    text: str


_Text = tuple[tuple[str, str], str, str]
"""Column and label, the name of the element, and the text."""

_FIRST = (
    *("identificationModule", "conditionsModule", "armsInterventionsModule"),
    *("conditionBrowseModule", "interventionBrowseModule", "descriptionModule"),
    *("eligibilityModule", "outcomesModule", "sponsorCollaboratorsModule", "designModule"),
)
_RANKS = {module: rank for rank, module in enumerate(_FIRST)}


def passages(raw: JsonObject, is_worth: Callable[[str], bool] | None = None) -> Iterator[Passage]:
    """Yield the texts of a record, those modules first that say most about it.

    ``is_worth`` tells of many texts, one on each line, whether any of them is wanted: a record has
    thousands, of which few are. Those of an element that repeat, as names of countries do, come
    once then.
    """
    for group in _groups(raw):
        if is_worth is None or len(group) < 2:
            yield from (Passage(*place, name, text) for place, name, text in group)
        elif is_worth("\n".join([text for _place, _name, text in group])):
            yield from (Passage(*place, name, text) for place, name, text in dict.fromkeys(group))


def _groups(raw: JsonObject) -> Iterator[list[_Text]]:
    """Yield the texts of each element of each module."""
    modules = [
        (module, value)
        for section in raw.values()
        if isinstance(section, dict)
        for module, value in section.items()
    ]
    modules.sort(key=lambda one: _RANKS.get(one[0], len(_FIRST)))
    for module, value in modules:
        whole = _PLACES_OF.get(module, (_OTHER, _IN_RECORD))
        parts = value if isinstance(value, dict) else {module: value}
        for element, part in parts.items():
            group: list[_Text] = []
            _collect(part, _PLACES_OF.get(f"{module}.{element}", whole), element, group)
            yield group


def _collect(value: Any, place: tuple[str, str], name: str, into: list[_Text]) -> None:
    if isinstance(value, str):
        into.append((place, name, value))
    elif isinstance(value, list):
        for one in value:
            _collect(one, place, name, into)
    elif isinstance(value, dict):
        for element, one in value.items():
            is_contact = place[0] == _PLACES and element == "contacts"
            _collect(one, _CONTACTS if is_contact else place, element, into)
