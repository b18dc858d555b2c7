"""What flows over pages: blocks in reading order, with what a page break has to respect."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from desktop_app.export.typesetting.blocks import Block
from desktop_app.export.typesetting.tags import Tag


@dataclass(frozen=True, slots=True)
class Piece:
    """A block that stays on one page where it fits on one.

    ``path`` are the elements that hold it; pieces of one list or table share its tag, with a key.
    """

    block: Block
    x: float = 0.0
    path: tuple[Tag, ...] = ()
    above: float = 0.0
    """Points of room above, except at the top of a page."""
    keeps_next: bool = False
    """A heading: no page ends with it."""
    divides: bool = False
    """Running text: a page may end within it, between two of its lines."""
    head: Block | None = None
    """Set once more at the top of a page that begins with the piece: the head of a table."""
    starts_page: bool = False

    def inside(self, path: tuple[Tag, ...]) -> "Piece":
        """Return the piece as a part of further elements."""
        # Written out, since a record may have ten thousand pieces in sections in sections.
        return Piece(
            self.block,
            self.x,
            (*path, *self.path),
            self.above,
            self.keeps_next,
            self.divides,
            self.head,
            self.starts_page,
        )


def within(path: tuple[Tag, ...], pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces as parts of further elements."""
    for piece in pieces:
        yield piece.inside(path)


def spaced(pieces: Iterable[Piece], above: float) -> Iterator[Piece]:
    """Yield pieces with room above the first one."""
    for number, piece in enumerate(pieces):
        yield piece if number else replace(piece, above=max(above, piece.above))


def chains(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Yield pieces in groups that a page break does not part: headings with what follows them."""
    held: list[Piece] = []
    for piece in pieces:
        held.append(piece)
        if not piece.keeps_next:
            yield tuple(held)
            held = []
    if held:
        yield tuple(held)
