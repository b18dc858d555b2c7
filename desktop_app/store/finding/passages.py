"""The texts of a record one by one, each with the column of the index that has its words."""

from collections.abc import Iterator, Mapping
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


_FIRST = (
    *("identificationModule", "conditionsModule", "armsInterventionsModule"),
    *("conditionBrowseModule", "interventionBrowseModule", "descriptionModule"),
    *("eligibilityModule", "outcomesModule", "sponsorCollaboratorsModule", "designModule"),
)
_RANKS = {module: rank for rank, module in enumerate(_FIRST)}


def passages(raw: JsonObject) -> Iterator[Passage]:
    """Yield the texts of a record, those modules first that say most about it."""
    modules = [
        (module, value)
        for section in raw.values()
        if isinstance(section, dict)
        for module, value in section.items()
    ]
    modules.sort(key=lambda one: _RANKS.get(one[0], len(_FIRST)))
    for module, value in modules:
        whole = _PLACES_OF.get(module, (_OTHER, _IN_RECORD))
        if not isinstance(value, dict):
            yield from _texts(value, whole, module)
            continue
        for element, part in value.items():
            yield from _texts(part, _PLACES_OF.get(f"{module}.{element}", whole), element)


def _texts(value: Any, place: tuple[str, str], name: str) -> Iterator[Passage]:
    if isinstance(value, str):
        yield Passage(*place, name, value)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one, place, name)
    elif isinstance(value, dict):
        for element, one in value.items():
            is_contact = place[0] == _PLACES and element == "contacts"
            yield from _texts(one, _CONTACTS if is_contact else place, element)
