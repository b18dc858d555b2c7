"""What of the person's belongings a change is about."""

from enum import Enum


class Kind(Enum):
    """Told with every change, so that only what shows it looks again."""

    STAR = "star"
    TAGS = "tags"
    NOTE = "note"
    OWN_STATUS = "own_status"
    COLLECTIONS = "collections"
    SEARCHES = "searches"
    TRASH = "trash"
    ALL = "all"
