"""The text of a selection as it goes to the clipboard: its lines, and tabs between cells."""

from PySide6.QtGui import QTextBlock, QTextCursor

from desktop_app.ui.panes.document_writer import CONTINUED, GAP, JOINER, LINE, SPACER


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
    return (
        text[2 * first : 2 * last]
        .decode("utf-16-le", "replace")
        .replace(LINE, "\n")
        .replace(GAP, "  ")
    )
