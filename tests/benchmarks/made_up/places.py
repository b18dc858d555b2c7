"""People, institutions and the places where studies are done."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import Any

from tests.benchmarks.made_up.tables import lines_of, words_of

Location = dict[str, Any]

_GIVEN, _FAMILY, _SYLLABLES, _ENDINGS = map(
    words_of, ("given_names", "family_names", "syllables", "name_endings")
)
_HOSPITALS = (
    "{name} University Hospital", "{city} General Hospital", "{name} Medical Center",
    "{name} Clinic",
    "University of {city}", "{name} Cancer Center", "{name} Research Institute", "Hospital {name}",
    "Research Site", "{name} Clinical Research", "{city} Children's Hospital", "Site {number}",
    "Investigational Site Number {number}", "{name} Memorial Hospital", "CHU de {city}",
)  # fmt: skip
_SPONSORS = {
    "OTHER": (
        "University of {name}", "{name} University", "{name} University Hospital",
        "{name} Hospital",
        "{name} Medical College", "{name} Foundation", "Assistance Publique - {name}",
    ),
    "INDUSTRY": (
        "{name} Pharmaceuticals", "{name} Therapeutics", "{name} Inc.", "{name} Biotech Co., Ltd.",
    ),
    "NIH": ("National Institute of {name} Diseases",),
    "OTHER_GOV": ("Ministry of Health, {name}", "{name} Health Authority"),
    "FED": ("{name} Veterans Affairs Medical Center",),
    "NETWORK": ("{name} Cooperative Oncology Group",),
    "INDIV": ("{name}, M.D.",),
}  # fmt: skip
SPONSOR_CLASSES = {
    "OTHER": 720, "INDUSTRY": 222, "NIH": 22, "OTHER_GOV": 24, "FED": 7, "NETWORK": 4, "INDIV": 1,
}  # fmt: skip
_SPONSORS_OF_CLASS = {"OTHER": 9_000, "INDUSTRY": 5_000, "NIH": 27, "OTHER_GOV": 300, "FED": 40}
_PLACES = 24_000


@dataclass(frozen=True, slots=True)
class World:
    """Who and where: commonest first."""

    people: list[str]
    countries: list[str]
    country_weights: list[int]
    sites: dict[str, list[Location]]
    sponsors: dict[str, list[str]]

    def person(self, rng: Random) -> str:
        """Return somebody's name."""
        return self.people[int(rng.random() * len(self.people))]

    def sponsor(self, rng: Random, kind: str) -> str:
        """Return an institution of a class; some have thousands of studies, most have few."""
        names = self.sponsors[kind]
        return names[int(len(names) ** rng.random()) - 1]


def make_world() -> World:
    """Make everybody and every place."""
    rng = Random("world")
    lines = [line.split("|") for line in lines_of("countries")]
    weights = [int(share) for _, share, _ in lines]
    return World(
        people=[f"{rng.choice(_GIVEN)} {family_name(rng)}" for _ in range(30_000)],
        countries=[country for country, _, _ in lines],
        country_weights=weights,
        sites={
            country: _sites(
                rng, country, cities.split(";"), _PLACES * int(share) // sum(weights) + 5
            )
            for country, share, cities in lines
        },
        sponsors={
            kind: [
                rng.choice(patterns).format(name=family_name(rng))
                for _ in range(_SPONSORS_OF_CLASS.get(kind, 60))
            ]
            for kind, patterns in _SPONSORS.items()
        },
    )


def family_name(rng: Random) -> str:
    """Return a family name, common or made."""
    if rng.random() < 0.2:
        return rng.choice(_FAMILY)
    syllables = "".join(rng.choices(_SYLLABLES, k=rng.choice((1, 2, 2, 3))))
    return (syllables + rng.choice(_ENDINGS)).capitalize()


def _sites(rng: Random, country: str, cities: Sequence[str], count: int) -> list[Location]:
    return [_site(rng, country, *rng.choice(cities).split(",")) for _ in range(count)]


def _site(rng: Random, country: str, city: str, state: str, lat: str, lon: str) -> Location:
    aside = partial(rng.uniform, -1.5, 1.5)
    if rng.random() < 0.35:
        city = f"{family_name(rng)} {rng.choice(('City', 'Heights', 'Beach', 'Spa'))}"
    facility = rng.choice(_HOSPITALS).format(
        name=family_name(rng), city=city, number=rng.randint(1, 9999)
    )
    location: Location = {"facility": facility, "city": city}
    if state:
        location["state"] = state
    if rng.random() < 0.7:
        location["zip"] = str(rng.randint(1000, 99999))
    location["country"] = country
    if rng.random() < 0.94:
        location["geoPoint"] = {
            "lat": round(float(lat) + aside(), 5), "lon": round(float(lon) + aside(), 5),
        }  # fmt: skip
    return location
