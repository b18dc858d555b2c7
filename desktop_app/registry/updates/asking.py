"""What a check for updates asks of the registry."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from desktop_app.registry.answers import FetchedStudy, StudiesPage
from desktop_app.registry.finder import Finder
from desktop_app.registry.stopping import Stop


class AsksOfUpdates(Finder, Protocol):
    """The registry, as far as a check needs it; raises RegistryError and RequestCancelled."""

    def study(self, nct_id: str, stop: Stop) -> FetchedStudy:
        """Return a record, by its number or a former one; raises StudyNotAtRegistryError."""

    def studies(self, nct_ids: Sequence[str], stop: Stop) -> Iterator[StudiesPage]:
        """Yield the records of some numbers, several at a time."""

    def updates(self, nct_ids: Sequence[str], stop: Stop) -> dict[str, str]:
        """Return the days of the last updates, of those numbers that the registry has."""
