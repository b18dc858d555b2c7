from typing import Any

from desktop_app.presentation.section import Section, Table
from desktop_app.presentation.site_table import sites_with_table
from desktop_app.presentation.sites import sites_sections
from tests.studies import study_with


def tables_of(*locations: dict[str, Any]) -> list[tuple[str, Table]]:
    study = study_with(contactsLocationsModule={"locations": list(locations)})
    sections = sites_with_table(study)
    return [
        (section.title, block)
        for section in sections
        for block in section.blocks
        if isinstance(block, Table)
    ]


HALLE = {"facility": "Klinik", "city": "Halle", "zip": "06120", "country": "Germany"}


def test_a_site_is_a_row_without_columns_that_nobody_needs() -> None:
    ((title, table),) = tables_of(HALLE)
    assert title == "Sites"
    assert table.columns == ("Country", "City", "Facility")
    assert table.rows == (("Germany", "Halle", "Klinik (06120)"),)


def test_open_sites_stand_in_a_table_of_their_own_with_whom_to_ask() -> None:
    contact = {"name": "A. Person", "role": "CONTACT", "phone": "1", "email": "a@example.org"}
    (first, open_sites), (second, others) = tables_of(
        {**HALLE, "status": "COMPLETED"}, {**HALLE, "status": "RECRUITING", "contacts": [contact]}
    )
    assert (first, second) == ("Open Sites", "Other Sites")
    assert open_sites.rows[0][-1] == "A. Person, Contact · 1 · a@example.org"
    assert others.columns[-1] == "Status"


def test_what_stands_above_the_list_is_as_on_the_tab() -> None:
    study = study_with(contactsLocationsModule={"locations": [HALLE, {**HALLE, "city": "Jena"}]})
    shown, on_tab = sites_with_table(study), sites_sections(study)
    assert [one.title for one in shown] == [one.title for one in on_tab]
    assert all(isinstance(one, Section) for one in shown)
    assert shown[:-1] == on_tab[:-1]


def test_a_record_without_sites_says_so_as_the_tab_does() -> None:
    study = study_with()
    assert sites_with_table(study) == sites_sections(study)
