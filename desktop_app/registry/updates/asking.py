"""What a check for updates asks of the registry."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from desktop_app.registry.answers import FetchedStudy, FoundPage, StudiesPage
from desktop_app.registry.queries import StudiesQuery
from desktop_app.registry.stopping import Stop


class AsksOfUpdates(Protocol):
    """The registry, as far as a check needs it; raises RegistryError and RequestCancelled."""

    def study(self, nct_id: str, stop: Stop) -> FetchedStudy:
        """Return a record, by its number or a former one; raises StudyNotAtRegistryError."""

    def studies(self, nct_ids: Sequence[str], stop: Stop) -> Iterator[StudiesPage]:
        """Yield the records of some numbers, several at a time."""

    def updates(self, nct_ids: Sequence[str], stop: Stop) -> dict[str, str]:
        """Return the days of the last updates, of those numbers that the registry has."""

    def found(
        self,
        query: StudiesQuery,
        stop: Stop,
        *,
        token: str = "",
        size: int = 50,
        count: bool = True,
    ) -> FoundPage:
        """Return a page of a search, with numbers and days of the last updates."""
