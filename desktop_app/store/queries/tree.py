"""What a query asks for, as a tree."""

from dataclasses import dataclass
from typing import TypeAlias

from desktop_app.store.facets.packing import Facet


@dataclass(frozen=True, slots=True)
class Words:
    """Words that must all occur, anywhere or within a field.

    The last one is the beginning of a word where ``is_begun``: it is being typed.
    """

    text: str
    field: str = ""
    is_begun: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must follow each other."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms of a facet, as alternatives; all terms of one alternative must be stated.

    NOT_STATED stands for studies that state none.
    """

    facet: Facet
    alternatives: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Countries:
    """Names of countries as they were typed, as alternatives; an empty one: none is stated."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spans:
    """Numbers from one to another, both included, as alternatives.

    Dates are yyyymmdd, in which a month or a year ends with 99 and 9999; (0, 0) stands for
    studies that state none. Ages are in days, and a study fits that takes any of them.
    """

    field: str
    spans: tuple[tuple[int, int], ...]

    @property
    def is_years(self) -> bool:
        """Tell whether whole years are meant."""
        return all(low % 10_000 == 0 and high % 10_000 in (0, 9_999) for low, high in self.spans)


@dataclass(frozen=True, slots=True)
class Mark:
    """What the person did: ``starred``, ``changed``, ``opened``, or a field with its text."""

    kind: str
    text: str = ""
    is_begun: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be."""

    node: "Node"


@dataclass(frozen=True, slots=True)
class All:
    """What must all be; without nodes, everything fits."""

    nodes: tuple["Node", ...] = ()


@dataclass(frozen=True, slots=True)
class Either:
    """Of what one must be at least."""

    nodes: tuple["Node", ...]


Node: TypeAlias = Words | Phrase | Terms | Countries | Spans | Mark | Not | All | Either
Filter: TypeAlias = Terms | Countries | Spans
"""What the filters of the window can choose as well."""
