"""What a study is filtered by, from its record."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from desktop_app.readers.json_values import JsonObject
from desktop_app.store.entries.values import date_of, part_of, parts_of, text_of, texts_of
from desktop_app.store.facets.packing import pack
from desktop_app.study.ages import Age


class FacetValues(NamedTuple):
    """What a study is filtered by.

    ``packed`` is as `desktop_app.store.facets` says; ``countries`` stand in lines, in their order
    of the alphabet; ages are in days, None where there is no limit or none is stated; ``start`` is
    a number yyyymmdd, in which what is not stated is 00.
    """

    packed: int = 0
    countries: str = ""
    min_age: int | None = None
    max_age: int | None = None
    start: int | None = None


def facet_values(raw: JsonObject) -> FacetValues:
    """Return what a study is filtered by."""
    protocol = part_of(raw, "protocolSection")
    design = part_of(protocol, "designModule")
    eligibility = part_of(protocol, "eligibilityModule")
    status = part_of(protocol, "statusModule")
    sponsors = part_of(protocol, "sponsorCollaboratorsModule")
    start = date_of(part_of(status, "startDateStruct"), "date")
    return FacetValues(
        packed=pack(
            status=text_of(status, "overallStatus"),
            phases=texts_of(design, "phases"),
            study_type=text_of(design, "studyType"),
            age_groups=texts_of(eligibility, "stdAges"),
            sex=text_of(eligibility, "sex"),
            sponsor_class=text_of(part_of(sponsors, "leadSponsor"), "class"),
            has_results=raw.get("hasResults") is True or bool(part_of(raw, "resultsSection")),
            start_year=int(start[:4]) if start else 0,
        ),
        countries=_countries(raw, protocol),
        min_age=_days(text_of(eligibility, "minimumAge")),
        max_age=_days(text_of(eligibility, "maximumAge")),
        start=_day_number(start) if start else None,
    )


def _countries(raw: JsonObject, protocol: JsonObject) -> str:
    places = parts_of(part_of(protocol, "contactsLocationsModule"), "locations")
    names: Iterable[str] = {text_of(place, "country") for place in places}
    if not places:
        # The registry's page names countries alone.
        names = texts_of(part_of(raw, "sourcePageSection"), "countries")
    return "\n".join(sorted({" ".join(name.split()) for name in names if name}))


# A few hundred forms in all of the registry.
@lru_cache(maxsize=4_096)
def _days(text: str) -> int | None:
    try:
        age = Age.parse(text)
    except ValueError:
        return None
    return None if age.is_no_limit else int(age.in_days)


def _day_number(date: str) -> int:
    return int(date[:10].replace("-", "").ljust(8, "0"))
