from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from desktop_app.store.library import Library
from desktop_app.store.upkeep import Upkeep
from desktop_app.store.whole_check import Checked, Part
from tests.store.synthetic import open_library, read_json, record


def no_progress(_done: int, _total: int) -> None:
    """Tell nobody."""


def check(folder: Path, progress: Callable[[int, int], None] = no_progress) -> Checked:
    upkeep = Upkeep(folder / "library.sqlite3", folder / "personal.sqlite3", read_json)
    return upkeep.check(progress)


@pytest.fixture
def filled(folder: Path) -> Path:
    with open_library(folder) as library:
        list(library.add_all(record(number) for number in range(1, 300)))
        library.add(record(7, "2025-01-01"))
    return folder


def change(folder: Path, *statements: str) -> None:
    connection = apsw.Connection(str(folder / "library.sqlite3"))
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_a_sound_library_is_said_to_be_sound(filled: Path) -> None:
    told: list[tuple[int, int]] = []
    found = check(filled, lambda done, total: told.append((done, total)))
    assert found == Checked(299, 300, ())
    assert told[-1] == (300, 300)


def test_a_document_that_is_not_what_it_was_is_named(filled: Path) -> None:
    change(filled, "UPDATE document SET content = zeroblob(9) WHERE version_id = 5")
    found = check(filled)
    assert found.parts == {Part.DOCUMENT}
    assert "NCT00000005" in found.findings[0].sentence


def test_many_damaged_documents_are_counted(filled: Path) -> None:
    change(filled, "UPDATE document SET content = zeroblob(9)")
    found = check(filled)
    assert len(found.findings) == 201
    assert found.findings[-1].sentence == "100 more source documents are damaged."


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM study WHERE nct_number = 9",
        "DELETE FROM facet",
        "DELETE FROM reading WHERE version_id = 12",
        "DELETE FROM study_text WHERE rowid = (SELECT max(row) FROM study)",
        "UPDATE study SET version_id = 3 WHERE nct_number = 9",
    ],
)
def test_an_index_that_does_not_agree_is_told_and_built_again(filled: Path, statement: str) -> None:
    change(filled, "PRAGMA foreign_keys = off", statement)
    assert check(filled).parts == {Part.INDEX}
    upkeep = Upkeep(filled / "library.sqlite3", filled / "personal.sqlite3", read_json)
    upkeep.rebuild(no_progress)
    assert check(filled).findings == ()


def test_damage_of_the_index_of_words_is_found(filled: Path) -> None:
    change(filled, "UPDATE study_text_data SET block = zeroblob(40) WHERE id > 1000")
    assert Part.INDEX in check(filled).parts


def test_what_is_in_the_trash_is_not_missed(filled: Path) -> None:
    change(filled, "INSERT INTO trash VALUES (9, 1)", "DELETE FROM former_number")
    change(
        filled,
        "DELETE FROM study_text WHERE rowid = (SELECT row FROM study WHERE nct_number = 9)",
        "DELETE FROM facet WHERE row = (SELECT row FROM study WHERE nct_number = 9)",
        "DELETE FROM study WHERE nct_number = 9",
    )
    assert check(filled).findings == ()


def test_damage_of_what_belongs_to_the_person_is_found(filled: Path) -> None:
    path = filled / "personal.sqlite3"
    content = bytearray(path.read_bytes())
    content[8192:20_000] = b"\xa5" * (20_000 - 8192)
    path.write_bytes(content)
    found = check(filled)
    assert found.parts == {Part.PERSONAL}
    assert str(path) in found.findings[0].sentence


def test_a_check_can_be_stopped_within_its_long_steps(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.store.whole_check._INSTRUCTIONS_A_CALL", 50)

    def stop(done: int, total: int) -> None:
        if not total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check(filled, stop)


def test_the_library_can_be_used_during_a_check(library: Library) -> None:
    list(library.add_all(record(number) for number in range(1, 50)))

    def add(done: int, total: int) -> None:
        library.add(record(1_000 + done))

    assert check(library.path.parent, add).parts == frozenset()
