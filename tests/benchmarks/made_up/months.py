"""What becomes of a study in a month: most keep every word, a few change."""

from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

from tests.benchmarks.made_up.administration import updated
from tests.benchmarks.made_up.facts import OPEN, Facts
from tests.benchmarks.made_up.materials import Materials
from tests.benchmarks.made_up.shares import between

Json = dict[str, Any]

CHANGED_OPEN = 0.155
CHANGED_OTHER = 0.018
"""The shares of studies that change in a month: 4 % of all."""
NEW = 0.005
_NEXT_STATUS = {
    "NOT_YET_RECRUITING": "RECRUITING",
    "RECRUITING": "ACTIVE_NOT_RECRUITING",
    "ENROLLING_BY_INVITATION": "ACTIVE_NOT_RECRUITING",
}


def day_of(month: int) -> date:
    """Return the day on which the registry was taken in a month, counted from 1."""
    years, months = divmod(month + 7, 12)
    return date(2026 + years, months + 1, 3)


def grown(count: int, month: int) -> int:
    """Return how many studies there are in a month, of so many in the first."""
    return count + int(count * NEW) * (month - 1)


def grow_older(study: Json, facts: Facts, materials: Materials, month: int) -> Json:
    """Change a record as the months up to this one did."""
    share = CHANGED_OPEN if facts.status in OPEN else CHANGED_OTHER
    for later in range(2, month + 1):
        rng = Random(facts.place * 1_000 + later)
        if rng.random() < share:
            _CHANGES[int(rng.random() * len(_CHANGES))](rng, study, facts, materials)
            status = study["protocolSection"]["statusModule"]
            day = date(day_of(later - 1).year, day_of(later - 1).month, between(rng, 4, 28))
            status["statusVerifiedDate"] = f"{day:%Y-%m}"
            status |= updated(day)
    return study


def _change_status(rng: Random, study: Json, facts: Facts, materials: Materials) -> None:
    module = study["protocolSection"]["statusModule"]
    module["overallStatus"] = _NEXT_STATUS.get(module["overallStatus"], module["overallStatus"])


def _change_enrollment(rng: Random, study: Json, facts: Facts, materials: Materials) -> None:
    if info := study["protocolSection"]["designModule"].get("enrollmentInfo"):
        info["count"] += between(rng, 1, 90)


def _change_sites(rng: Random, study: Json, facts: Facts, materials: Materials) -> None:
    module = study["protocolSection"].setdefault("contactsLocationsModule", {})
    country = rng.choices(materials.world.countries, materials.world.country_weights)[0]
    module.setdefault("locations", []).extend(rng.choices(materials.world.sites[country], k=2))


def _change_completion(rng: Random, study: Json, facts: Facts, materials: Materials) -> None:
    later = date(2027 + between(rng, 0, 5), between(rng, 1, 12), 1)
    study["protocolSection"]["statusModule"]["completionDateStruct"]["date"] = f"{later:%Y-%m}"


def _change_criteria(rng: Random, study: Json, facts: Facts, materials: Materials) -> None:
    added = materials.criteria.some(rng, facts.topic.area, 1)[0]
    study["protocolSection"]["eligibilityModule"]["eligibilityCriteria"] += f"\n* {added}"


def _change_outcome(rng: Random, study: Json, facts: Facts, materials: Materials) -> None:
    outcomes = study["protocolSection"]["outcomesModule"]["primaryOutcomes"]
    outcomes[0] = outcomes[0] | {"timeFrame": f"{between(rng, 2, 60)} months"}


_CHANGES: tuple[Callable[[Random, Json, Facts, Materials], None], ...] = (
    _change_status, _change_enrollment, _change_sites, _change_completion, _change_criteria,
    _change_outcome, _change_status, _change_sites,
)  # fmt: skip
