"""Which part of the library is listed: all of it, what is starred, a tag, a saved search, ...

A search of the registry stands among them in the sidebar; it is never what the library lists.
"""

from enum import Enum
from typing import NamedTuple

from desktop_app.languages import N_, _


class ScopeKind(Enum):
    """Kinds of parts, in the order of the sidebar."""

    ALL = "all"
    STARRED = "starred"
    CHANGED = "changed"
    TAG = "tag"
    COLLECTION = "collection"
    SEARCH = "search"
    REGISTRY = "registry"
    TRASH = "trash"


_LABELS = {
    ScopeKind.ALL: N_("All studies"),
    ScopeKind.STARRED: N_("Starred"),
    ScopeKind.CHANGED: N_("Changed"),
    ScopeKind.TRASH: N_("Trash"),
}


class Scope(NamedTuple):
    """A part of the library; ``key`` and ``name`` tell which tag, collection or saved search."""

    kind: ScopeKind = ScopeKind.ALL
    key: int = 0
    name: str = ""

    @property
    def label(self) -> str:
        """Return what the sidebar calls it."""
        return self.name or _(_LABELS[self.kind])

    def is_same(self, other: "Scope") -> bool:
        """Tell whether two are the same part, whatever it is called now."""
        return (self.kind, self.key) == (other.kind, other.key)


WHOLE = Scope()
WHOLE_OF_THEIR_OWN = (ScopeKind.SEARCH, ScopeKind.TRASH)
"""Words and filters are not kept from these, nor into them."""
