"""The modules of a record that say what is done, to whom, and where."""

from random import Random
from typing import Any

from tests.benchmarks.made_up.facts import OPEN, Facts
from tests.benchmarks.made_up.materials import Materials
from tests.benchmarks.made_up.shares import Shares, pick
from tests.benchmarks.made_up.words import draw_rare

Json = dict[str, Any]

_MASKING = Shares({"NONE": 54, "QUADRUPLE": 16, "DOUBLE": 12, "TRIPLE": 9, "SINGLE": 9})
_MASKED = ("PARTICIPANT", "INVESTIGATOR", "OUTCOMES_ASSESSOR", "CARE_PROVIDER")
_HOW_MANY_MASKED = {"NONE": 0, "SINGLE": 1, "DOUBLE": 2, "TRIPLE": 3, "QUADRUPLE": 4}
_MODELS = Shares(
    {"PARALLEL": 63, "SINGLE_GROUP": 27, "CROSSOVER": 6, "SEQUENTIAL": 3, "FACTORIAL": 1}
)
_PURPOSES = Shares({
    "TREATMENT": 65, "PREVENTION": 11, "SUPPORTIVE_CARE": 7, "DIAGNOSTIC": 4, "BASIC_SCIENCE": 4,
    "OTHER": 5, "HEALTH_SERVICES_RESEARCH": 3, "SCREENING": 1,
})  # fmt: skip
_OBSERVATIONS = Shares({"COHORT": 70, "CASE_CONTROL": 11, "CASE_ONLY": 10, "OTHER": 9})
_ARM_TYPES = Shares({
    "EXPERIMENTAL": 60, "ACTIVE_COMPARATOR": 21, "PLACEBO_COMPARATOR": 9, "NO_INTERVENTION": 6,
    "OTHER": 3, "SHAM_COMPARATOR": 1,
})  # fmt: skip
_KINDS = Shares({
    "DRUG": 44, "OTHER": 16, "BEHAVIORAL": 11, "DEVICE": 11, "PROCEDURE": 8, "BIOLOGICAL": 6,
    "DIETARY_SUPPLEMENT": 4,
})  # fmt: skip
_TIMES = (
    "12 weeks",
    "24 weeks",
    "1 year",
    "Baseline and month 6",
    "Day 1",
    "Up to 5 years",
    "30 days",
)
_AGES = Shares[tuple[str | None, str | None]]({
    ("18 Years", None): 47, ("18 Years", "75 Years"): 11, ("18 Years", "65 Years"): 11,
    ("18 Years", "80 Years"): 6, (None, None): 5, ("6 Years", "17 Years"): 3, (None, "17 Years"): 3,
    ("12 Years", "18 Years"): 2, ("20 Years", None): 2, ("18 Years", "45 Years"): 4,
    ("65 Years", None): 3, ("1 Month", "18 Years"): 1, ("6 Months", "5 Years"): 1,
    ("12 Years", None): 2,
})  # fmt: skip
_SEXES = Shares({"ALL": 86, "FEMALE": 10, "MALE": 4})


def design(rng: Random, facts: Facts) -> Json:
    """Return how the study is laid out."""
    module: Json = {"studyType": facts.study_type}
    if facts.is_interventional:
        masking = _MASKING.draw(rng)
        module["phases"] = list(facts.phases)
        info: Json = {"whoMasked": list(_MASKED[: _HOW_MANY_MASKED[masking]])}
        module["designInfo"] = {
            "allocation": "RANDOMIZED" if rng.random() < 0.66 else "NA",
            "interventionModel": _MODELS.draw(rng),
            "primaryPurpose": _PURPOSES.draw(rng),
            "maskingInfo": {"masking": masking} | (info if masking != "NONE" else {}),
        }
    elif facts.study_type == "OBSERVATIONAL":
        time = pick(rng, ("PROSPECTIVE", "PROSPECTIVE", "RETROSPECTIVE", "CROSS_SECTIONAL"))
        module["patientRegistry"] = rng.random() < 0.1
        module["designInfo"] = {
            "observationalModel": _OBSERVATIONS.draw(rng), "timePerspective": time,
        }  # fmt: skip
    else:
        return module | {"expandedAccessTypes": {"individual": True}}
    kind = "ESTIMATED" if facts.status in OPEN else "ACTUAL"
    return module | {"enrollmentInfo": {"count": facts.enrollment, "type": kind}}


def description(rng: Random, facts: Facts, materials: Materials) -> Json:
    """Return summary and, mostly, details."""
    area, many = facts.topic.area, facts.wordiness
    count = 1 + int(many * rng.lognormvariate(1.5, 0.7))
    opening = f"The purpose of this study is to learn about {facts.topic.condition.lower()}. "
    module: Json = {"briefSummary": opening + " ".join(materials.sentences.some(rng, area, count))}
    if rng.random() < 0.64 or facts.cited:
        lines = materials.sentences.some(rng, area, 2 + int(many * rng.lognormvariate(2.5, 0.9)))
        lines[0] += f" See {draw_rare(rng)} and {draw_rare(rng)}."
        for place in range(4, len(lines), 5):
            lines[place] += f"\n\nOf {draw_rare(rng)}:"
        if facts.cited and facts.place % 3 == 2:
            lines[-1] += f" Participants of study {facts.cited} can continue here."
        module["detailedDescription"] = " ".join(lines)
    return module


