"""The filters that are chosen: several values of one are alternatives, all filters must fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from desktop_app.store.facets.packing import Facet

Choice: TypeAlias = tuple["Facet", str]
"""A filter and one of its values: the registry's code, a country, a year or a range of years."""


class Filters(tuple[Choice, ...]):
    """What is chosen, in the order in which it was."""

    __slots__ = ()

    def values(self, facet: Facet) -> tuple[str, ...]:
        """Return the values of one filter."""
        return tuple(value for other, value in self if other is facet)

    def facets(self) -> tuple[Facet, ...]:
        """Return the filters of which something is chosen."""
        return tuple(dict.fromkeys(facet for facet, _value in self))

    def toggled(self, choice: Choice) -> Filters:
        """Return the filters with a value more or less."""
        if choice in self:
            return Filters(tuple(other for other in self if other != choice))
        return Filters((*self, choice))


NO_FILTERS = Filters()
