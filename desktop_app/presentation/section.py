"""What a pane consists of: plain values that screen, paper and text draw alike.

Texts in sections are plain; whoever draws them escapes them. A new kind of block fails type
checking in every renderer until it is drawn there.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from desktop_app.analysis.changes.words import Piece
from desktop_app.analysis.pictures.shapes import Picture, TextMeasure
from desktop_app.study.markup import TextBlock


@dataclass(frozen=True, slots=True)
class Field:
    """An element with its label; ``note`` is said quietly behind the first line of the value.

    The value may have several lines. A field without a label continues the field above it.
    ``is_absent`` marks a value that is not the record's but says that there is none.
    """

    label: str
    value: str
    note: str = ""
    is_absent: bool = False


@dataclass(frozen=True, slots=True)
class FactGrid:
    """The few facts that are read first, several in a row."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class FieldList:
    """Elements one below the other."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words of ours, or a plain element of the record; ``is_quiet`` for what is secondary."""

    text: str
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """A text of the record with its paragraphs and lists."""

    blocks: tuple[TextBlock, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered statement with what is nested in it; ``text`` may have several lines."""

    number: str
    text: str
    items: tuple["Item", ...] = ()


@dataclass(frozen=True, slots=True)
class ItemList:
    """Numbered statements."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below headers; each row has as many cells as there are columns.

    A cell may have several lines. ``name`` says what the table holds, for screen readers and files.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its text alternative, in which every shape of it has its place.

    ``draw`` lays it out for a width and a measure of text; the picture may be narrower. ``id``
    names it in files and commands: ``schematic``. ``words`` are lines to be read one by one.
    """

    id: str
    title: str
    words: tuple[str, ...]
    draw: Callable[[float, TextMeasure], Picture] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Link:
    """An address of the record's, shown as it is; it is opened only when somebody asks for it.

    ``label`` says what is there; ``note`` stands quietly behind it.
    """

    label: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """An element that differs between two records, as one text with marks.

    ``note`` says quietly what became of it as a whole. Marks are never colour alone: removed words
    are struck out, added ones underlined, and both are named where a text has no looks.
    """

    label: str
    pieces: tuple[Piece, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two sections that belong next to each other; below each other where there is no room."""

    left: "Section"
    right: "Section"


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a pane; parts of a part are sections among its blocks.

    ``note`` stands quietly beside the title. ``is_aside`` lets a wide window show the section
    beside the running text.
    """

    title: str
    blocks: tuple["Block", ...]
    note: str = ""
    is_aside: bool = False


Block = (
    Field
    | FactGrid
    | FieldList
    | Paragraph
    | Prose
    | ItemList
    | Table
    | Figure
    | Link
    | Revision
    | SideBySide
    | Section
)
