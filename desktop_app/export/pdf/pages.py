"""Pages as they are handed to the writer, and what a file says of itself."""

from dataclasses import dataclass, field
from datetime import date

from desktop_app.export.typesetting.blocks import Block
from desktop_app.export.typesetting.tags import Tag
from desktop_app.languages import language_tag


@dataclass(frozen=True, slots=True)
class Placed:
    """A block on a page; distances in points from the upper left corner of the paper.

    ``path`` are the elements that hold it, the outermost first.
    """

    x: float
    y: float
    block: Block
    path: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class SetPage:
    """A page that is set: its paper in points, wide and high, and its blocks in reading order.

    ``target`` names the page for a ``Jump``, where something leads to it. Jumps and headings of the
    page find each other within its ``scope``: sheets of one packet may use the same names.
    """

    size: tuple[float, float]
    placed: tuple[Placed, ...]
    target: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True)
class SheetPages:
    """A sheet of one study, or of several, before it becomes a file or a part of one.

    ``notes`` tell in words what was shortened; ``title`` names the study and ``subject`` the sheet.
    """

    pages: tuple[SetPage, ...]
    title: str
    subject: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """What the properties of the file say; ``day`` is its date, so that files can be compared."""

    title: str
    subject: str
    day: date
    language: str = field(default_factory=language_tag)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the file, such as the source record."""

    name: str
    content: bytes
    description: str
    media_type: str = "application/octet-stream"
