"""Names, keys and places of what a person makes: tags, collections, saved searches."""

import apsw

from desktop_app.errors import StoreError
from desktop_app.languages import _

_LONGEST_NAME = 100


def storable(text: str) -> str:
    """Return a text as the database takes it: no null, and no half of a character."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()


def plain_name(name: str) -> str:
    """Return a name as it is kept: in one line, without blanks at its ends."""
    return " ".join(storable(name).split())[:_LONGEST_NAME].rstrip()


def free_name(connection: apsw.Connection, table: str, name: str, own_id: int = 0) -> str:
    """Return a name as it is kept; raises StoreError where it is empty or another has it.

    Capital and small letters are the same.
    """
    kept = plain_name(name)
    if not kept:
        raise StoreError(_("A name is needed. Write at least one letter."))
    for key, taken in connection.execute(f"SELECT id, name FROM {table}"):
        if key != own_id and taken.casefold() == kept.casefold():
            raise StoreError(
                _("The name “{name}” is taken already. Choose another one.").format(name=taken)
            )
    return kept


def next_id(connection: apsw.Connection, table: str) -> int:
    """Return a key that nothing ever had, so that undoing brings back what it took away."""
    last = connection.execute(
        f"SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0), "
        f"coalesce((SELECT max(id) FROM {table}), 0))",
        (table,),
    ).get
    return int(last) + 1


def next_position(connection: apsw.Connection, table: str) -> int:
    """Return the place after all others."""
    return int(connection.execute(f"SELECT coalesce(max(position), 0) + 1 FROM {table}").get)
