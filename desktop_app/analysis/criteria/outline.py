"""The nesting of list items, by their indent and by the form of their marks."""

from dataclasses import dataclass, field

from desktop_app.analysis.criteria.headings import announces
from desktop_app.analysis.criteria.markers import Marker

DEEPEST_LEVEL = 40
"""Items nested deeper stand at this level: one record in 1,800 goes beyond four."""

_STEP = 2  # columns that make a level; the registry's own lists use two to four
_LETTER_GAP = 3


@dataclass(slots=True)
class Node:
    """An item being built: its mark, its paragraphs, its sub-items; a note has no number."""

    marker: str
    texts: list[str]
    children: list["Node"] = field(default_factory=list)
    is_note: bool = False


@dataclass(slots=True)
class _Open:
    """A list that may go on: where it stands, the form of its marks, the last of them."""

    indent: int
    style: str
    ordinal: int
    node: Node


class Outline:
    """The lists that are open at one point of the text, outermost first."""

    def __init__(self) -> None:
        self._open: list[_Open] = []

    def clear(self) -> None:
        """Close all lists."""
        self._open.clear()

    def expects(self, style: str, ordinal: int) -> bool:
        """Tell whether a list of that style is open whose next mark may be that ordinal."""
        return any(
            entry.style == style and entry.ordinal < ordinal <= entry.ordinal + _LETTER_GAP
            for entry in self._open
        )

    def add(self, node: Node, marker: Marker, indent: int) -> bool:
        """Put an item where it belongs; return False if it belongs to no other item."""
        depth = self._depth_of(marker, indent)
        standing = self._open[depth].indent if depth < len(self._open) else indent
        del self._open[depth:]
        parent = self._open[-1].node if self._open else None
        self._open.append(_Open(standing, marker.style, marker.ordinal, node))
        if len(self._open) > DEEPEST_LEVEL:
            self._open.pop()
        if parent is None:
            return False
        parent.children.append(node)
        return True

    def item_at(self, indent: int) -> Node | None:
        """Close the lists that a paragraph at that indent ends; return the item it belongs to."""
        while self._open and indent < self._open[-1].indent + _STEP:
            self._open.pop()
        return self._open[-1].node if self._open else None

    def _depth_of(self, marker: Marker, indent: int) -> int:
        """Return how many open lists stay open around the new item."""
        level = len(self._open)
        while level and self._open[level - 1].indent >= indent + _STEP:
            level -= 1
        if not level:
            return 0
        if indent >= self._open[level - 1].indent + _STEP:
            return self._continued(marker, level)
        return self._beside(marker, level, indent)

    def _continued(self, marker: Marker, level: int) -> int:
        """Return the depth of a list that the mark counts on, though it is indented anew."""
        if marker.ordinal > 1:
            for depth, entry in enumerate(self._open):
                if entry.style == marker.style and entry.ordinal + 1 == marker.ordinal:
                    return depth
        return level

    def _beside(self, marker: Marker, level: int, indent: int) -> int:
        """Return the depth among lists at one indent, which only the form of marks tells apart."""
        first = level
        while first and self._open[first - 1].indent > indent - _STEP:
            first -= 1
        for depth in range(level - 1, first - 1, -1):
            if self._open[depth].style == marker.style:
                return depth
        before = self._open[level - 1].node
        nests = before.texts and announces(before.texts[-1]) and marker.ordinal <= 1
        return level if nests or _is_finer(marker.style, self._open[level - 1].style) else level - 1


def _is_finer(style: str, outer: str) -> bool:
    """Tell marks that only ever divide others: ``a.`` under ``1.``, ``--`` under ``-``."""
    if outer.endswith("-") and style.startswith("--"):
        return len(style) > len(outer)
    return outer in ("1.", "1)") and style.strip("().") in ("a", "i", "1.1")
