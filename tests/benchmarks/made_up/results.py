"""Posted results: participant flow, baseline, outcome measures and adverse events."""

from random import Random
from typing import Any

from tests.benchmarks.made_up.shares import between, pick
from tests.benchmarks.made_up.tables import lines_of

Json = dict[str, Any]

_ORGANS = (
    "Gastrointestinal disorders", "Nervous system disorders", "General disorders",
    "Infections and infestations", "Investigations", "Vascular disorders", "Psychiatric disorders",
    "Skin and subcutaneous tissue disorders", "Cardiac disorders", "Eye disorders",
    "Blood and lymphatic system disorders", "Musculoskeletal and connective tissue disorders",
    "Respiratory, thoracic and mediastinal disorders", "Renal and urinary disorders",
    "Metabolism and nutrition disorders", "Injury, poisoning and procedural complications",
)  # fmt: skip
_UNITS = (
    "units on a scale",
    "percentage of participants",
    "mg/dL",
    "months",
    "ng/mL",
    "events",
    "kg",
)
_PARAMETERS = (
    ("MEAN", "Standard Deviation"), ("MEDIAN", "Full Range"), ("NUMBER", None),
    ("COUNT_OF_PARTICIPANTS", None), ("LEAST_SQUARES_MEAN", "Standard Error"),
    ("GEOMETRIC_MEAN", "Geometric Coefficient of Variation"),
)  # fmt: skip


def event_names(words: list[str]) -> list[str]:
    """Return adverse events, commonest first; words make the rarer ones."""
    return lines_of("events") + [
        f"{word.capitalize()} {words[-place]}" for place, word in enumerate(words, 1)
    ]


def groups_of(kind: str, arms: list[Json]) -> list[Json]:
    """Return the groups of a part of the results, from the arms."""
    return [
        {
            "id": f"{kind}{place:03d}",
            "title": arm["label"],
            "description": arm.get("description", ""),
        }
        for place, arm in enumerate(arms)
    ]


def participant_flow(rng: Random, arms: list[Json], size: int) -> Json:
    """Return how many of each arm started and completed, and why others did not."""
    groups = groups_of("FG", arms)

    def numbers(least: float, most: float) -> list[Json]:
        return [
            {"groupId": group["id"], "numSubjects": str(int(size * rng.uniform(least, most)))}
            for group in groups
        ]

    left = rng.sample(("Adverse Event", "Lost to Follow-up", "Withdrawal by Subject", "Death"), 2)
    period = {
        "title": "Overall Study",
        "milestones": [
            {"type": "STARTED", "achievements": numbers(1, 1)},
            {"type": "COMPLETED", "achievements": numbers(0.7, 1)},
            {"type": "NOT COMPLETED", "achievements": numbers(0, 0.3)},
        ],
        "dropWithdraws": [{"type": reason, "reasons": numbers(0, 0.1)} for reason in left],
    }
    return {"groups": groups, "periods": [period]}


def _values(rng: Random, groups: list[Json], spread: str | None) -> list[Json]:
    values = []
    for group in groups:
        value = {"groupId": group["id"], "value": f"{rng.random() * 120:.1f}"}
        if spread == "Full Range":
            value |= {"lowerLimit": f"{rng.random() * 9:.1f}", "upperLimit": "154.2"}
        elif spread:
            value["spread"] = f"{rng.random() * 30:.2f}"
        values.append(value)
    return values


def _denoms(groups: list[Json], size: int) -> list[Json]:
    counts = [{"groupId": group["id"], "value": str(size)} for group in groups]
    return [{"units": "Participants", "counts": counts}]


def _measure(rng: Random, groups: list[Json], title: str, titles: list[str], unit: str) -> Json:
    count = {"paramType": "COUNT_OF_PARTICIPANTS", "unitOfMeasure": unit}
    categories = [
        {"title": category, "measurements": _values(rng, groups, None)} for category in titles
    ]
    return {"title": title, **count, "classes": [{"categories": categories}]}


