"""What belongs to the person, as values."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from desktop_app.store.personal.tag_colour import TagColour as TagColour


class OwnStatus(Enum):
    """The statuses that are offered; a person may write any other in words of their own.

    The values are what is stored and searched for.
    """

    TO_CHECK = "to check"
    SCREENING = "screening"
    REFERRED = "referred"
    ENROLLED = "enrolled"
    FOLLOW_UP = "follow-up"
    NOT_FOR_US = "not for us"


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag; ``count`` is how many studies of the library bear it."""

    id: int
    name: str
    colour: TagColour
    count: int = 0


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection; ``count`` is how many studies of the library are in it."""

    id: int
    name: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query that was kept under a name."""

    id: int
    name: str
    query: str


@dataclass(frozen=True, slots=True)
class RegistrySearch:
    """A search of the registry that was kept under a name; ``ran_at`` is in UTC.

    It found ``total`` studies then; ``keeps_seen`` is whether it is known which.
    """

    id: int
    name: str
    query: str
    ran_at: datetime
    total: int
    keeps_seen: bool


@dataclass(frozen=True, slots=True)
class Note:
    """A note on a study; ``changed_at`` is in UTC."""

    text: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Marks:
    """What belongs to the person of one study, as a row of a list shows it."""

    is_starred: bool = False
    tags: tuple[Tag, ...] = ()
    own_status: str = ""
    has_note: bool = False
    collections: tuple[Collection, ...] = field(default=())

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to show."""
        return self == Marks()
