"""A record as the registry gives it, put together from its modules."""

from random import Random
from typing import Any

from pydantic_core import to_json

from tests.benchmarks.made_up import administration, protocol, results
from tests.benchmarks.made_up.facts import Facts
from tests.benchmarks.made_up.materials import Materials
from tests.benchmarks.made_up.medicine import Area, Term
from tests.benchmarks.made_up.sites import contacts_locations

Json = dict[str, Any]

_DRUG_ANCESTORS = (
    Term("D990001", "Enzyme Inhibitors"),
    Term("D990002", "Molecular Mechanisms of Pharmacological Action"),
    Term("D990003", "Pharmacologic Actions"),
    Term("D990004", "Chemical Actions and Uses"),
)
_MOST_EVENTS = 11_000


def encode(study: Json) -> bytes:
    """Return JSON as compact as the registry's."""
    return to_json(study)


def record(rng: Random, facts: Facts, materials: Materials, held: str) -> Json:
    """Return the record; ``held`` is the day on which the registry was as it is."""
    modules: Json = {
        "identificationModule": administration.identification(rng, facts, materials),
        "statusModule": administration.status(rng, facts),
        "sponsorCollaboratorsModule": administration.sponsors(rng, facts, materials),
        "oversightModule": administration.oversight(rng),
        "descriptionModule": protocol.description(rng, facts, materials),
        "conditionsModule": protocol.conditions(rng, facts, materials),
        "designModule": protocol.design(rng, facts),
        "armsInterventionsModule": protocol.arms(rng, facts, materials),
        "outcomesModule": protocol.outcomes(rng, facts, materials),
        "eligibilityModule": protocol.eligibility(rng, facts, materials),
        "contactsLocationsModule": contacts_locations(rng, facts, materials),
        "referencesModule": administration.references(rng, facts, materials),
        "ipdSharingStatementModule": administration.sharing(rng),
    }
    study: Json = {"protocolSection": {name: module for name, module in modules.items() if module}}
    if facts.has_results:
        study["resultsSection"] = _results(rng, facts, materials, modules)
    study["derivedSection"] = _derived(facts, held)
    study["hasResults"] = facts.has_results
    return study


def _results(rng: Random, facts: Facts, materials: Materials, modules: Json) -> Json:
    groups = modules["armsInterventionsModule"]["armGroups"]
    size = max(1, facts.enrollment // len(groups))
    planned = modules["outcomesModule"]
    listed = [
        (outcome, kind)
        for name, kind in (("primaryOutcomes", "PRIMARY"), ("secondaryOutcomes", "SECONDARY"))
        for outcome in planned.get(name, ())
    ]
    serious = min(2_000, int(rng.lognormvariate(1.0, 1.8)))
    other = min(2_000, int(rng.lognormvariate(2.8, 1.4)))
    if facts.huge:
        groups = (groups * 4)[:4]
        other = int(_MOST_EVENTS * facts.huge)
    return {
        "participantFlowModule": results.participant_flow(rng, groups, size),
        "baselineCharacteristicsModule": results.baseline(rng, groups, size),
        "outcomeMeasuresModule": {
            "outcomeMeasures": [
                results.outcome_measure(rng, outcome, kind, groups, size)
                for outcome, kind in listed
            ]
        },
        "adverseEventsModule": results.adverse_events(
            rng, materials.events, groups, size, serious, other
        ),
        "moreInfoModule": {
            "certainAgreement": {"piSponsorEmployee": False, "restrictiveAgreement": False},
            "pointOfContact": {"title": "Study Director", "organization": facts.topic.sponsor},
        },
    }


def _derived(facts: Facts, held: str) -> Json:
    topic = facts.topic
    section: Json = {"miscInfoModule": {"versionHolder": held}}
    terms = _condition_terms(topic.area, (topic.condition, *topic.other_conditions))
    ancestors = [term.entry() for term in topic.area.ancestors]
    if terms:
        section["conditionBrowseModule"] = {"meshes": terms, "ancestors": ancestors}
    drugs = [
        {"id": f"{topic.area.ancestors[0].identifier}D{topic.area.drugs.index(name)}", "term": name}
        for name in dict.fromkeys(topic.interventions)
        if name in topic.area.drugs
    ]
    if drugs:
        section["interventionBrowseModule"] = {
            "meshes": drugs,
            "ancestors": [term.entry() for term in _DRUG_ANCESTORS[len(drugs) % 3 :]],
        }
    return section


def _condition_terms(area: Area, conditions: tuple[str, ...]) -> list[dict[str, str]]:
    return [
        {"id": f"{area.ancestors[0].identifier}C{place}", "term": known}
        for place, known in enumerate(area.conditions)
        if any(known in condition for condition in conditions)
    ]
