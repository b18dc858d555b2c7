from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.store.library import Library
from desktop_app.store.personal import named_plans, plans, registry_plans
from desktop_app.store.personal.exchange import Dump, DumpedStudy, load
from desktop_app.store.personal.values import TagColour
from desktop_app.store.personal.writer import PersonalWriter
from tests.store.synthetic import open_library, record


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path) as library:
        list(library.add_all(record(number) for number in range(1, 10)))
        yield library


@pytest.fixture
def filled(writer: PersonalWriter) -> PersonalWriter:
    for plan in (
        plans.star((3, 5), starred=True),
        plans.set_note(3, "Mine"),
        plans.set_own_status((3,), "screening"),
        named_plans.create_tag("Monday", TagColour.BLUE, (3, 4)),
        named_plans.create_tag("Unused", TagColour.RED),
        named_plans.create_collection("Board", (5, 3)),
        named_plans.save_search("Asthma", "asthma"),
        registry_plans.save_registry_search("Pain", '{"condition": "pain"}', 3),
    ):
        writer.perform(plan)
    return writer


def test_all_goes_along_to_another_machine(
    library: Library, filled: PersonalWriter, tmp_path: Path
) -> None:
    dumped = library.personal.dump()
    assert {study.nct_number for study in dumped.studies} == {3, 4, 5}
    assert dumped.tags == (("Monday", "blue"), ("Unused", "red"))
    assert dumped.collections == (("Board", (5, 3)),)
    assert dumped.searches == (("Asthma", "asthma"),)
    assert dumped.registry_searches == (("Pain", '{"condition": "pain"}'),)
    other = tmp_path / "other"
    with open_library(other) as moved:
        writer = PersonalWriter(moved.personal_path)
        writer.perform(load(dumped))
        assert moved.personal.dump() == dumped
        assert writer.perform(load(dumped)) == ()
        writer.close()


def test_of_some_studies_only_theirs_goes_along(library: Library, filled: PersonalWriter) -> None:
    dumped = library.personal.dump((4,))
    assert dumped == Dump((DumpedStudy(4, tags=("Monday",)),), (("Monday", "blue"),))


def test_what_comes_is_added_and_nothing_is_lost(library: Library, filled: PersonalWriter) -> None:
    before = library.personal.dump()
    studies = (
        DumpedStudy(3, 7, ("MONDAY", "new"), "Theirs", 9, "referred", 10),
        DumpedStudy(6, None, (), "Only theirs", 9, "referred", 10),
    )
    coming = Dump(studies, (("MONDAY", "red"), ("new", "pink")), (("board", (3, 9)),))
    back = filled.perform(load(coming))
    marks = library.personal.marks((3, 6))
    assert [(tag.name, tag.colour.value) for tag in marks[3].tags] == [
        *(("Monday", "blue"), ("new", "pink")),
    ]
    # Theirs is older than mine.
    assert (marks[3].own_status, marks[6].own_status) == ("screening", "referred")
    note = library.personal.note(3)
    assert note is not None
    assert note.text.startswith("Mine\n")
    assert note.text.endswith("\nTheirs")
    assert library.personal.collected(1) == (5, 3, 9)
    filled.apply(back)
    assert library.personal.dump() == before
