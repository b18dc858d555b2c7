"""Which registry is asked, what it is told and when, as a part of the preferences."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.errors import RegistryError
from desktop_app.languages import _
from desktop_app.registry.addresses import BASE_ADDRESS, checked_base
from desktop_app.ui.announcements import announce
from desktop_app.ui.dialogs.notice import plain_label
from desktop_app.ui.looks.palette_colors import (
    quiet_color,
    warning_text_color,
    with_text_color,
)
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.settings import Settings


class RegistryPlace(QWidget):
    """``chosen`` tells another base address, ``told`` that the part has another height."""

    chosen = Signal(str, object)
    told = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.box = QLineEdit()
        self.box.setObjectName("registry_address")
        self.box.setAccessibleName(_("Address of the registry"))
        self.box.setPlaceholderText(BASE_ADDRESS)
        self.usual = QPushButton(_("Use the &Standard"))
        self.usual.setAutoDefault(False)
        self.problem = plain_label("")
        self.problem.hide()
        self._words = plain_label(_what_is_sent())
        # One long word must not make the page wider than the window.
        self._words.setMinimumWidth(1)
        self._label = QLabel(_("Add&ress of the registry, or of a mirror of it"))
        self._label.setBuddy(self.box)
        self._label.setWordWrap(True)
        self._row = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.usual.setEnabled(False)
        self.box.textChanged.connect(self._offer_standard)
        self.box.editingFinished.connect(self._take)
        self.usual.clicked.connect(self._use_standard)
        self._dress()

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force, unless something is being corrected."""
        if self.problem.isHidden():
            self.box.setText(settings.registry_address)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette and the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._dress()

    @Slot(str)
    def _offer_standard(self, text: str) -> None:
        self.usual.setEnabled(bool(text))

    @Slot()
    def _take(self) -> None:
        """Take the address that was written, where it is one that may be asked."""
        written = self.box.text().strip()
        try:
            checked = checked_base(written)
        except RegistryError as error:
            self._say(str(error))
            return
        self._say("")
        self.chosen.emit("registry_address", "" if checked == BASE_ADDRESS else checked)

    @Slot()
    def _use_standard(self) -> None:
        self._say("")
        self.box.clear()
        self.chosen.emit("registry_address", "")

    def _say(self, words: str) -> None:
        if words == self.problem.text():
            return
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.box.setAccessibleDescription(words)
        self.told.emit()
        if words:
            announce(self.problem, words)

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._words)
        self._column.addWidget(self._label)
        self._row.addWidget(self.box, 1)
        self._row.addWidget(self.usual)
        self._column.addLayout(self._row)
        self._column.addWidget(self.problem)

    def _dress(self) -> None:
        scale = TypeScale(self.font())
        self._column.setSpacing(scale.space(8))
        self._row.setSpacing(scale.space(8))
        palette = self.palette()
        self._words.setPalette(with_text_color(palette, quiet_color(palette)))
        self.problem.setPalette(with_text_color(palette, warning_text_color(palette)))


def _what_is_sent() -> str:
    return _(
        "The registry is only asked when you fetch a study, search the registry, download from it"
        " or check for updates, or when a check is due that you switch on here. It is told NCT"
        " numbers or the words of a search, and the version of this application; nothing about you,"
        " your notes or your tags."
    )
