"""Reads what the sidebar lists, off the GUI thread; knows nothing of windows."""

from desktop_app.store.library import Library
from desktop_app.ui.library.scopes import Scope, ScopeKind
from desktop_app.ui.library.sidebar.places import Place, Places
from desktop_app.ui.tasks import Progress


def read_places(library: Library, _progress: Progress) -> Places:
    """Return the parts of the library with how many studies are in each; raises StoreError."""
    personal = library.personal
    tags, collections = personal.tags(), personal.collections()
    trashed = library.count_trashed()
    return Places(
        lines=_lines(library),
        tags=tuple(
            Place(Scope(ScopeKind.TAG, tag.id, tag.name), tag.count, tag.colour.value)
            for tag in tags
        ),
        collections=tuple(
            Place(Scope(ScopeKind.COLLECTION, one.id, one.name), one.count) for one in collections
        ),
        searches=tuple(
            Place(Scope(ScopeKind.SEARCH, one.id, one.name), query=one.query)
            for one in personal.saved_searches()
        ),
        registry_searches=tuple(
            Place(Scope(ScopeKind.REGISTRY, one.id, one.name))
            for one in personal.registry_searches()
        ),
        trash=Place(Scope(ScopeKind.TRASH), trashed) if trashed else None,
    )


def _lines(library: Library) -> tuple[Place, ...]:
    return (
        Place(Scope(ScopeKind.ALL), library.count()),
        Place(Scope(ScopeKind.STARRED), library.personal.count_starred()),
        Place(Scope(ScopeKind.CHANGED), library.count_changed()),
    )
