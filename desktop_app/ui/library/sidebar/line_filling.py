"""Fills the tree of the sidebar; lines that stay are told anew and not made anew."""

from collections.abc import Hashable, Sequence

from PySide6.QtWidgets import QTreeWidgetItem

from desktop_app.ui.library.scopes import Scope
from desktop_app.ui.library.sidebar.sidebar_items import SidebarItem
from desktop_app.ui.library.sidebar.sidebar_lines import Line, Meaning


def fill_lines(parent: QTreeWidgetItem, lines: Sequence[Line]) -> None:
    """Give a line of the tree the lines below it, in their order; they say what they say yet."""
    held = {_key(item.line.meaning): item for item in items_below(parent)}
    wanted = [_key(line.meaning) for line in lines]
    if wanted != list(held):
        items = [
            held.get(key) or SidebarItem(line) for key, line in zip(wanted, lines, strict=True)
        ]
        parent.takeChildren()
        parent.addChildren(items)


def items_below(parent: QTreeWidgetItem) -> list[SidebarItem]:
    """Return the lines below one."""
    children = (parent.child(place) for place in range(parent.childCount()))
    return [child for child in children if isinstance(child, SidebarItem)]


def _key(meaning: Meaning) -> Hashable:
    """Return what tells a line from others: a tag is the same whatever it is called now."""
    return (meaning.kind, meaning.key) if isinstance(meaning, Scope) else meaning
