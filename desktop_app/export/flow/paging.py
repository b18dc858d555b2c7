"""Fills pages with pieces."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from desktop_app.export.flow.dividing import divided
from desktop_app.export.flow.pieces import Piece, chains
from desktop_app.export.typesetting.blocks import Block
from desktop_app.export.typesetting.tags import DECORATION

_LEAST_SHARE = 0.06
"""Of the page: in less room than that no running text is begun."""
_HEAD_SHARE = 0.5
"""Of the page: a table's head that takes more is not repeated."""


@dataclass(frozen=True, slots=True)
class At:
    """A piece on a page, by the distance of its top from the top of the room for pieces."""

    y: float
    piece: Piece


FlowPage = tuple[At, ...]


def paged(pieces: Iterable[Piece], height: float) -> Iterator[FlowPage]:
    """Yield pages of a height, filled in order; no page is empty."""
    filling = _Filling(height)
    for chain in chains(pieces):
        yield from filling.add(chain)
    if filling.page:
        yield tuple(filling.page)


@dataclass(slots=True)
class _Filling:
    """A page while it is filled; ``y`` is where the next piece may begin."""

    height: float
    page: list[At] = field(default_factory=list)
    y: float = 0.0

    def add(self, chain: Sequence[Piece]) -> Iterator[FlowPage]:
        """Place pieces that belong together; yields the pages that they complete."""
        if self.page and (chain[0].starts_page or not self._fits(chain)):
            yield from self._make_room(chain)
            return
        yield from self._place_all(chain)

    def _make_room(self, chain: Sequence[Piece]) -> Iterator[FlowPage]:
        last = chain[-1]
        before = self._needed(chain[:-1])
        room = self.height - self.y - before - last.above
        may_divide = last.divides and not chain[0].starts_page and room > self._least
        if may_divide and divided(last.block, room):
            yield from self._place_all(chain)
            return
        yield self._turn()
        yield from self._place_all(chain)

    @property
    def _least(self) -> float:
        return self.height * _LEAST_SHARE

    def _place_all(self, chain: Sequence[Piece]) -> Iterator[FlowPage]:
        for piece in chain:
            yield from self._place(piece)

    def _place(self, piece: Piece) -> Iterator[FlowPage]:
        """Place a piece on this page, the next one, or as many as it takes."""
        while True:
            head = self._head_of(piece)
            if not self.page and head:
                self._put(replace(piece, block=_decoration(head), path=()))
            above = piece.above if self.page else 0.0
            room = self.height - self.y - above
            halves = None
            if piece.block.height > room > self._least:
                halves = divided(piece.block, room)
            if halves:
                self._put(replace(piece, block=halves[0]), above)
                piece = replace(piece, block=halves[1], above=0.0)
            elif piece.block.height <= room or self.y <= (head.height if head else 0.0):
                # It fits; or nothing of it can be divided, and no page is higher.
                self._put(piece, above)
                return
            yield self._turn()

    def _head_of(self, piece: Piece) -> Block | None:
        """Return what is repeated above a piece; a head that fills the page would hide the rows."""
        is_small = piece.head and piece.head.height <= self.height * _HEAD_SHARE
        return piece.head if is_small else None

    def _put(self, piece: Piece, above: float = 0.0) -> None:
        self.page.append(At(self.y + above, piece))
        self.y += above + piece.block.height

    def _turn(self) -> FlowPage:
        page = tuple(self.page)
        self.page, self.y = [], 0.0
        return page

    def _fits(self, chain: Sequence[Piece]) -> bool:
        return self.y + self._needed(chain) <= self.height

    def _needed(self, chain: Sequence[Piece]) -> float:
        return sum(piece.above + piece.block.height for piece in chain)


def _decoration(block: Block) -> Block:
    return Block(block.height, (), ((0.0, 0.0, block),), DECORATION)
