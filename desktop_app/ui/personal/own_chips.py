"""Own status and tags as chips in the header of a study."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.languages import _, ngettext
from desktop_app.punctuation import labelled, listed
from desktop_app.store.personal.values import Tag, TagColour
from desktop_app.ui.looks.palette_colors import mixed, with_text_color
from desktop_app.ui.looks.typography import TypeScale, scaled
from desktop_app.ui.panes.visible_text import tooltip_text, visible_text
from desktop_app.ui.personal.tag_colours import tag_color, tag_tint

_LONGEST = 40


class OwnChip(QLabel):
    """A word of the person's own, in a colour; square at its edges, unlike what the record says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._colour = TagColour.GREY
        self._ground = self.palette()
        self.hide()

    def show_word(self, word: str, colour: TagColour, told: str) -> None:
        """Show a word; ``told`` says with it what it is. Without a word there is no chip."""
        self._colour = colour
        shown = visible_text(word).replace("\n", " ")
        self.setText(shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…")
        self.setToolTip(tooltip_text(told))
        self.setAccessibleName(visible_text(told))
        self.setVisible(bool(word))
        self._wear_colour()

    def dress(self, scale: TypeScale, palette: QPalette) -> None:
        """Take size and colours anew."""
        self.setContentsMargins(scale.space(8), scale.space(2), scale.space(8), scale.space(2))
        self._ground = palette
        self.setFont(scaled(scale.font, 0.9))
        self._wear_colour()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = tag_color(self._colour, self._ground)
        painter.setPen(QPen(mixed(color, self._ground.base().color(), 0.5), 1))
        painter.setBrush(tag_tint(self._colour, self._ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.end()
        super().paintEvent(event)

    def _wear_colour(self) -> None:
        self.setPalette(with_text_color(self._ground, tag_color(self._colour, self._ground)))


def show_tag(chip: OwnChip, tag: Tag) -> None:
    """Show a tag."""
    chip.show_word(tag.name, tag.colour, labelled(_("Tag"), tag.name))


def show_rest(chip: OwnChip, tags: tuple[Tag, ...]) -> None:
    """Show how many more tags there are, and say which in the tip."""
    words = ngettext("{count} more tag", "{count} more tags", len(tags)).format(count=len(tags))
    chip.show_word(words, TagColour.GREY, labelled(words, listed(tag.name for tag in tags)))
    chip.setToolTip(tooltip_text(listed(tag.name for tag in tags)))
