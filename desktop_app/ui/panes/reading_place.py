"""Where somebody reads in a view, told by the text there, so that it is found in a new drawing."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QTextEdit


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """The uppermost paragraph in sight: its words, which of those that say the same, and how much
    of its height has gone by."""

    text: str
    occurrence: int
    share: float


def place_of(view: QTextEdit) -> ReadingPlace | None:
    """Return where the view is scrolled to, None at the top."""
    scrolled = view.verticalScrollBar().value()
    if scrolled == 0:
        return None
    block = view.cursorForPosition(QPoint(view.width() // 3, 4)).block()
    rect = view.document().documentLayout().blockBoundingRect(block)
    share = (scrolled - rect.top()) / max(1.0, rect.height())
    return ReadingPlace(block.text(), _occurrence(block), share)


def go_to_place(view: QTextEdit, place: ReadingPlace | None) -> None:
    """Scroll to a place that was read in an earlier drawing."""
    if place is None:
        return
    block = _find(view, place)
    if block.isValid():
        rect = view.document().documentLayout().blockBoundingRect(block)
        view.verticalScrollBar().setValue(round(rect.top() + place.share * rect.height()))


def _occurrence(block: QTextBlock) -> int:
    """Return how many paragraphs before this one have the same text."""
    count, before = 0, block.previous()
    while before.isValid():
        count += before.text() == block.text()
        before = before.previous()
    return count


def _find(view: QTextEdit, place: ReadingPlace) -> QTextBlock:
    left, block = place.occurrence, view.document().firstBlock()
    while block.isValid():
        if block.text() == place.text:
            if left == 0:
                return block
            left -= 1
        block = block.next()
    return block
