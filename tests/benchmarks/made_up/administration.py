"""The modules of a record that say whose study it is, when, and what else there is to read."""

from datetime import date, timedelta
from random import Random
from typing import Any

from tests.benchmarks.made_up.facts import OVER, Facts
from tests.benchmarks.made_up.materials import Materials
from tests.benchmarks.made_up.shares import between, pick
from tests.benchmarks.made_up.words import draw_rare

Json = dict[str, Any]

_JOURNALS = (
    "Lancet", "N Engl J Med", "JAMA", "BMJ", "J Clin Oncol", "PLoS One", "Trials", "Circulation",
    "Cochrane Database Syst Rev", "Diabetes Care", "Chest", "Anesthesiology", "BMC Public Health",
)  # fmt: skip
_REASONS = (
    "Slow accrual", "Sponsor decision", "Lack of funding", "The investigator left the institution",
    "Due to COVID-19", "Business decision, not related to safety",
)  # fmt: skip


def title_of(facts: Facts) -> str:
    """Return the brief title."""
    topic = facts.topic
    return f"{topic.interventions[0].title()} and {topic.subject.title()} in {topic.condition}"


def identification(rng: Random, facts: Facts, materials: Materials) -> Json:
    """Return names and numbers, now and then with that of an earlier study."""
    topic = facts.topic
    organization = {"fullName": topic.sponsor, "class": topic.sponsor_class}
    module: Json = {
        "nctId": facts.nct_id,
        "orgStudyIdInfo": {"id": f"{draw_rare(rng)[:4].upper()}-{between(rng, 1, 99_999)}"},
    }
    others = []
    if rng.random() < 0.2:
        number = (
            f"20{between(rng, 4, 26):02d}-{between(rng, 0, 999_999):06d}-{between(rng, 10, 99)}"
        )
        others.append({"id": number, "type": "EUDRACT_NUMBER"})
    if facts.cited and facts.place % 3 == 0:
        others.append({"id": facts.cited, "type": "REGISTRY", "domain": "ClinicalTrials.gov"})
    if others:
        module["secondaryIdInfos"] = others
    subject = f"{materials.lexicon.draw(rng)} {draw_rare(rng)}"
    module |= {
        "organization": organization,
        "briefTitle": title_of(facts),
        "officialTitle": f"A {materials.lexicon.draw(rng).title()}, "
        f"{'Randomized ' if facts.is_interventional else 'Observational '}Study of "
        f"{' and '.join(topic.interventions)} on {subject} in Patients With {topic.condition}",
    }
    if rng.random() < 0.26:
        module["acronym"] = draw_rare(rng)[:6].upper()
    return module


def status(rng: Random, facts: Facts) -> Json:
    """Return status and dates."""
    first, posted = facts.registered, facts.registered + timedelta(days=between(rng, 1, 9))
    over = facts.status in OVER
    unknown = facts.status == "UNKNOWN"
    module: Json = {
        "statusVerifiedDate": facts.updated.isoformat()[:7],
        "overallStatus": facts.status,
    }
    if unknown:
        module["lastKnownStatus"] = "RECRUITING"
    if facts.status in ("TERMINATED", "WITHDRAWN", "SUSPENDED"):
        module["whyStopped"] = pick(rng, _REASONS)
    module |= {
        "expandedAccessInfo": {"hasExpandedAccess": False},
        "startDateStruct": _dated(facts.start, facts.registered.year > 2011, over),
        "primaryCompletionDateStruct": _dated(facts.primary_completion, True, over and not unknown),
        "completionDateStruct": _dated(facts.completion, True, over and not unknown),
        "studyFirstSubmitDate": first.isoformat(),
        "studyFirstSubmitQcDate": posted.isoformat(),
        "studyFirstPostDateStruct": {"date": posted.isoformat(), "type": "ACTUAL"},
    }
    if facts.has_results:
        day = max(facts.registered, facts.updated - timedelta(days=30)).isoformat()
        module |= {
            "resultsFirstSubmitDate": day,
            "resultsFirstSubmitQcDate": day,
            "resultsFirstPostDateStruct": {"date": day, "type": "ACTUAL"},
        }
    return module | updated(facts.updated)


def updated(day: date) -> Json:
    """Return what a status module says of its last change."""
    return {
        "lastUpdateSubmitDate": day.isoformat(),
        "lastUpdatePostDateStruct": {"date": day.isoformat(), "type": "ACTUAL"},
    }


def _dated(day: date, typed: bool, actual: bool) -> Json:
    text = day.isoformat()
    text = text if day.day % 5 > 1 else text[:7]
    return {"date": text} | ({"type": "ACTUAL" if actual else "ESTIMATED"} if typed else {})


def sponsors(rng: Random, facts: Facts, materials: Materials) -> Json:
    """Return who is responsible and who takes part."""
    topic = facts.topic
    module: Json = {"responsibleParty": {"type": "SPONSOR"}}
    if rng.random() < 0.4:
        module["responsibleParty"] = {
            "type": "PRINCIPAL_INVESTIGATOR",
            "investigatorFullName": materials.world.person(rng),
            "investigatorTitle": "Professor",
            "investigatorAffiliation": topic.sponsor,
        }
    module["leadSponsor"] = {"name": topic.sponsor, "class": topic.sponsor_class}
    if rng.random() < 0.34:
        module["collaborators"] = [
            {"name": materials.world.sponsor(rng, "OTHER"), "class": "OTHER"}
            for _ in range(1 + int(rng.expovariate(1)))
        ]
    return module


def oversight(rng: Random) -> Json:
    """Return who watches over the study."""
    return {
        "oversightHasDmc": rng.random() < 0.4,
        "isFdaRegulatedDrug": rng.random() < 0.3,
        "isFdaRegulatedDevice": rng.random() < 0.1,
    }


def references(rng: Random, facts: Facts, materials: Materials) -> Json | None:
    """Return what has been written, some of it on the earlier study that is named."""
    cites = facts.cited and facts.place % 3 == 1
    if not cites and rng.random() > 0.33:
        return None
    count = min(90, 1 + int(rng.lognormvariate(0.9, 1.0)))
    cited = [_citation(rng, facts, materials) for _ in range(count)]
    if cites:
        cited[0]["citation"] += f" ClinicalTrials.gov {facts.cited}."
    module: Json = {"references": cited}
    if rng.random() < 0.2:
        module["seeAlsoLinks"] = [
            {"label": "Home page", "url": f"https://{draw_rare(rng)}.example.org"}
        ]
    return module


def _citation(rng: Random, facts: Facts, materials: Materials) -> Json:
    world = materials.world
    authors = ", ".join(world.person(rng) for _ in range(between(rng, 2, 6)))
    title = materials.measures.some(rng, facts.topic.area, 1)[0]
    volume = f"{between(rng, 1985, 2026)};{between(rng, 1, 400)}({between(rng, 1, 12)})"
    where = f"{pick(rng, _JOURNALS)}. {volume}"
    reference = {"pmid": str(between(rng, 1_000_000, 41_000_000)), "type": "BACKGROUND"}
    return reference | {"citation": f"{authors}. {title}. {where}:{between(rng, 1, 2000)}-9."}


def sharing(rng: Random) -> Json | None:
    """Return whether the data of participants are shared."""
    if rng.random() > 0.5:
        return None
    module: Json = {"ipdSharing": pick(rng, ("NO", "NO", "UNDECIDED", "YES"))}
    if module["ipdSharing"] == "YES":
        module |= {"description": "Upon reasonable request", "infoTypes": ["STUDY_PROTOCOL", "SAP"]}
    return module
