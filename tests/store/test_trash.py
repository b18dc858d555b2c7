from pathlib import Path

import pytest

from desktop_app.errors import StoreError
from desktop_app.store.adding import Outcome
from desktop_app.store.library import Library
from desktop_app.store.personal import plans
from desktop_app.store.trash import KEPT_DAYS, Trash
from tests.store.synthetic import open_library, read_json, record

_DAY = 86_400


@pytest.fixture
def filled(library: Library) -> Library:
    list(library.add_all(record(number) for number in range(1, 6)))
    library.add(record(3, "2025-01-01"))
    return library


def numbers(library: Library) -> list[str]:
    return [study.summary.nct_id[-1] for study in library.trashed()]


def test_what_is_thrown_away_is_neither_listed_nor_found(filled: Library) -> None:
    assert filled.trash().put((3, 4, 77)) == (3, 4)
    assert filled.count() == 3
    assert filled.get("NCT00000003") is None
    assert filled.count_matches("asthma") == 3
    assert filled.count_trashed() == 2
    assert sorted(numbers(filled)) == ["3", "4"]
    study = filled.trashed(limit=2)[-1]
    assert study.summary.brief_title == "Study number 3"
    assert study.days_left == KEPT_DAYS
    assert filled.check() == ()


def test_what_is_brought_back_is_as_it_was(filled: Library) -> None:
    before = set(filled.summaries()), filled.versions("NCT00000003")
    trash = filled.trash()
    trash.put((3, 4))
    assert trash.restore((3, 4, 5)) == (3, 4)
    assert (set(filled.summaries()), filled.versions("NCT00000003")) == before
    assert filled.count_matches("asthma") == 5
    assert filled.count_trashed() == 0
    assert trash.put((3,)) == (3,)
    assert filled.check() == ()


def test_what_is_deleted_is_gone_with_all_versions(filled: Library) -> None:
    trash = filled.trash()
    assert trash.delete((3,)) == ()
    trash.put((3, 4))
    assert trash.delete((3,)) == (3,)
    assert filled.versions("NCT00000003") == ()
    assert trash.restore((3, 4)) == (4,)
    assert filled.count() == 4
    assert filled.check() == ()


def test_what_is_in_the_trash_tells_its_days(filled: Library) -> None:
    filled.trash().put((3,))
    assert filled.trash_days_left(["NCT00000003", "NCT00000004", "x"]) == {"NCT00000003": 30}
    assert filled.trash_days_left([]) == {}


def test_after_thirty_days_it_is_deleted(filled: Library) -> None:
    trash = filled.trash()
    trash.put((3,))
    now = filled.trashed()[0].trashed_at.timestamp()
    assert trash.purge(now + KEPT_DAYS * _DAY - 10) == ()
    assert trash.purge(now + KEPT_DAYS * _DAY) == (3,)
    assert filled.versions("NCT00000003") == ()


@pytest.mark.parametrize("date", ["2025-01-01", "2025-06-01", "2024-05-01"])
def test_what_is_imported_again_is_back(filled: Library, date: str) -> None:
    filled.trash().put((3,))
    assert filled.add(record(3, date)).outcome is not Outcome.SAME
    assert filled.count() == 5
    assert filled.count_trashed() == 0
    stored = filled.get("NCT00000003")
    assert stored is not None
    assert str(stored.version.record_date) == max(date, "2025-01-01")
    assert filled.check() == ()


def test_what_belongs_to_the_person_stays(filled: Library) -> None:
    writer = filled.personal_writer()
    writer.perform(plans.set_note(3, "Words"))
    trash = filled.trash()
    trash.put((3,))
    trash.delete((3,))
    assert filled.personal.marks((3,))[3].has_note
    filled.add(record(3))
    assert filled.personal.marks((3,))[3].has_note
    writer.close()


def test_building_anew_leaves_the_trash_alone(filled: Library, folder: Path) -> None:
    from desktop_app.store.connections import connect_writer
    from desktop_app.store.derived import rebuild

    filled.trash().put((3,))
    connection = connect_writer(filled.path)
    rebuild(connection, read_json, lambda done, total: None)
    connection.close()
    with open_library(folder) as library:
        assert library.count() == 4
        assert numbers(library) == ["3"]
        library.trash().restore((3,))
        assert library.count() == 5


def test_a_library_that_can_only_be_read_says_so(filled: Library, folder: Path) -> None:
    filled.trash().put((3,))
    filled.close()
    with open_library(folder, read_only=True) as library:
        trash = library.trash()
        assert trash.purge(1e12) == ()
        assert numbers(library) == ["3"]
        with pytest.raises(StoreError, match="open for reading only"):
            trash.put((4,))
        with pytest.raises(StoreError, match=r"personal\.sqlite3.*cannot be written"):
            library.personal_writer().perform(plans.star((4,), starred=True))


def test_many_are_thrown_away_in_parts(library: Library) -> None:
    list(library.add_all(record(number) for number in range(1, 700)))
    trash = Trash(library.path, read_json, is_read_only=False)
    assert len(trash.put(range(1, 650))) == 649
    assert library.count() == 50
    assert len(trash.restore(range(1, 650))) == 649
    assert library.count_matches("asthma") == 699
    trash.close()


def test_nothing_is_deleted_that_a_building_of_the_tables_counts_on(filled: Library) -> None:
    trash = filled.trash()
    trash.put((3,))

    def delete(done: int, total: int) -> None:
        with pytest.raises(StoreError, match="written by another program"):
            trash.delete((3,))

    filled.upkeep().rebuild(delete)
    assert trash.delete((3,)) == (3,)
    assert filled.count() == 4
    assert filled.check() == ()
