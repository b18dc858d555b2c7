"""Puts blocks into the elements that hold them, for parts of a page that go on elsewhere on it."""

from collections.abc import Iterable

from desktop_app.export.typesetting.blocks import Block
from desktop_app.export.typesetting.tags import Tag


def within(path: Iterable[Tag], block: Block) -> Block:
    """Return a block inside elements, the outermost first.

    Whatever blocks are to share an element give it the same key.
    """
    for tag in reversed(tuple(path)):
        block = Block(block.height, (), ((0.0, 0.0, block),), tag)
    return block
