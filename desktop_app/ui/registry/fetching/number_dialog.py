"""A small dialog for numbers of any origin: typed, or a text in which they stand."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.languages import _
from desktop_app.ui.announcements import Announcer
from desktop_app.ui.looks.style_sheet import wear_style_sheet
from desktop_app.ui.registry.fetching.number_lookup import NumberLookup
from desktop_app.ui.registry.fetching.offers import Offer, no_number_words

_PAUSE = 250
"""Milliseconds without a key after which the text is looked at."""


class NumberDialog(QDialog):
    """``wanted`` hands over what the numbers in the text are, once the person has agreed to it."""

    wanted = Signal(object)

    def __init__(self, lookup: NumberLookup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lookup = lookup
        self._is_accepted = False
        self.setWindowTitle(_("Fetch by Number"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wear_style_sheet(self)
        question = _("NCT numbers, addresses of ClinicalTrials.gov, or a text in which they stand:")
        self._text = QPlainTextEdit()
        self._text.setObjectName("numbers")
        self._text.setAccessibleName(question)
        self._text.setTabChangesFocus(True)
        self._told = _plain("told")
        self._told.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._announcer = Announcer(self._text)
        self._lay_out(question)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._look)
        self._text.textChanged.connect(self._wait)
        self._show(None)

    @Slot()
    def accept(self) -> None:
        """Hand over what is found, once all of the text is looked at."""
        self._is_accepted = True
        self._pause.stop()
        self._look()

    def done(self, code: int) -> None:
        """Look at nothing more."""
        self._pause.stop()
        self._lookup.forget()
        super().done(code)

    def _lay_out(self, question: str) -> None:
        label = _plain("question")
        label.setText(question)
        label.setBuddy(self._text)
        sent = _plain("sent")
        sent.setText(_("Only the numbers are sent, and only when you press Fetch."))
        buttons = QDialogButtonBox()
        self._fetch = buttons.addButton(_("Fetch"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._fetch.setDefault(True)
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for part in (label, self._text, self._told, sent, buttons):
            layout.addWidget(part, 1 if part is self._text else 0)
        letters = self.fontMetrics().averageCharWidth()
        self.resize(letters * 72, letters * 48)
        self._text.setFocus()

    @Slot()
    def _wait(self) -> None:
        """Look at the text in a while; what was agreed to was another one."""
        self._is_accepted = False
        self._lookup.forget()
        self._fetch.setEnabled(bool(self._text.toPlainText().strip()))
        self._pause.start()

    @Slot()
    def _look(self) -> None:
        self._lookup.look(self._text.toPlainText(), self._take, is_deep=False)

    def _take(self, offer: Offer) -> None:
        self._show(offer)
        is_wanted, self._is_accepted = self._is_accepted, False
        if is_wanted and offer.request.nct_ids:
            self.wanted.emit(offer)
            super().accept()
        elif is_wanted:
            self._text.setFocus()

    def _show(self, offer: Offer | None) -> None:
        has_text = bool(self._text.toPlainText().strip())
        words = ""
        if offer is not None and has_text:
            words = offer.counted_words or no_number_words(offer)
        self._told.setText(words)
        self._announcer.announce_soon(words)
        self._fetch.setText(_name_of(offer))
        self._fetch.setEnabled(has_text)


def _name_of(offer: Offer | None) -> str:
    """Return what is done once the person agrees."""
    if offer is None or not offer.request.nct_ids:
        return _("Fetch")
    if offer.missing:
        return offer.fetch_words
    return _("Restore") if offer.trashed else _("Open")


def _plain(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
