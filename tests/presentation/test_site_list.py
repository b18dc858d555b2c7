from typing import Any

from desktop_app.export.text import to_text
from desktop_app.presentation.section import Field, FieldList, Section
from desktop_app.presentation.site_list import (
    in_list_order,
    list_sections,
    matching_sites,
    site_rows,
)
from desktop_app.presentation.sites import sites_sections
from desktop_app.study.contacts_locations import Location
from desktop_app.study.study import Study
from tests.studies import study_with

LOCATIONS = [
    {"facility": "B", "city": "Zürich", "country": "Switzerland", "status": "COMPLETED"},
    {"facility": "A", "city": "Bonn", "country": "Germany", "status": "RECRUITING"},
    {"facility": "C", "city": "Basel", "country": "Switzerland", "status": "RECRUITING"},
    {"facility": "D", "city": "Zürich", "country": "Switzerland"},
    {"facility": "E"},
]


def locations_of(*locations: dict[str, Any]) -> tuple[Location, ...]:
    study = study_with(contactsLocationsModule={"locations": list(locations)})
    return study.protocol_section.contacts_locations_module.locations


def fields_of(sections: tuple[Section, ...]) -> list[Field]:
    lists = (b for part in sections for country in part.blocks for b in _blocks(country))
    return [field for one in lists if isinstance(one, FieldList) for field in one.fields]


def _blocks(block: object) -> tuple[object, ...]:
    assert isinstance(block, Section)
    return block.blocks


def test_rows_are_those_of_the_sections_in_their_order() -> None:
    locations = locations_of(*LOCATIONS)
    every = matching_sites(locations, "")
    rows = site_rows(every)
    assert [row.field for row in rows] == fields_of(list_sections(locations, every))
    assert [row.site.number for row in rows] == [1, 2, 4, 0, 3]
    assert [one.number for one in in_list_order(every)] == [row.site.number for row in rows]


def test_matching_sites_keep_their_numbers() -> None:
    locations = locations_of(*LOCATIONS)
    assert [one.number for one in matching_sites(locations, "zurich")] == [0, 3]
    assert [one.number for one in matching_sites(locations, "  ")] == [0, 1, 2, 3, 4]


def test_sections_tell_open_ones_from_others() -> None:
    locations = locations_of(*LOCATIONS)
    every = matching_sites(locations, "")
    titles = [(section.title, section.note) for section in list_sections(locations, every)]
    assert titles == [("Open Sites", "2"), ("Other Sites", "3")]
    closed = matching_sites(locations, "zurich")
    titles = [(section.title, section.note) for section in list_sections(locations, closed)]
    assert titles == [("Sites", "2 of 5 sites shown")]


def test_names_with_accents_stand_among_the_others() -> None:
    cities = ("Lyon", "Évry", "Evreux", "Zürich")
    locations = locations_of(*({"country": "France", "city": city} for city in cities))
    ordered = in_list_order(matching_sites(locations, ""))
    assert [one.location.city for one in ordered] == ["Evreux", "Évry", "Lyon", "Zürich"]


def test_every_element_of_a_site_is_shown() -> None:
    contact = {
        "name": "Ada Lovelace", "role": "CONTACT", "phone": "+49 30 1", "phoneExt": "77",
        "email": "ada@example.org",
    }  # fmt: skip
    site = LOCATIONS[1] | {"state": "North Rhine", "zip": "53113", "contacts": [contact]}
    text = to_text(sites_sections(study_with(contactsLocationsModule={"locations": [site]})))
    for words in (
        *("Bonn", "North Rhine", "53113", "Germany", "Recruiting", "Ada Lovelace", "Contact"),
        *("+49 30 1 ext. 77", "ada@example.org"),
    ):
        assert words in text


def test_central_contacts_are_shown() -> None:
    contact = {"name": "Grace Hopper", "role": "CONTACT", "phone": "1", "email": "g@example.org"}
    study = study_with(contactsLocationsModule={"centralContacts": [contact]})
    assert "Grace Hopper" in to_text(sites_sections(study))


def test_countries_of_a_source_page_are_shown() -> None:
    study = Study.model_validate({"sourcePageSection": {"countries": ["China", "Mars"]}})
    text = to_text(sites_sections(study))
    assert "as the source page lists them" in text
    assert "Mars" in text


def test_coordinates_off_the_globe_are_noted_at_the_site() -> None:
    odd = {"facility": "F", "country": "France", "geoPoint": {"lat": 95, "lon": 10.5}}
    text = to_text(
        sites_sections(
            study_with(
                contactsLocationsModule={
                    "locations": [odd, odd | {"geoPoint": {"lat": 48.8, "lon": 2.3}}]
                }
            )
        )
    )
    assert text.count("F (coordinates off the globe: 95, 10.5)") == 1
    assert text.count("coordinates off the globe") == 2
