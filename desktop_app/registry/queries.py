"""What the registry is asked: the words of a search, as its interface has them."""

from dataclasses import dataclass, replace
from enum import Enum

from desktop_app.study.enumerations import Phase, Status


class Order(Enum):
    """What comes first; without an order the registry answers fastest."""

    NONE = ""
    RELEVANCE = "relevance"
    LAST_UPDATE = "last-update"
    FIRST_POSTED = "first-posted"
    START = "start"


@dataclass(frozen=True, slots=True)
class StudiesQuery:
    """A search of the registry; what is empty is not asked for.

    Words are in the registry's own syntax (``(head OR neck) AND pain``). ``sex`` is ``f``, ``m`` or
    empty; ``ages`` are ``child``, ``adult`` and ``older``; ``has_results`` None for both.
    ``updated_since`` is a day, ``2024-01-31``: studies updated on it or later.
    """

    condition: str = ""
    intervention: str = ""
    terms: str = ""
    location: str = ""
    statuses: tuple[Status, ...] = ()
    phases: tuple[Phase, ...] = ()
    ages: tuple[str, ...] = ()
    sex: str = ""
    has_results: bool | None = None
    updated_since: str = ""
    order: Order = Order.NONE

    @property
    def is_empty(self) -> bool:
        """Whether it asks for every study that there is."""
        return replace(self, order=Order.NONE) == StudiesQuery()
