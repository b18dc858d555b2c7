"""What a backup holds, and what would change if it were put back; nothing is written here."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import apsw

from desktop_app.errors import StoreDamagedError, StoreError, StoreTooNewError
from desktop_app.languages import _
from desktop_app.store import migrations
from desktop_app.store.backups.files import BackupFile, Kind
from desktop_app.store.connections import connect_reader, database_name
from desktop_app.store.personal import schema as personal
from desktop_app.study.nct_numbers import format_nct_id

_READ_ONLY = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
_OURS = {
    Kind.LIBRARY: (migrations.APPLICATION_ID, len(migrations.MIGRATIONS)),
    Kind.PERSONAL: (personal.APPLICATION_ID, len(personal.MIGRATIONS)),
}
_EXAMPLES = 5
# What a person tells one from another by, and what it says. {s} is a schema.
_PERSONAL = {
    "note": "SELECT nct_number AS key, text AS value FROM {s}.note",
    "star": "SELECT nct_number AS key, 0 AS value FROM {s}.star",
    "own_status": "SELECT nct_number AS key, status AS value FROM {s}.own_status",
    "tag": "SELECT name AS key, colour AS value FROM {s}.tag",
    "tagged": "SELECT t.name || ': ' || printf('NCT%08d', g.nct_number) AS key, 0 AS value "
    "FROM {s}.tagged g JOIN {s}.tag t ON t.id = g.tag_id",
    "collection": "SELECT name AS key, 0 AS value FROM {s}.collection",
    "collected": "SELECT c.name || ': ' || printf('NCT%08d', g.nct_number) AS key, 0 AS value "
    "FROM {s}.collected g JOIN {s}.collection c ON c.id = g.collection_id",
    "saved_search": "SELECT name AS key, query AS value FROM {s}.saved_search",
    "registry_search": "SELECT name AS key, query AS value FROM {s}.registry_search",
}
_LIBRARY = {
    "study": "SELECT DISTINCT nct_number AS key, 0 AS value FROM {s}.version",
    "version": "SELECT printf('NCT%08d ', nct_number) || hex(sha256) AS key, 0 AS value "
    "FROM {s}.version",
}
_WHAT = {Kind.LIBRARY: _LIBRARY, Kind.PERSONAL: _PERSONAL}


@dataclass(frozen=True, slots=True)
class Change:
    """How putting a backup back changes one kind of thing.

    So many come back, go, and are otherwise than they are now; of those that come and go, some by
    their NCT number or their name.
    """

    what: str
    come: int
    go: int
    differ: int
    coming: tuple[str, ...] = ()
    going: tuple[str, ...] = ()

    @property
    def is_none(self) -> bool:
        """Tell whether all stays as it is."""
        return not (self.come or self.go or self.differ)


def held_by(backup: BackupFile) -> dict[str, int]:
    """Return how many of each kind of thing a backup holds.

    Raises StoreTooNewError, StoreDamagedError or another StoreError where it cannot be used.
    """
    with _opened(backup) as connection:
        queries = _queries(connection, backup.kind, "main")
        return {what: _count(connection, query) for what, query in queries.items()}


def changes_by(backup: BackupFile, present: Path) -> tuple[Change, ...] | None:
    """Return what putting a backup back in place of a file would change.

    None where the file cannot be read, so that nothing can be said. Raises as `held_by`.
    """
    with _opened(backup):
        pass
    if not present.exists():
        return tuple(Change(what, count, 0, 0) for what, count in held_by(backup).items())
    try:
        connection = connect_reader(present)
    except (apsw.Error, StoreError):
        return None
    try:
        connection.execute("ATTACH ? AS kept", (_name(backup.path),))
        return _compare(connection, backup.kind)
    except (apsw.CorruptError, apsw.NotADBError, apsw.SQLError):
        return None
    finally:
        connection.close()


def require_usable(backup: BackupFile) -> None:
    """Raise as `held_by` where a backup is not what it is called; reads its beginning alone."""
    with _opened(backup):
        pass


def _compare(connection: apsw.Connection, kind: Kind) -> tuple[Change, ...]:
    changes = []
    # At one moment, whatever is written meanwhile.
    connection.execute("BEGIN")
    for what in _queries(connection, kind, "kept"):
        kept, now = (_WHAT[kind][what].format(s=schema) for schema in ("kept", "main"))
        come, coming = _missing(connection, kept, now)
        go, going = _missing(connection, now, kept)
        differ = connection.execute(
            f"SELECT count(*) FROM ({kept}) k JOIN ({now}) n USING (key) WHERE k.value <> n.value"
        ).get
        changes.append(Change(what, come, go, differ, coming, going))
    return tuple(changes)


def _missing(connection: apsw.Connection, of: str, among: str) -> tuple[int, tuple[str, ...]]:
    missing = f"SELECT key FROM ({of}) EXCEPT SELECT key FROM ({among})"
    count = connection.execute(f"SELECT count(*) FROM ({missing})").get
    some = connection.execute(f"{missing} ORDER BY key LIMIT {_EXAMPLES}").fetchall()
    return count, tuple(_written(key) for (key,) in some)


def _written(key: object) -> str:
    return format_nct_id(key) if isinstance(key, int) else str(key)


def _queries(connection: apsw.Connection, kind: Kind, schema: str) -> dict[str, str]:
    """Return the queries whose tables are there: a backup may be of an earlier version."""
    rows = connection.execute(f"SELECT name FROM {schema}.sqlite_schema WHERE type = 'table'")
    tables = {name for (name,) in rows} | {"study"}
    queries = {what: query for what, query in _WHAT[kind].items() if what in tables}
    return {what: query.format(s=schema) for what, query in queries.items()}


def _count(connection: apsw.Connection, query: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM ({query})").get)


@contextmanager
def _opened(backup: BackupFile) -> Iterator[apsw.Connection]:
    connection = apsw.Connection(_name(backup.path), flags=_READ_ONLY)
    try:
        _judge(connection, backup)
        yield connection
    except (apsw.CorruptError, apsw.NotADBError) as error:
        raise StoreDamagedError(_damaged(backup)) from error
    except (apsw.CantOpenError, apsw.IOError) as error:
        told = _("The backup {path} cannot be read: {why}.")
        raise StoreError(told.format(path=backup.path, why=error)) from error
    finally:
        connection.close()


def _judge(connection: apsw.Connection, backup: BackupFile) -> None:
    application_id, known = _OURS[backup.kind]
    version = connection.pragma("user_version")
    if connection.pragma("application_id") != application_id or not version:
        raise StoreDamagedError(_damaged(backup))
    if version > known:
        told = _(
            "The backup {path} was made by a newer version of this application. It was left as it"
            " is: install the newer version to restore it."
        )
        raise StoreTooNewError(told.format(path=backup.path))


def _damaged(backup: BackupFile) -> str:
    told = _("The backup {path} is damaged or is none. It was left as it is: choose another one.")
    return told.format(path=backup.path)


def _name(path: Path) -> str:
    return f"{database_name(path)}?immutable=1"
