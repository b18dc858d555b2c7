"""What goes into a file for another computer or person, and what one from there would bring."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desktop_app.languages import _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import joined_sentences, listed
from desktop_app.store.exchange.reading import Outline
from desktop_app.store.personal.exchange import Dump
from desktop_app.ui.check_boxes import CheckBox
from desktop_app.ui.dialogs.notice import plain_label
from desktop_app.ui.looks.style_sheet import wear_style_sheet
from desktop_app.ui.upkeep.words import time_words


class What(Enum):
    """Which studies go into a file."""

    EVERYTHING = "everything"
    ALL = "all"
    SELECTED = "selected"
    COLLECTION = "collection"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Share:
    """Some studies that can be put into a file; ``key`` is that of a collection or a tag."""

    what: What
    words: str
    key: int = 0


class ShareDialog(QDialog):
    """Asks which studies, and whether what belongs to the person goes along.

    ``wanted`` tells the share, and that.
    """

    wanted = Signal(object, bool)

    def __init__(self, shares: Sequence[Share], now: What, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares = tuple(shares)
        self.setWindowTitle(_("Export a Library File"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wear_style_sheet(self)
        self.choice = QComboBox()
        self.choice.setAccessibleName(_("What goes into the file"))
        self.choice.addItems([share.words for share in shares])
        self.with_personal = CheckBox(_("&Put in my stars, tags, notes and collections"))
        self.note = plain_label("")
        self._lay_out()
        self.choice.currentIndexChanged.connect(self._suggest)
        self.with_personal.toggled.connect(self._explain)
        kinds = [share.what for share in self._shares]
        self.choice.setCurrentIndex(kinds.index(now) if now in kinds else 0)
        self._suggest()

    @Slot()
    def accept(self) -> None:
        """Tell what is wanted, and close."""
        share = self._shares[self.choice.currentIndex()]
        self.wanted.emit(share, self.with_personal.isChecked())
        super().accept()

    @Slot()
    def _suggest(self) -> None:
        """Keep what belongs to the person at home unless they move with it."""
        share = self._shares[self.choice.currentIndex()]
        self.with_personal.setChecked(share.what is What.EVERYTHING)
        self._explain()

    @Slot()
    def _explain(self) -> None:
        if self.with_personal.isChecked():
            words = _(
                "Whoever gets the file can read your notes. It also tells in which folders the"
                " records were found."
            )
        else:
            words = _("The file holds the records alone, with all their versions.")
        self.note.setText(words)

    def _lay_out(self) -> None:
        label = QLabel(_("&Studies"))
        label.setBuddy(self.choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        self.note.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        self.note.setMinimumHeight(self.fontMetrics().lineSpacing() * 2)
        for part in (label, self.choice, self.with_personal, self.note):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(_buttons(self, _("Export…")))


class ArrivalDialog(QDialog):
    """Says what a file would bring; ``wanted`` tells that it is to come, and with what."""

    wanted = Signal(bool)

    def __init__(self, name: str, outline: Outline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import a Library File"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wear_style_sheet(self)
        words = arrival_words(name, outline)
        self.setAccessibleDescription(words)
        self.words = plain_label(words)
        self.words.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)
        own = personal_words(outline.personal)
        self.with_personal = CheckBox(_("&Take over what belongs to the sender, too"))
        self.own = plain_label(own)
        for part in (self.with_personal, self.own):
            part.setVisible(bool(own))
        self.with_personal.setChecked(bool(own) and not outline.documents)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (self.words, self.with_personal, self.own):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(_buttons(self, _("Import")))

    @Slot()
    def accept(self) -> None:
        """Tell that the file is to be imported, and close."""
        self.wanted.emit(self.with_personal.isChecked())
        super().accept()


def _buttons(dialog: QDialog, words: str) -> QDialogButtonBox:
    buttons = QDialogButtonBox()
    go = buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
    go.setDefault(True)
    buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons


def arrival_words(name: str, outline: Outline) -> str:
    """Return what importing a file would bring, in sentences."""
    about = outline.about
    holds = ngettext(
        "{name} was written on {when} and holds {count} study.",
        "{name} was written on {when} and holds {count} studies.",
        about.studies,
    ).format(name=name, when=time_words(about.made_at), count=grouped(about.studies))
    return "\n\n".join((holds, joined_sentences(_brings(outline))))


def _brings(outline: Outline) -> tuple[str, ...]:
    if not outline.documents:
        return (_("Your library holds all of them already, in the same versions."),)
    new = ngettext(
        "{count} study is new to your library.",
        "{count} studies are new to your library.",
        outline.new,
    ).format(count=grouped(outline.new))
    other = ngettext(
        "Of {count} study that you have, another version comes.",
        "Of {count} studies that you have, other versions come.",
        outline.other,
    ).format(count=grouped(outline.other))
    kept = _("Nothing that you have is replaced or lost: the versions of now are kept.")
    return (*((new,) if outline.new else ()), *((other, kept) if outline.other else ()))


def personal_words(dump: Dump) -> str:
    """Return what belongs to the person in a file, and what becomes of it; empty for nothing."""
    notes = sum(bool(study.note.strip()) for study in dump.studies)
    stars = sum(study.starred_at is not None for study in dump.studies)
    searches = len(dump.searches) + len(dump.registry_searches)
    parts = (
        (notes, ngettext("{count} note", "{count} notes", notes)),
        (stars, ngettext("{count} star", "{count} stars", stars)),
        (len(dump.tags), ngettext("{count} tag", "{count} tags", len(dump.tags))),
        (
            len(dump.collections),
            ngettext("{count} collection", "{count} collections", len(dump.collections)),
        ),
        (searches, ngettext("{count} saved search", "{count} saved searches", searches)),
    )
    said = listed(words.format(count=grouped(count)) for count, words in parts if count)
    if not said:
        return ""
    told = _(
        "The file holds {what}. They are added to yours: of two notes on one study both are kept,"
        " and tags of the same name become one. Undo (Ctrl+Z) takes them back."
    )
    return told.format(what=said)
