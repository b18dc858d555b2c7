"""Goes from link to link of a text by keyboard, as browsers do."""

from dataclasses import dataclass

from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit


@dataclass(frozen=True, slots=True)
class LinkPlace:
    """Where the words of a link stand in a document, in UTF-16 units."""

    start: int
    end: int
    address: str


def links_of(document: QTextDocument) -> tuple[LinkPlace, ...]:
    """Return the links of a document in reading order."""
    places = []
    block = document.firstBlock()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            part = parts.fragment()
            address = part.charFormat().anchorHref()
            if address:
                places.append(LinkPlace(part.position(), part.position() + part.length(), address))
            parts += 1
        block = block.next()
    return tuple(places)


def step_to_link(view: QTextEdit, is_forward: bool) -> bool:
    """Select the next link, or the one before; False where there is none any more."""
    cursor = view.textCursor()
    places = links_of(view.document())
    if is_forward:
        at = cursor.selectionEnd()
        after = [one for one in places if one.start >= at]
        chosen = after[0] if after else None
    else:
        at = cursor.selectionStart()
        before = [one for one in places if one.end <= at]
        chosen = before[-1] if before else None
    if chosen is None:
        return False
    cursor.setPosition(chosen.start)
    cursor.setPosition(chosen.end, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    view.ensureCursorVisible()
    return True


def selected_link(view: QTextEdit) -> str:
    """Return the address of the link whose words are selected, or none."""
    cursor = view.textCursor()
    if not cursor.hasSelection():
        return ""
    return cursor.charFormat().anchorHref()
