"""The text of a selection as it goes to the clipboard: its lines, and tabs between cells.

In place of a picture stands what it shows in words, and marks of a comparison stand in words, too:
without its looks a text would hold the old and the new number side by side.
"""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor

from desktop_app.analysis.changes.words import Mark
from desktop_app.presentation.changes.spoken import marked
from desktop_app.ui.panes.document_writer import CONTINUED, GAP, JOINER, LINE, SPACER
from desktop_app.ui.panes.figures import IN_WORDS, OBJECT_CHARACTER
from desktop_app.ui.panes.look import REVISED


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
    first, last = max(0, start - block.position()), end - block.position()
    part = "".join(_pieces(block, first, last)).replace(LINE, "\n").replace(GAP, "  ")
    # What a record writes in this character is drawn as another one.
    return part.replace(OBJECT_CHARACTER, _words(block)) if OBJECT_CHARACTER in part else part


def _pieces(block: QTextBlock, first: int, last: int) -> Iterator[str]:
    """Yield the characters between two places of a block, marked ones with their mark in words."""
    text = block.text().encode("utf-16-le")
    at = first
    for begin, end, mark in _marked_stretches(block):
        begin, end = max(begin, first), min(end, last)
        if begin < end:
            yield _decoded(text, at, begin)
            yield marked(mark, _decoded(text, begin, end))
            at = end
    yield _decoded(text, at, last)


def _decoded(text: bytes, first: int, last: int) -> str:
    return text[2 * first : 2 * last].decode("utf-16-le", "replace")


def _marked_stretches(block: QTextBlock) -> Iterator[tuple[int, int, Mark]]:
    """Yield where marked words begin and end in a block, in UTF-16 units."""
    for stretch in block.textFormats():
        mark = stretch.format.property(REVISED)
        if isinstance(mark, str):
            yield stretch.start, stretch.start + stretch.length, Mark(mark)


def _words(block: QTextBlock) -> str:
    """Return what the picture of a block shows."""
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return str(cursor.charFormat().property(IN_WORDS) or "")
