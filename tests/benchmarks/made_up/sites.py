"""Where a study is done and whom to ask."""

from random import Random
from typing import Any

from tests.benchmarks.made_up.facts import OPEN, Facts
from tests.benchmarks.made_up.materials import Materials
from tests.benchmarks.made_up.shares import between

Json = dict[str, Any]

MOST_SITES = 1_400


def contacts_locations(rng: Random, facts: Facts, materials: Materials) -> Json:
    """Return contacts, officials and locations."""
    module: Json = {}
    world = materials.world
    if facts.status in OPEN:
        module["centralContacts"] = [
            contact(rng, world.person(rng)) for _ in range(between(rng, 1, 2))
        ]
    if rng.random() < 0.74:
        module["overallOfficials"] = [
            {
                "name": f"{world.person(rng)}, MD",
                "affiliation": facts.topic.sponsor,
                "role": "PRINCIPAL_INVESTIGATOR",
            }
        ]
    locations = _locations(rng, facts, materials)
    if locations:
        module["locations"] = locations
    return module


def contact(rng: Random, name: str) -> Json:
    """Return whom to ask, and how."""
    address = "".join(filter(str.isalpha, name.lower()))
    phone = f"+{between(rng, 1, 99)} {between(rng, 100, 999)} {between(rng, 10**5, 10**7)}"
    return {"name": name, "role": "CONTACT", "phone": phone, "email": f"{address}@example.org"}


def _locations(rng: Random, facts: Facts, materials: Materials) -> list[Json]:
    chance = rng.random()
    if chance < 0.1:
        return []
    world = materials.world
    industry = facts.topic.sponsor_class == "INDUSTRY"
    if chance < (0.4 if industry else 0.78):
        count = 1
    else:
        count = min(MOST_SITES, 2 + int(rng.lognormvariate(2.7 if industry else 1.6, 1.15)))
    countries = rng.choices(
        world.countries, world.country_weights, k=1 + count // (8 if industry else 30)
    )
    share = -(-count // len(countries))
    found = [
        site for country in countries for site in rng.choices(world.sites[country], k=share)
    ][:count]  # fmt: skip
    if facts.status not in OPEN:
        return found
    status = "RECRUITING" if facts.status == "RECRUITING" else facts.status
    open_sites = []
    for site in found:
        site = {"facility": site["facility"], "status": status} | site
        if rng.random() < 0.25:
            site["contacts"] = [contact(rng, world.person(rng))]
        open_sites.append(site)
    return open_sites