def conditions(rng: Random, facts: Facts, materials: Materials) -> Json:
    """Return conditions and keywords."""
    topic = facts.topic
    module: Json = {"conditions": list(dict.fromkeys((topic.condition, *topic.other_conditions)))}
    if rng.random() < 0.62:
        own = rng.choices(topic.area.words, k=1 + int(rng.expovariate(0.4)))
        module["keywords"] = [*dict.fromkeys(own), topic.subject]
    return module


def arms(rng: Random, facts: Facts, materials: Materials) -> Json:
    """Return arm groups, interventions and which belong together."""
    names = list(dict.fromkeys(facts.topic.interventions))
    area = facts.topic.area
    kinds = {name: "DRUG" if name in area.drugs else _KINDS.draw(rng) for name in names}
    shown = {name: f"{kind.replace('_', ' ').title()}: {name}" for name, kind in kinds.items()}
    groups: list[Json] = []
    for place in range(min(20, 1 + int(rng.expovariate(0.75)))):
        used = [name for name in names if rng.random() < 0.6] or names[:1]
        note = " ".join(
            materials.notes.some(rng, area, 1 + int(rng.expovariate(1 / facts.wordiness)))
        )
        group = {"label": f"{used[0].capitalize()} {'ABCDEFGHIJKLMNOPQRST'[place]}"}
        if facts.is_interventional:
            group["type"] = _ARM_TYPES.draw(rng)
        groups.append(group | {"description": note, "interventionNames": [shown[n] for n in used]})
    interventions = [
        {
            "type": kinds[name],
            "name": name,
            "description": " ".join(materials.notes.some(rng, area, 1 + int(rng.expovariate(1)))),
            "armGroupLabels": [g["label"] for g in groups if shown[name] in g["interventionNames"]],
        }
        for name in names
    ]
    return {"armGroups": groups, "interventions": interventions}


def outcomes(rng: Random, facts: Facts, materials: Materials) -> Json:
    """Return what is measured."""
    many = facts.wordiness
    numbers = {
        "primaryOutcomes": min(68, 1 + int(many * rng.expovariate(1.1))),
        "secondaryOutcomes": min(140, int(many * rng.lognormvariate(1.25, 1.0))),
        "otherOutcomes": int(many * rng.lognormvariate(1.2, 0.8)) if rng.random() < 0.1 else 0,
    }
    area = facts.topic.area
    module = {}
    for kind, number in numbers.items():
        if number:
            names = materials.measures.some(rng, area, number)
            notes = materials.notes.some(rng, area, number * 2)
            module[kind] = [
                {
                    "measure": name,
                    "description": notes[place] + " " + notes[-place]
                    if place % 3
                    else notes[place],
                    "timeFrame": pick(rng, _TIMES),
                }
                for place, name in enumerate(names)
            ]
    return module


def eligibility(rng: Random, facts: Facts, materials: Materials) -> Json:
    """Return who can take part."""
    least, most = _AGES.draw(rng)
    sex = _SEXES.draw(rng)
    module: Json = {
        "eligibilityCriteria": _criteria(rng, facts, materials),
        "healthyVolunteers": rng.random() < 0.25,
        "sex": sex,
    }
    module |= {"minimumAge": least} if least else {}
    module |= {"maximumAge": most} if most else {}
    module["stdAges"] = _age_groups(least, most)
    if facts.study_type == "OBSERVATIONAL":
        population = " ".join(materials.sentences.some(rng, facts.topic.area, 1))
        module |= {"studyPopulation": population, "samplingMethod": "NON_PROBABILITY_SAMPLE"}
    return module


def _age_groups(least: str | None, most: str | None) -> list[str]:
    def years(age: str | None, otherwise: int) -> int:
        return otherwise if age is None else int(age.split()[0]) if "Years" in age else 0

    low, high = years(least, 0), years(most, 120)
    groups = {"CHILD": low < 18, "ADULT": low < 65 and high >= 18, "OLDER_ADULT": high >= 65}
    return [group for group, holds in groups.items() if holds]


def _criteria(rng: Random, facts: Facts, materials: Materials) -> str:
    count = 3 + int(facts.wordiness * rng.lognormvariate(2.5, 0.9))
    lines = materials.criteria.some(rng, facts.topic.area, min(count, 250))
    for place in range(2, len(lines), 4):
        lines[place] += f" ({draw_rare(rng)})"
    inclusion = max(1, int(len(lines) * rng.uniform(0.25, 0.65)))
    lines[0] = f"Diagnosis of {facts.topic.condition}"
    excluded = lines[inclusion:]
    if rng.random() < 0.06:
        excluded.append("History of cancer within the last 5 years")
    mark = pick(rng, ("* ", "* ", "1. "))
    listed = "\n".join(mark + line for line in lines[:inclusion])
    if not excluded:
        return f"Inclusion Criteria:\n\n{listed}"
    return f"Inclusion Criteria:\n\n{listed}\n\nExclusion Criteria:\n\n" + "\n".join(
        mark + line for line in excluded
    )