def baseline(rng: Random, arms: list[Json], size: int) -> Json:
    """Return who took part."""
    groups = groups_of("BG", [*arms, {"label": "Total", "description": "Total of all groups"}])
    age = {
        "title": "Age, Continuous",
        "paramType": "MEAN",
        "dispersionType": "STANDARD_DEVIATION",
        "unitOfMeasure": "years",
        "classes": [{"categories": [{"measurements": _values(rng, groups, "Standard Deviation")}]}],
    }
    races = [
        "Asian",
        "Black or African American",
        "White",
        "More than one race",
        "Unknown or Not Reported",
    ]
    measures = [age, _measure(rng, groups, "Sex: Female, Male", ["Female", "Male"], "Participants")]
    if rng.random() < 0.7:
        measures.append(_measure(rng, groups, "Race (NIH/OMB)", races, "Participants"))
    return {"groups": groups, "denoms": _denoms(groups, size), "measures": measures}


def outcome_measure(rng: Random, outcome: Json, kind: str, arms: list[Json], size: int) -> Json:
    """Return what was found for an outcome; now and then in very many classes."""
    groups = groups_of("OG", arms)
    parameter, spread = pick(rng, _PARAMETERS)
    measure = {
        "type": kind,
        "title": outcome["measure"],
        "description": outcome.get("description", ""),
        "populationDescription": "All participants who received treatment and had data.",
        "reportingStatus": "POSTED",
        "paramType": parameter,
    }
    if spread:
        measure["dispersionType"] = spread
    classes = []
    for place in range(int(1 + 0.8 * rng.paretovariate(0.95)) if rng.random() < 0.98 else 90):
        values: Json = {"categories": [{"measurements": _values(rng, groups, spread)}]}
        classes.append({"title": f"Week {place * 4}"} | values if place else values)
        if place > 120:
            break
    measure |= {
        "unitOfMeasure": pick(rng, _UNITS),
        "timeFrame": outcome["timeFrame"],
        "groups": groups,
        "denoms": _denoms(groups, size),
        "classes": classes,
    }
    if kind == "PRIMARY" and len(groups) > 1:
        measure["analyses"] = [
            {
                "groupIds": ["OG000", "OG001"],
                "nonInferiorityType": "SUPERIORITY",
                "pValue": f"{rng.random():.4f}",
                "statisticalMethod": "ANCOVA",
                "paramType": "Mean Difference (Final Values)",
                "paramValue": f"{rng.gauss(0, 5):.2f}",
                "ciPctValue": "95",
                "ciNumSides": "TWO_SIDED",
                "ciLowerLimit": f"{rng.gauss(-4, 2):.2f}",
                "ciUpperLimit": f"{rng.gauss(4, 2):.2f}",
            }
        ]
    return measure


def adverse_events(
    rng: Random, names: list[str], arms: list[Json], size: int, serious: int, other: int
) -> Json:
    """Return what befell participants: so many terms of each kind."""
    groups = groups_of("EG", arms)
    for group in groups:
        group |= {
            "seriousNumAffected": between(rng, 0, size), "seriousNumAtRisk": size,
            "otherNumAffected": between(rng, 0, size), "otherNumAtRisk": size,
        }  # fmt: skip

    def event() -> Json:
        return {
            "term": names[int(len(names) ** rng.random()) - 1],
            "organSystem": pick(rng, _ORGANS),
            "sourceVocabulary": "MedDRA 24.0",
            "assessmentType": "SYSTEMATIC_ASSESSMENT",
            "stats": [
                {
                    "groupId": group["id"],
                    "numAffected": int(rng.random() ** 4 * size),
                    "numAtRisk": size,
                }
                for group in groups
            ],
        }

    module: Json = {
        "frequencyThreshold": pick(rng, ("0", "5")),
        "timeFrame": "From first dose to 30 days after last dose",
        "eventGroups": groups,
    }
    if serious:
        module["seriousEvents"] = [event() for _ in range(serious)]
    if other:
        module["otherEvents"] = [event() for _ in range(other)]
    return module
