"""What the sidebar lists above the filters, with how many studies are there."""

from dataclasses import dataclass

from desktop_app.ui.library.scopes import Scope


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the library; ``count`` is None where it is not counted.

    ``colour`` is that of a tag, ``query`` the text of a saved search.
    """

    scope: Scope
    count: int | None = None
    colour: str = ""
    query: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """All parts; tags, collections and searches have a section each, the others a line."""

    lines: tuple[Place, ...] = ()
    tags: tuple[Place, ...] = ()
    collections: tuple[Place, ...] = ()
    searches: tuple[Place, ...] = ()
    registry_searches: tuple[Place, ...] = ()
    trash: Place | None = None
