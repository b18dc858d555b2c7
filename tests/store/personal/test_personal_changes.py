from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from desktop_app.errors import StoreError
from desktop_app.store.library import Library
from desktop_app.store.personal import named_plans, plans
from desktop_app.store.personal.plans import Plan
from desktop_app.store.personal.reader import PersonalReader
from desktop_app.store.personal.schema import COLUMNS
from desktop_app.store.personal.values import Marks, Tag, TagColour
from desktop_app.store.personal.writer import PersonalWriter
from tests.store.synthetic import open_library, record


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path) as library:
        list(library.add_all(record(number) for number in range(1, 10)))
        yield library


@pytest.fixture
def reader(library: Library) -> PersonalReader:
    return library.personal


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = apsw.Connection(str(path))
    found = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in COLUMNS}
    connection.execute("INSERT INTO note_words (note_words) VALUES ('integrity-check')")
    connection.close()
    return found


def test_what_belongs_to_the_person_is_read_beside_the_studies(
    reader: PersonalReader, writer: PersonalWriter
) -> None:
    writer.perform(plans.star((3, 5), starred=True))
    writer.perform(named_plans.create_tag(" for  Monday ", TagColour.BLUE, (3,)))
    writer.perform(plans.set_note(3, "Ask Dr. Núñez"))
    writer.perform(plans.set_own_status((3,), "screening"))
    writer.perform(named_plans.create_collection("Board", (5, 3, 77)))
    marks = reader.marks((1, 3, 5))
    assert set(marks) == {3, 5}
    assert marks[3].tags == (Tag(1, "for Monday", TagColour.BLUE),)
    assert (marks[3].own_status, marks[3].has_note, marks[3].is_starred) == (
        "screening",
        True,
        True,
    )
    assert marks[5].tags == ()
    assert reader.count_starred() == 2
    assert reader.tags()[0].count == 1
    assert [(c.name, c.count) for c in reader.collections()] == [("Board", 2)]
    assert reader.collected(1) == (5, 3)
    note = reader.note(3)
    assert note is not None
    assert note.text == "Ask Dr. Núñez"
    assert Marks().is_empty


PLANS = [
    plans.star((3, 5, 6), starred=True),
    plans.star((3, 5), starred=False),
    plans.tag((3, 5), (1, 2), tagged=True),
    plans.tag((3, 5), (1, 2), tagged=False),
    named_plans.create_tag("New", TagColour.RED, (8, 9)),
    named_plans.change_tag(1, "Another", TagColour.PINK),
    named_plans.delete_tag(1),
    plans.set_note(3, "Other words"),
    plans.set_note(3, " \n"),
    plans.set_note(4, "First words"),
    plans.set_own_status((3, 4), "not for us"),
    plans.set_own_status((3, 4), ""),
    named_plans.create_collection("Third", (9, 1)),
    named_plans.rename_collection(1, "Renamed"),
    named_plans.delete_collection(1),
    named_plans.collect(1, (9, 5), before=3),
    named_plans.collect(2, (3,)),
    named_plans.uncollect(1, (3, 8)),
    named_plans.save_search("Second", "cancer"),
    named_plans.rename_search(1, "Renamed"),
    named_plans.change_search(1, "is:starred"),
    named_plans.delete_search(1),
    named_plans.put_in_order("collection", (2, 1)),
]


@pytest.mark.parametrize("plan", PLANS)
def test_every_change_is_taken_back_and_made_again(
    writer: PersonalWriter, path: Path, plan: Plan
) -> None:
    for made in (
        plans.star((3,), starred=True),
        named_plans.create_tag("One", TagColour.BLUE, (3, 4)),
        named_plans.create_tag("Two", TagColour.GREEN, (4,)),
        plans.set_note(3, "Words"),
        plans.set_own_status((3,), "screening"),
        named_plans.create_collection("First", (3, 5, 7)),
        named_plans.create_collection("Second"),
        named_plans.save_search("Asthma", "asthma status:recruiting"),
    ):
        writer.perform(made)
    before = content(path)
    back = writer.perform(plan)
    after = content(path)
    assert after != before
    again = writer.apply(back)
    assert content(path) == before
    assert writer.apply(again) == back
    assert content(path) == after


def test_what_is_so_already_is_no_change(writer: PersonalWriter) -> None:
    writer.perform(plans.star((3,), starred=True))
    assert writer.perform(plans.star((3,), starred=True)) == ()
    assert writer.perform(plans.star((4,), starred=False)) == ()


@pytest.mark.parametrize("name", ["MONDAY", " monday", "  "])
def test_a_name_is_needed_that_nothing_else_has(writer: PersonalWriter, name: str) -> None:
    writer.perform(named_plans.create_tag("Monday", TagColour.RED))
    with pytest.raises(StoreError, match=r"is taken already|A name is needed"):
        writer.perform(named_plans.create_tag(name, TagColour.RED))
    writer.perform(named_plans.change_tag(1, "monday", TagColour.RED))


def test_an_undoing_that_others_overtook_changes_nothing_and_says_so(
    writer: PersonalWriter, path: Path
) -> None:
    writer.perform(named_plans.create_tag("One", TagColour.RED, (3,)))
    back = writer.perform(named_plans.delete_tag(1))
    other = PersonalWriter(path)
    other.perform(named_plans.create_tag("one", TagColour.BLUE))
    other.close()
    before = content(path)
    with pytest.raises(StoreError, match=r"personal\.sqlite3: your tags.*changed elsewhere"):
        writer.apply(back)
    assert content(path) == before


def test_changes_of_one_window_are_seen_by_the_next_query_of_another(
    reader: PersonalReader, writer: PersonalWriter
) -> None:
    seen = reader.data_version()
    assert reader.count_starred() == 0
    writer.perform(plans.star((3,), starred=True))
    assert reader.count_starred() == 1
    assert reader.data_version() != seen


def test_many_studies_are_marked_at_once(reader: PersonalReader, writer: PersonalWriter) -> None:
    writer.perform(plans.star(range(1, 20_001), starred=True))
    assert len(reader.marks(range(1, 30_000))) == 20_000


def test_what_belongs_to_the_person_outlives_importing_and_rebuilding(
    library: Library, writer: PersonalWriter, tmp_path: Path
) -> None:
    writer.perform(plans.star((3,), starred=True))
    writer.perform(plans.set_note(3, "Words"))
    library.add(record(3, "2025-01-01"))
    assert library.personal.marks((3,))[3].has_note
    writer.perform(plans.set_note(3, "Other words"))
    assert library.personal.marks((3,))[3].is_starred
