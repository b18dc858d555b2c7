"""Changing what belongs to the person."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import apsw

from desktop_app.errors import StoreError
from desktop_app.languages import _
from desktop_app.store.connections import transaction
from desktop_app.store.personal.failures import READ_ONLY, personal_failures
from desktop_app.store.personal.opening import connect_personal
from desktop_app.store.personal.plans import Plan
from desktop_app.store.personal.rows import Change, RowChange, apply


class PersonalWriter:
    """Writes the personal file; opens it with the first change.

    One thread at a time may use it. Whatever is written is safe on the disk on return, whole or
    not at all. All methods raise StoreError, with a sentence for the person, when that fails.
    """

    def __init__(self, path: Path, *, can_write: bool = True) -> None:
        """Write the file of a path; of one that is not to be written, say why it is not."""
        self._path = path
        self._can_write = can_write

    def perform(self, plan: Plan) -> Change:
        """Do what a plan wants; returns the change that takes it back, empty where it did nothing.

        The plan and what it looks at are of one moment: no other program comes between.
        """
        with personal_failures(self._path), transaction(self._connection):
            return apply(self._connection, plan(self._connection))

    def apply(self, change: Sequence[RowChange]) -> Change:
        """Make a change; returns the one that takes it back."""
        return self.perform(lambda connection: tuple(change))

    def close(self) -> None:
        """Close the file; the next change would open it again."""
        connection = self.__dict__.pop("_connection", None)
        if connection is not None:
            with personal_failures(self._path):
                connection.close()

    @cached_property
    def _connection(self) -> apsw.Connection:
        connection = connect_personal(self._path)
        if not self._can_write:
            connection.close()
            raise StoreError(_(READ_ONLY).format(path=self._path))
        return connection
