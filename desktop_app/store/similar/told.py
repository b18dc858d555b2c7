"""What a record tells of a study by which others like it are known, taken from its JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.store.similar.mending import mended

if TYPE_CHECKING:
    from desktop_app.readers.json_values import JsonObject


@dataclass(slots=True)
class Told:
    """The names in a record, in its own words; ``interventions`` with their other names.

    ``terms`` are those of MeSH, first the record's own, then those above them.
    """

    titles: list[str]
    conditions: list[str]
    keywords: list[str]
    interventions: list[str]
    condition_terms: list[str]
    intervention_terms: list[str]
    ancestors: list[str]
    sponsors: list[str]
    officials: list[str]


def told(raw: JsonObject) -> Told:
    """Return what a record tells; values of another type than the registry's count as absent."""
    return told_as_is(mended(raw))


def told_as_is(raw: JsonObject) -> Told:
    """Return what a record tells; quick, and only for a record as the registry writes it.

    Raises AttributeError, KeyError or TypeError for most others, and lets wrong types pass in
    some.
    """
    protocol, derived = raw["protocolSection"], raw.get("derivedSection", {})
    conditions = protocol.get("conditionsModule", {})
    of_conditions = derived.get("conditionBrowseModule", {})
    of_interventions = derived.get("interventionBrowseModule", {})
    ancestors = [*of_conditions.get("ancestors", ()), *of_interventions.get("ancestors", ())]
    officials = protocol.get("contactsLocationsModule", {}).get("overallOfficials", ())
    return Told(
        titles=_titles(protocol["identificationModule"]),
        conditions=conditions.get("conditions", []),
        keywords=conditions.get("keywords", []),
        interventions=_names(protocol.get("armsInterventionsModule", {}).get("interventions", ())),
        condition_terms=[one["term"] for one in of_conditions.get("meshes", ())],
        intervention_terms=[one["term"] for one in of_interventions.get("meshes", ())],
        ancestors=[one["term"] for one in ancestors],
        sponsors=_sponsors(protocol.get("sponsorCollaboratorsModule", {})),
        officials=[one["name"] for one in officials],
    )


def _titles(identification: JsonObject) -> list[str]:
    return [identification.get("briefTitle", ""), identification.get("officialTitle", "")]


def _names(interventions: list[JsonObject]) -> list[str]:
    names = [one["name"] for one in interventions]
    for one in interventions:
        if "otherNames" in one:
            names += one["otherNames"]
    return names


def _sponsors(module: JsonObject) -> list[str]:
    lead = module.get("leadSponsor", {}).get("name", "")
    return [lead, *[one["name"] for one in module.get("collaborators", ())]]
