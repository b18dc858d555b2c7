from pathlib import Path

import apsw
import pytest

from desktop_app.errors import StoreError, StoreTooNewError
from desktop_app.store.connections import connect_writer
from desktop_app.store.library import Library
from desktop_app.store.migrations import APPLICATION_ID, MIGRATIONS, migrate
from tests.store.synthetic import open_library, record


def schema(connection: apsw.Connection) -> list[tuple[object, ...]]:
    return connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite3"


def test_a_new_file_is_marked_and_numbered(file: Path) -> None:
    connection = connect_writer(file)
    migrate(connection, file)
    assert connection.pragma("application_id") == APPLICATION_ID
    assert connection.pragma("user_version") == len(MIGRATIONS)
    assert not (file.parent / "backups").exists()


def test_migrating_again_changes_nothing(file: Path) -> None:
    connection = connect_writer(file)
    migrate(connection, file)
    before = schema(connection)
    migrate(connection, file)
    assert schema(connection) == before
    assert not (file.parent / "backups").exists()


def test_all_tables_are_strict(library: Library) -> None:
    connection = apsw.Connection(str(library.path))
    tables = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND NOT strict AND name NOT LIKE 'study_text%' AND name != 'sqlite_schema'"
    )
    assert tables.fetchall() == []


def test_a_failed_migration_leaves_no_trace(file: Path) -> None:
    connection = connect_writer(file)
    migrate(connection, file)
    before = schema(connection)
    failing = (*MIGRATIONS, ("CREATE TABLE extra (a)", "INSERT INTO nowhere VALUES (1)"))
    with pytest.raises(apsw.SQLError, match="nowhere"):
        migrate(connection, file, failing)
    assert schema(connection) == before
    assert connection.pragma("user_version") == len(MIGRATIONS)


def test_a_failed_step_in_code_leaves_no_trace(file: Path) -> None:
    def fail(connection: apsw.Connection) -> None:
        raise ZeroDivisionError

    connection = connect_writer(file)
    with pytest.raises(ZeroDivisionError):
        migrate(connection, file, ((*MIGRATIONS[0], fail),))
    assert schema(connection) == []
    assert connection.pragma("user_version") == 0


def test_a_file_that_holds_data_is_copied_before_it_is_migrated(folder: Path) -> None:
    with open_library(folder) as library:
        library.add(record(5))
    connection = connect_writer(folder / "library.sqlite3")
    migrate(connection, folder / "library.sqlite3", (*MIGRATIONS, ("CREATE TABLE extra (a)",)))
    connection.close()
    (backup,) = (folder / "backups").iterdir()
    assert backup.name.startswith("library-20")
    assert backup.name.endswith(f"-before-update-from-{len(MIGRATIONS)}.sqlite3")
    copied = folder / "restored" / "library.sqlite3"
    copied.parent.mkdir()
    backup.rename(copied)
    with open_library(copied.parent) as library:
        assert library.get("NCT00000005") is not None


def test_a_file_that_cannot_be_copied_is_not_migrated(folder: Path) -> None:
    with open_library(folder):
        pass
    (folder / "backups").write_text("in the way")
    connection = connect_writer(folder / "library.sqlite3")
    with pytest.raises(StoreError, match="No backup can be written"):
        migrate(connection, folder / "library.sqlite3", (*MIGRATIONS, ("CREATE TABLE extra (a)",)))
    assert connection.pragma("user_version") == len(MIGRATIONS)


@pytest.mark.parametrize("left_in_log", [False, True])
def test_a_library_of_a_newer_version_is_refused_and_left_as_it_was(
    folder: Path, left_in_log: bool
) -> None:
    with open_library(folder) as library:
        library.add(record())
    path = folder / "library.sqlite3"
    connection = apsw.Connection(str(path))
    connection.pragma("user_version", len(MIGRATIONS) + 1)
    if not left_in_log:
        connection.close()
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(StoreTooNewError, match=r"library\.sqlite3 was made by a newer version"):
            open_library(folder, read_only=read_only)
    assert path.read_bytes() == before
    connection.close()
