"""Personal files for the tests of backups."""

from pathlib import Path
from typing import Any

from desktop_app.store.personal.opening import connect_personal


def change(path: Path, *statements: str) -> None:
    """Make and change a personal file."""
    connection = connect_personal(path)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def notes(path: Path) -> dict[int, str]:
    """Return the notes in a personal file."""
    connection = connect_personal(path)
    found: list[Any] = connection.execute("SELECT nct_number, text FROM note").fetchall()
    connection.close()
    return dict(found)
