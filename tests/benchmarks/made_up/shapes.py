"""What studies look like in numbers, so that made-up ones can be held beside real ones."""

import re
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic_core import from_json

Json = dict[str, Any]

_WORD = re.compile(r"\w+")
_RANKS = (10, 100, 300, 1_000, 3_000, 10_000)


@dataclass(slots=True)
class Shapes:
    """What was counted; lengths in bytes of compact JSON or in characters."""

    sizes: list[int] = field(default_factory=list)
    sites: list[int] = field(default_factory=list)
    criteria: list[int] = field(default_factory=list)
    outcomes: list[int] = field(default_factory=list)
    results: list[int] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    citing: int = 0
    studies_with: Counter[str] = field(default_factory=Counter)
    shares: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, document: bytes, encoded: int) -> None:
        """Count a study that takes so many bytes as compact JSON."""
        study = from_json(document)
        protocol = study["protocolSection"]
        text = "\n".join(_texts(study)).lower()
        words = set(_WORD.findall(text))
        self.sizes.append(encoded)
        self.words.append(len(words))
        self.studies_with.update(words)
        own = protocol["identificationModule"]["nctId"].lower()
        self.citing += any(found != own for found in re.findall(r"nct\d{8}", text))
        places = protocol.get("contactsLocationsModule", {}).get("locations", [])
        self.sites.append(len(places))
        self.criteria.append(len(protocol["eligibilityModule"].get("eligibilityCriteria", "")))
        self.outcomes.append(sum(map(len, protocol.get("outcomesModule", {}).values())))
        if "resultsSection" in study:
            self.results.append(sum(map(len, _texts(study["resultsSection"]))))
        for name, value in _facets(protocol, places):
            self.shares.setdefault(name, Counter())[value] += 1

    def rows(self) -> Iterator[tuple[str, str]]:
        """Yield what was counted, and what is to be said of it."""
        yield "studies", f"{len(self.sizes):,}"
        for name in ("sizes", "sites", "criteria", "outcomes", "results", "words"):
            yield f"{name}: median, mean, p95, max", spread(getattr(self, name))
        count = len(self.sizes)
        yield "with results", f"{len(self.results) / count:.1%}"
        yield "that name another study", f"{self.citing / count:.1%}"
        cancer = self.studies_with["cancer"] / count
        yield "with the word cancer", f"{cancer:.1%}"
        yield "distinct words", f"{len(self.studies_with):,}"
        ordered = sorted(self.studies_with.values(), reverse=True)
        ranks = [rank for rank in _RANKS if rank < len(ordered)]
        found = " ".join(f"{ordered[rank] / count:.2%}" for rank in ranks)
        yield f"studies with the {ranks[0]}th to {ranks[-1]:,}th word", found
        for name, values in self.shares.items():
            top = values.most_common(6)
            yield name, ", ".join(f"{value} {number / count:.1%}" for value, number in top)


def spread(numbers: Sequence[int]) -> str:
    """Return median, mean, 95th percentile and maximum."""
    if not numbers:
        return "none"
    ordered = sorted(numbers)
    last = len(ordered) - 1
    mean = statistics.fmean(ordered)
    return f"{ordered[last // 2]:,} {mean:,.1f} {ordered[int(last * 0.95)]:,} {ordered[last]:,}"


def shapes_of(documents: Iterable[bytes]) -> Shapes:
    """Count studies that are compact JSON already."""
    shapes = Shapes()
    for document in documents:
        shapes.add(document, len(document))
    return shapes


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


def _facets(protocol: Json, places: Sequence[Json]) -> Iterator[tuple[str, str]]:
    yield "status", protocol["statusModule"].get("overallStatus", "none")
    design = protocol["designModule"]
    yield "type", design["studyType"]
    yield "phase", "/".join(design.get("phases", ["none"]))
    yield (
        "sponsor class",
        protocol["sponsorCollaboratorsModule"]["leadSponsor"].get("class", "none"),
    )
    yield "ages", "+".join(protocol["eligibilityModule"].get("stdAges", []))
    yield "sex", protocol["eligibilityModule"].get("sex", "none")
    start = protocol["statusModule"].get("startDateStruct", {}).get("date", "none")
    yield "start", start[:3] + "0s"
    for country in {place.get("country", "none") for place in places}:
        yield "country", country
