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

    Terms are those of MeSH; ``ancestors`` stand above those of conditions and interventions.
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

    @property
    def terms(self) -> list[str]:
        """All terms, the record's own first."""
        return self.condition_terms + self.intervention_terms + self.ancestors


def told(raw: JsonObject) -> Told:
    """Return what a record tells; values of another type than the registry's count as absent."""
    try:
        one = told_as_is(raw)
    except (AttributeError, KeyError, TypeError):
        one = None
    return one if one is not None and _is_well_typed(one) else told_as_is(mended(raw))


def _is_well_typed(one: Told) -> bool:
    """Tell whether all that was found is texts in lists."""
    lists = (one.titles, one.conditions, one.keywords, one.interventions, one.condition_terms)
    others = (one.intervention_terms, one.ancestors, one.sponsors, one.officials)
    return all(
        isinstance(names, list) and all(isinstance(name, str) for name in names)
        for names in (*lists, *others)
    )


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
