"""Finds the pictures among sections."""

from collections.abc import Iterable, Iterator

from desktop_app.presentation.section import Figure, Section, SideBySide


def figures_of(sections: Iterable[Section]) -> Iterator[Figure]:
    """Yield the pictures of sections in reading order."""
    for section in sections:
        for block in section.blocks:
            match block:
                case Figure():
                    yield block
                case Section():
                    yield from figures_of((block,))
                case SideBySide():
                    yield from figures_of((block.left, block.right))
