"""What belongs to the person of the open study, in its header."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_app.languages import _
from desktop_app.punctuation import labelled
from desktop_app.store.personal.values import Marks, TagColour
from desktop_app.ui.looks.typography import TypeScale, scaled
from desktop_app.ui.personal.own_chips import OwnChip, show_rest, show_tag
from desktop_app.ui.personal.own_statuses import own_status_words
from desktop_app.ui.personal.star_button import StarButton

_MOST_TAGS = 8


class HeaderMarks:
    """The star, the own status and the tags; the header sets them into its line.

    ``add_note`` stands there as long as there is no note to be seen.
    """

    def __init__(self) -> None:
        self.star = StarButton()
        self.add_note = _note_button()
        self._status = OwnChip()
        self._tags = tuple(OwnChip() for _chip in range(_MOST_TAGS + 1))
        self.show(Marks())

    def __iter__(self) -> Iterator[QWidget]:
        return iter((self.star, self._status, *self._tags, self.add_note))

    def show(self, marks: Marks) -> None:
        """Show the marks of a study."""
        self.star.show_starred(is_starred=marks.is_starred)
        words = own_status_words(marks.own_status)
        self._status.show_word(words, TagColour.BLUE, labelled(_("My status"), words))
        shown, rest = marks.tags[:_MOST_TAGS], marks.tags[_MOST_TAGS:]
        for chip in self._tags:
            chip.show_word("", TagColour.GREY, "")
        for chip, tag in zip(self._tags, shown, strict=False):
            show_tag(chip, tag)
        if rest:
            show_rest(self._tags[-1], rest)

    def dress(self, scale: TypeScale, palette: QPalette) -> None:
        """Take size and colours anew."""
        self.star.setFont(scale.font)
        self.star.setPalette(palette)
        self.add_note.setFont(scaled(scale.font, 0.9))
        for chip in (self._status, *self._tags):
            chip.dress(scale, palette)


def _note_button() -> QToolButton:
    button = QToolButton()
    button.setObjectName("add_note")
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setText(_("Add Note"))
    button.setToolTip(_("Write your own note on this study"))
    button.hide()
    return button
