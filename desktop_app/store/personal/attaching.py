"""What belongs to the person, beside the library on one connection: schema ``personal``."""

from functools import cache
from pathlib import Path

import apsw

from desktop_app.errors import StoreError
from desktop_app.languages import _
from desktop_app.store.connections import database_name, log_size
from desktop_app.store.personal.checking import check_personal, is_there
from desktop_app.store.personal.failures import FAILURES, UNFINISHED, as_sentence
from desktop_app.store.personal.schema import MIGRATIONS

SCHEMA = "personal"
_CACHE_KIB = 2_048


def attach(connection: apsw.Connection, path: Path) -> StoreError | None:
    """Attach the personal file to a connection that reads, as schema ``personal``.

    The tables are there whatever happens: where the file is missing they are empty, and so they
    are where it cannot be used, which is then what is returned. Changes that others write to the
    file are seen by the next query.
    """
    problem: StoreError | None = None
    if is_there(path):
        try:
            _attach_file(connection, path)
        except StoreError as error:
            problem = error
        except FAILURES as error:
            problem = as_sentence(error, path)
        else:
            return None
    _attach_empty(connection)
    return problem


def _attach_file(connection: apsw.Connection, path: Path) -> None:
    """Attach the file to read it, or else as one that nobody changes; raises as reading does."""
    try:
        _attach_as(connection, path, "mode=ro")
    except (apsw.CantOpenError, apsw.ReadOnlyError, apsw.IOError) as error:
        if log_size(path) > 0:
            raise StoreError(_(UNFINISHED).format(path=path)) from error
        _attach_as(connection, path, "immutable=1")


def _attach_as(connection: apsw.Connection, path: Path, how: str) -> None:
    connection.execute(f"ATTACH ? AS {SCHEMA}", (f"{database_name(path)}?{how}",))
    is_sound = False
    try:
        connection.execute(f"PRAGMA {SCHEMA}.cache_size = {-_CACHE_KIB}")
        if check_personal(connection, path, SCHEMA) < len(MIGRATIONS):
            raise StoreError(_outdated(path))
        is_sound = True
    finally:
        if not is_sound:
            connection.execute(f"DETACH {SCHEMA}")


def _outdated(path: Path) -> str:
    return _(
        "The file {path}, which holds your stars, tags and notes, was last used by an older version"
        " of this application and has to be brought up to date, but it cannot be written. Allow"
        " writing to the file and its folder, and start again."
    ).format(path=path)


def _attach_empty(connection: apsw.Connection) -> None:
    connection.execute(f"ATTACH ':memory:' AS {SCHEMA}")
    connection.deserialize(SCHEMA, _empty_file())


@cache
def _empty_file() -> bytes:
    connection = apsw.Connection(":memory:")
    for migration in MIGRATIONS:
        for step in migration:
            assert isinstance(step, str)
            connection.execute(step)
    content = connection.serialize("main")
    connection.close()
    return content
