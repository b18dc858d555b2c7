"""The text of a selection as it goes to the clipboard: its lines, and tabs between cells.

In place of a picture stands what it shows in words.
"""

from PySide6.QtGui import QTextBlock, QTextCursor

from desktop_app.ui.panes.document_writer import CONTINUED, GAP, JOINER, LINE, SPACER
from desktop_app.ui.panes.figures import IN_WORDS, OBJECT_CHARACTER


def copied_text(cursor: QTextCursor) -> str:
    """Return the selected text; nothing else than text, and nothing that is not drawn."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    block = cursor.document().findBlock(start)
    parts: list[str] = []
    while block.isValid() and block.position() <= end:
        joiner = _joiner(block)
        if joiner != SPACER:
            parts += [joiner if parts else "", _part(block, start, end)]
        block = block.next()
    return "".join(parts)


def _joiner(block: QTextBlock) -> str:
    stated = block.blockFormat().property(JOINER)
    if stated == CONTINUED:
        return ""
    return stated if isinstance(stated, str) else "\n"


def _part(block: QTextBlock, start: int, end: int) -> str:
    text = block.text().encode("utf-16-le")
    first, last = max(0, start - block.position()), end - block.position()
    part = (
        text[2 * first : 2 * last]
        .decode("utf-16-le", "replace")
        .replace(LINE, "\n")
        .replace(GAP, "  ")
    )
    # What a record writes in this character is drawn as another one.
    return part.replace(OBJECT_CHARACTER, _words(block)) if OBJECT_CHARACTER in part else part


def _words(block: QTextBlock) -> str:
    """Return what the picture of a block shows."""
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return str(cursor.charFormat().property(IN_WORDS) or "")
