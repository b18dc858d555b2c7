"""The pages of a download, one after the other: those of a search, or those of numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from desktop_app.errors import RegistryAnswerError
from desktop_app.languages import _
from desktop_app.registry.answers import RegistryVersion, StudiesPage
from desktop_app.registry.downloads.asked import AskedFor
from desktop_app.registry.paging import Following
from desktop_app.registry.queries import StudiesQuery
from desktop_app.registry.stopping import Stop
from desktop_app.store.downloads.runs import DownloadPosition

_MOST_NUMBERS = 100
"""At once: their address stays well below what servers take."""


_MOST_ADDED = 10_000
"""Studies by which a search may grow while it is downloaded."""


class Registry(Protocol):
    """What a download asks of the registry; see `desktop_app.registry.client`."""

    def page(
        self,
        query: StudiesQuery,
        stop: Stop,
        *,
        token: str = "",
        size: int = 1000,
        count: bool = False,
    ) -> StudiesPage: ...

    def studies(self, nct_ids: Sequence[str], stop: Stop) -> Iterator[StudiesPage]: ...

    def version(self, stop: Stop) -> RegistryVersion: ...


@dataclass(frozen=True, slots=True)
class Step:
    """What came, where the download is after it, and which of the numbers asked for are missing."""

    pages: Sequence[StudiesPage]
    position: DownloadPosition
    missing: tuple[str, ...] = ()


class Course(Protocol):
    """Takes one step after the other."""

    def step(self, position: DownloadPosition, size: int, stop: Stop) -> Step: ...


def course_of(registry: Registry, asked: AskedFor) -> Course:
    """Return the way through what is downloaded."""
    if isinstance(asked, StudiesQuery):
        return _OfSearch(registry, asked)
    return _OfNumbers(registry, asked)


@dataclass(slots=True)
class _OfSearch:
    registry: Registry
    query: StudiesQuery
    following: Following = field(default_factory=Following)

    def step(self, position: DownloadPosition, size: int, stop: Stop) -> Step:
        """Ask for the page behind a position."""
        token = position.token
        if not token:
            # The list begins, perhaps again: its places may have the names that they had before.
            self.following = Following()
        page = self.registry.page(self.query, stop, token=token, size=size, count=not token)
        total = position.total if page.total is None else page.total
        if total and position.done > total * 2 + _MOST_ADDED:
            raise RegistryAnswerError(
                _("The registry gives more studies than it said that there are, without an end.")
            )
        self.following.note(page.address, token, page.numbers)
        moved = replace(
            position,
            token=page.next_token,
            done=position.done + page.studies,
            pages=position.pages + 1,
            total=total,
            is_complete=not page.next_token,
        )
        return Step((page,), moved)


@dataclass(frozen=True, slots=True)
class _OfNumbers:
    registry: Registry
    nct_ids: tuple[str, ...]

    def step(self, position: DownloadPosition, size: int, stop: Stop) -> Step:
        """Ask for the studies of the next numbers."""
        end = position.done + min(size, _MOST_NUMBERS)
        asked = self.nct_ids[position.done : end]
        pages = tuple(self.registry.studies(asked, stop)) if asked else ()
        came = {nct_id for page in pages for nct_id in page.numbers}
        moved = replace(
            position,
            done=position.done + len(asked),
            pages=position.pages + len(pages),
            total=len(self.nct_ids),
            is_complete=end >= len(self.nct_ids),
        )
        return Step(pages, moved, tuple(one for one in asked if one not in came))
