"""What parts of a page are for who cannot see it: the structure types of tagged PDF."""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """A standard structure type (ISO 32000-1, 14.8.4), valued by its name in the file."""

    PART = "Part"
    SECTION = "Sect"
    TITLE = "H1"
    HEADING = "H2"
    SUBHEADING = "H3"
    MINOR_HEADING = "H4"
    LEAST_HEADING = "H5"
    PARAGRAPH = "P"
    LIST = "L"
    ITEM = "LI"
    ITEM_LABEL = "Lbl"
    ITEM_BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEADER = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    CONTENTS = "TOC"
    CONTENTS_ITEM = "TOCI"
    LINK = "Link"
    SPAN = "Span"
    DECORATION = "Artifact"
    """Not read out: running heads, repeated table heads, rules."""


HEADINGS = (Role.TITLE, Role.HEADING, Role.SUBHEADING, Role.MINOR_HEADING, Role.LEAST_HEADING)


@dataclass(frozen=True, slots=True)
class Tag:
    """An element of the structure.

    Elements of the same parent with the same ``key`` are one: so a table goes on over pages.
    Without a key each block is an element of its own.
    """

    role: Role
    key: Hashable = None
    alt: str = ""
    """What a figure shows, or a box stands for, in words."""
    scope: str = ""
    """Of a header cell: ``Row`` or ``Column``."""
    numbering: str = "Decimal"
    """Of a list: what its labels are (ISO 32000-1, table 347), such as ``Disc`` for bullets."""
    columns: int = 1
    """How many columns a cell spans."""
    title: str = ""
    """Of a heading: how the outline of the file names it; empty for a heading that is not in it."""
    target: str = ""
    """Of a heading: the name by which a ``Jump`` finds it."""


ROW = Tag(Role.ROW)
CELL = Tag(Role.CELL)
COLUMN_HEADER = Tag(Role.HEADER, scope="Column")
ROW_HEADER = Tag(Role.HEADER, scope="Row")
ITEM = Tag(Role.ITEM)
ITEM_LABEL = Tag(Role.ITEM_LABEL)
ITEM_BODY = Tag(Role.ITEM_BODY)
LIST = Tag(Role.LIST)
TABLE = Tag(Role.TABLE)
SECTION = Tag(Role.SECTION)
PARAGRAPH = Tag(Role.PARAGRAPH)
DECORATION = Tag(Role.DECORATION)
