"""The links of a note as buttons below it, for the keyboard and for all who do not know Ctrl."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

from desktop_app.languages import _
from desktop_app.ui.flow_layout import FlowLayout
from desktop_app.ui.looks.palette_colors import quiet_color, with_text_color
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.panes.visible_text import tooltip_text
from desktop_app.ui.personal.note_links import NoteLink

_MOST = 24


class NoteLinkRow(QWidget):
    """One button for each place that the note leads to; ``link_wanted`` tells the link."""

    link_wanted = Signal(object)

    def __init__(self, editor: QWidget, parent: QWidget | None = None) -> None:
        """Stand below an editor, after which the key Tab comes here."""
        super().__init__(parent)
        self._editor = editor
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._flow = FlowLayout(self)
        self._label = QLabel(_("Go to:"))
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._flow.addWidget(self._label)
        self._shown: tuple[tuple[str, str], ...] = ()
        self.hide()

    @property
    def has_links(self) -> bool:
        """Tell whether there is anything to show."""
        return bool(self._shown)

    def show_links(self, links: Sequence[NoteLink]) -> None:
        """Show where the note leads, each place once."""
        places = {(link.text, link.pane_id): link for link in links}
        shown = tuple(places)[:_MOST]
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._flow.takeAt(1)) is not None:
            if (button := item.widget()) is not None:
                button.hide()
                button.deleteLater()
        before = self._editor
        for place in shown:
            button = self._button(places[place])
            self._flow.addWidget(button)
            self.setTabOrder(before, button)
            before = button
        self._dress()
        self.setVisible(bool(shown))

    def height_of(self, width: int) -> int:
        """Return the height in pixels at a width, 0 where there is nothing to show."""
        scale = TypeScale(self.font())
        gap = scale.space(4)
        self._flow.set_gaps(gap, gap)
        return self._flow.heightForWidth(width) if self._shown else 0

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette and the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()

    def _dress(self) -> None:
        scale = TypeScale(self.font())
        self._label.setFont(scale.small)
        self._label.setPalette(with_text_color(self.palette(), quiet_color(self.palette())))
        for button in self.findChildren(QToolButton):
            button.setPalette(_linked(self.palette()))

    def _button(self, link: NoteLink) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setText(link.text.replace("&", "&&"))
        words = _("Go to {place}").format(place=link.text)
        button.setToolTip(tooltip_text(words))
        button.setAccessibleName(words)
        button.clicked.connect(partial(self.link_wanted.emit, link))
        return button


def _linked(palette: QPalette) -> QPalette:
    linked = QPalette(palette)
    linked.setColor(QPalette.ColorRole.ButtonText, palette.link().color())
    return linked
