"""Who asks the registry for the results of a search."""

from typing import Protocol

from desktop_app.registry.answers import FoundPage
from desktop_app.registry.queries import StudiesQuery
from desktop_app.registry.stopping import Stop


class Finder(Protocol):
    """The client of the registry, or what stands for it.

    Raises RegistryError and RequestCancelled.
    """

    def found(
        self,
        query: StudiesQuery,
        stop: Stop,
        *,
        token: str = "",
        size: int = 50,
        count: bool = True,
    ) -> FoundPage:
        """Return a page of results, with how many studies the search finds where asked to."""
